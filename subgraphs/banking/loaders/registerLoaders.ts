import { createBatchLoader } from "../../shared/createBatchLoader";
import { createGroupLoader } from "../../shared/createGroupLoader";
import { pairKey, splitPairKey } from "../pairKey";
import type { RowFilter } from "../rowFilter";
import type { ExecutionRow } from "../store/executionStore";
import type { DeclaredInstitution } from "../store/institutionStore";
import type { BankingStores } from "../stores";
import { byKey } from "./byKey";
import { withinRows } from "./withinRows";

/** Institutions, their outlets and their figures. */
export function createRegisterLoaders(
  { executions, institutions }: BankingStores,
  rows: RowFilter | null,
  now: Date,
) {
  let declared: Promise<DeclaredInstitution[]> | null = null;
  return {
    /** All of them, read once a request. */
    declaredInstitutions: () => (declared ??= institutions.declaredInstitutions()),
    institution: createBatchLoader(
      byKey(
        (codes: readonly string[]) => institutions.institutionsByCodes(codes),
        row => row.code,
      ),
    ),
    outlet: createBatchLoader(
      byKey(
        (keys: readonly string[]) => institutions.outletsByKeys(keys.map(splitPairKey)),
        row => pairKey(row.institution, row.code),
      ),
    ),
    recordByInstitution: createBatchLoader(
      byKey(
        (codes: readonly string[]) => executions.recordsByInstitutions(codes, now),
        row => row.institutionCode,
      ),
    ),
    executionsBySanction: createGroupLoader(
      withinRows<string, ExecutionRow>(rows, (ids, filter) =>
        executions.executionsBySanctions(ids, filter, now),
      ),
      row => row.sanctionId,
    ),
  };
}
