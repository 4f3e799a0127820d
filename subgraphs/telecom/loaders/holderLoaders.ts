import { createBatchLoader } from "../../shared/createBatchLoader";
import { createGroupLoader } from "../../shared/createGroupLoader";
import type { RowFilter } from "../rowFilter";
import type { LineChoice, LinePage } from "../store/lineStore";
import type { TelecomStores } from "../stores";
import { byKey } from "./byKey";
import { loadersByArguments } from "./loadersByArguments";
import { withinRows } from "./withinRows";

/** What is held by whom: lines and blacklist entries. */
export function createHolderLoaders({ subjects, lines, blacklist }: TelecomStores, filter: RowFilter | null) {
  return {
    subjectById: createBatchLoader((ids: readonly string[]) =>
      byKey(subjects.subjectsByIds(ids), row => row.id),
    ),
    lineById: createBatchLoader((ids: readonly string[]) =>
      byKey(
        withinRows(filter, rows => lines.linesByIds(ids, rows)),
        row => row.id,
      ),
    ),
    linesBySubject: loadersByArguments((page: LinePage) =>
      createGroupLoader(
        (ids: readonly string[]) => withinRows(filter, rows => lines.linesBySubjects(ids, page, rows)),
        row => row.subjectId,
      ),
    ),
    lineTotalBySubject: loadersByArguments((choice: LineChoice) =>
      createBatchLoader((ids: readonly string[]) =>
        byKey(
          withinRows(filter, rows => lines.countLines(ids, choice, rows)),
          row => row.subjectId,
        ),
      ),
    ),
    blacklistBySubject: createGroupLoader(
      (ids: readonly string[]) => withinRows(filter, rows => blacklist.entriesBySubjects(ids, rows)),
      row => row.subjectId,
    ),
    blacklistEntryById: createBatchLoader((ids: readonly string[]) =>
      byKey(
        withinRows(filter, rows => blacklist.entriesByIds(ids, rows)),
        row => row.id,
      ),
    ),
  };
}
