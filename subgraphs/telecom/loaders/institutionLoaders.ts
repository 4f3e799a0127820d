import type { Clock } from "../../../schema/contract/clock";
import { createBatchLoader } from "../../shared/createBatchLoader";
import { createGroupLoader } from "../../shared/createGroupLoader";
import { readPairKey, writePairKey } from "../pairKey";
import type { FigureFilter, RowFilter } from "../rowFilter";
import type { InstitutionRow } from "../store/institutionStore";
import type { BreachPage } from "../store/rectificationStore";
import type { TelecomStores } from "../stores";
import { byKey } from "./byKey";
import { loadersByArguments } from "./loadersByArguments";
import { withinRows } from "./withinRows";

/** Carriers, their outlets and their records; `executionRows` is what a view may see of a sanction's orders. */
export function createInstitutionLoaders(
  { institutions, orderFigures, figures, rectifications }: TelecomStores,
  executionRows: RowFilter | null,
  figureRows: FigureFilter | null,
  clock: Clock,
  today: () => string,
) {
  const all = onceInRequest(() => institutions.institutions());
  const byCode = onceInRequest(() => byKey(all(), row => row.code));
  return {
    /** All carriers with their declarations. */
    institutions: all,
    institutionByCode: async (code: string): Promise<InstitutionRow | null> =>
      (await byCode()).get(code) ?? null,
    outletByKey: createBatchLoader((keys: readonly string[]) =>
      byKey(
        institutions.outletsByCodes(
          keys.map(readPairKey).map(([institution, code]) => ({ institution, code })),
        ),
        row => writePairKey(row.institution, row.code),
      ),
    ),
    executionsByCause: createGroupLoader(
      (causeIds: readonly string[]) =>
        withinRows(executionRows, rows => orderFigures.executions(causeIds, clock(), rows)),
      row => row.causeId,
    ),
    orderRecordByCarrier: createBatchLoader((codes: readonly string[]) =>
      byKey(orderFigures.orderRecords(codes, clock()), row => row.carrier),
    ),
    involvedByCarrier: createBatchLoader((codes: readonly string[]) =>
      byKey(figures.involvedPerTenThousand(codes), row => row.carrier),
    ),
    openRectificationsByCarrier: createBatchLoader((codes: readonly string[]) =>
      byKey(rectifications.countOpen(codes), row => row.institution),
    ),
    breachesByCarrier: loadersByArguments((page: BreachPage) =>
      createGroupLoader(
        (codes: readonly string[]) => rectifications.breaches(codes, page, today()),
        row => row.institution,
      ),
    ),
    rectificationById: createBatchLoader((ids: readonly string[]) =>
      byKey(
        withinRows(figureRows, rows => rectifications.rectificationsByIds(ids, today(), rows)),
        row => row.id,
      ),
    ),
  };
}

/** There are some dozens of carriers: all are read once where one is needed. */
function onceInRequest<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => (loading ??= load());
}
