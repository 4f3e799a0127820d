import { createBatchLoader } from "../../shared/createBatchLoader";
import { createGroupLoader } from "../../shared/createGroupLoader";
import type { BankingStores } from "../stores";
import { byKey } from "./byKey";

/** People and units. Not cut down to the view: whoever uses it decides what of it may be shown. */
export function createPersonLoaders({ holdings, subjects }: BankingStores, today: string) {
  return {
    openCountsBySubject: createGroupLoader(
      (ids: readonly string[]) => holdings.openCounts(ids, today),
      row => row.subjectId,
    ),
    subject: createBatchLoader(
      byKey(
        (ids: readonly string[]) => subjects.subjectsByIds(ids),
        row => row.id,
      ),
    ),
    unitsByRepresentative: createGroupLoader(
      (ids: readonly string[]) => subjects.unitsByRepresentatives(ids),
      row => row.representativeId,
    ),
  };
}
