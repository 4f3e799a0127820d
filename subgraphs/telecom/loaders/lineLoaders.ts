import { createBatchLoader } from "../../shared/createBatchLoader";
import { createGroupLoader } from "../../shared/createGroupLoader";
import { readPairKey, writePairKey } from "../pairKey";
import type { RowFilter } from "../rowFilter";
import type { LinePlace } from "../store/linePlace";
import type { TelecomStores } from "../stores";
import { byKey } from "./byKey";
import { loadersByArguments } from "./loadersByArguments";
import { withinRows } from "./withinRows";

/** What hangs on lines. Flags and orders are seen by different views, so each has its own filter. */
export function createLineLoaders(
  { flags, orders }: TelecomStores,
  flagRows: RowFilter | null,
  orderRows: RowFilter | null,
) {
  return {
    flagById: createBatchLoader((ids: readonly string[]) =>
      byKey(
        withinRows(flagRows, rows => flags.flagsByIds(ids, rows)),
        row => row.id,
      ),
    ),
    flagsBySubject: loadersByArguments((limit: number) =>
      createGroupLoader(
        (ids: readonly string[]) => withinRows(flagRows, rows => flags.flagsBySubjects(ids, limit, rows)),
        row => row.subjectId,
      ),
    ),
    flagsByLine: loadersByArguments((limit: number) =>
      createGroupLoader(
        (keys: readonly string[]) =>
          withinRows(flagRows, rows => flags.flagsByLines(keys.map(readPlace), limit, rows)),
        writePlace,
      ),
    ),
    orderById: createBatchLoader((ids: readonly string[]) =>
      byKey(
        withinRows(orderRows, rows => orders.ordersByIds(ids, rows)),
        row => row.id,
      ),
    ),
    ordersByLine: createGroupLoader(
      (keys: readonly string[]) =>
        withinRows(orderRows, rows => orders.ordersByLines(keys.map(readPlace), rows)),
      writePlace,
    ),
    /** By the holder and what caused the order, both in one key: a flag's orders are on its holder's lines. */
    ordersByCause: createGroupLoader(
      (keys: readonly string[]) =>
        withinRows(orderRows, rows =>
          orders.ordersByCauses(
            keys.map(readPairKey).map(([subjectId, causeId]) => ({ subjectId, causeId })),
            rows,
          ),
        ),
      row => writePairKey(row.subjectId, row.causeId),
    ),
  };
}

function readPlace(key: string): LinePlace {
  const [subjectId, lineId] = readPairKey(key);
  return { subjectId, lineId };
}

function writePlace({ subjectId, lineId }: LinePlace): string {
  return writePairKey(subjectId, lineId);
}
