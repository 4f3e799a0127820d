import { createBatchLoader } from "../../shared/createBatchLoader";
import { createGroupLoader } from "../../shared/createGroupLoader";
import type { RowFilter } from "../rowFilter";
import type { LineChoice, LinePage } from "../store/lineStore";
import type { TelecomStores } from "../stores";
import { byKey } from "./byKey";
import { loadersByArguments } from "./loadersByArguments";
import { withinRows } from "./withinRows";

/** Where and as of when an opening is checked. */
interface OpeningPlace {
  readonly carrier: string;
  readonly day: string;
}

/** What is held by whom: lines, their counts, blacklist entries. */
export function createHolderLoaders(
  { subjects, lines, blacklist, flags }: TelecomStores,
  filter: RowFilter | null,
  today: () => string,
) {
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
    /** Not cut down to a view: whoever reads it shows what the view may see of it. */
    holdingsBySubject: createGroupLoader(
      (ids: readonly string[]) => lines.holdings(ids, today()),
      row => row.subjectId,
    ),
    openingCountsBySubject: loadersByArguments(({ carrier, day }: OpeningPlace) =>
      createBatchLoader((ids: readonly string[]) =>
        byKey(lines.openingCounts(ids, carrier, day), row => row.subjectId),
      ),
    ),
    /** People with a line at the carrier on which a forged document has been verified. */
    forgedBySubject: loadersByArguments((carrier: string) =>
      createBatchLoader((ids: readonly string[]) =>
        byKey(flags.forgedDocuments(ids, carrier), row => row.subjectId),
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
