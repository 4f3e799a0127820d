import { sql, type Kysely } from "kysely";
import { someTexts } from "../../shared/store/someTexts";
import type { RowFilter } from "../rowFilter";
import type { LineKind, LineStatus } from "../types/enums";
import type { LineRow } from "./lineRow";
import { among, visible } from "./rowCondition";
import { columnsOf } from "./table";
import { LINE } from "./tables/lineTable";

/** Which of a holder's lines are asked for. */
export interface LineChoice {
  readonly kinds: readonly LineKind[] | null;
  readonly statuses: readonly LineStatus[] | null;
}

/** A page of each holder's lines, newest first. */
export interface LinePage extends LineChoice {
  readonly limit: number;
  /** The last line of the page before. */
  readonly after: { readonly registeredOn: string; readonly id: string } | null;
}

/** Where a line stands now. */
interface Location {
  readonly id: string;
  readonly subjectId: string;
}

/** Reads lines. Every method is one statement, or two with the directory, whatever the number of keys. */
export interface LineStore {
  linesByIds(ids: readonly string[], filter: RowFilter): Promise<LineRow[]>;
  linesBySubjects(subjectIds: readonly string[], page: LinePage, filter: RowFilter): Promise<LineRow[]>;
  countLines(
    subjectIds: readonly string[],
    choice: LineChoice,
    filter: RowFilter,
  ): Promise<{ subjectId: string; total: number }[]>;
}

/** The lines of one database or transaction. */
export function createLineStore(db: Kysely<unknown>): LineStore {
  return {
    async linesByIds(ids, filter) {
      // Two steps, since the directory and the people may stand on different shards.
      const located = await sql<Location>`/* LineStore.linesByIds: directory */
        select id, subject_id as "subjectId" from telecom.line_directory where id = any(${someTexts(ids)})`.execute(
        db,
      );
      if (located.rows.length === 0) return [];
      const subjectIds = [...new Set(located.rows.map(row => row.subjectId))];
      const { rows } = await sql<LineRow>`/* LineStore.linesByIds */
        select ${columnsOf(LINE, "l")} from telecom.line l
        where l.subject_id = any(${someTexts(subjectIds)}) and l.id = any(${someTexts(ids)})
          and ${visible(filter, "l")}`.execute(db);
      return rows;
    },

    async linesBySubjects(subjectIds, page, filter) {
      const after =
        page.after === null
          ? sql`true`
          : sql`(l.registered_on < ${page.after.registeredOn}::date
              or (l.registered_on = ${page.after.registeredOn}::date and l.id > ${page.after.id}))`;
      const { rows } = await sql<LineRow>`/* LineStore.linesBySubjects */
        select * from (
          select ${columnsOf(LINE, "l")},
            row_number() over (partition by l.subject_id order by l.registered_on desc, l.id) as place
          from telecom.line l
          where l.subject_id = any(${someTexts(subjectIds)}) and ${visible(filter, "l")}
            and ${chosen(page)} and ${after}
        ) page
        where place <= ${page.limit} order by "subjectId", place`.execute(db);
      return rows;
    },

    async countLines(subjectIds, choice, filter) {
      const { rows } = await sql<{ subjectId: string; total: number }>`/* LineStore.countLines */
        select l.subject_id as "subjectId", count(*) as total from telecom.line l
        where l.subject_id = any(${[...subjectIds]}::text[]) and ${visible(filter, "l")} and ${chosen(choice)}
        group by l.subject_id`.execute(db);
      return rows;
    },
  };
}

function chosen({ kinds, statuses }: LineChoice): ReturnType<typeof among> {
  return sql`${among("l.kind", kinds)} and ${among("l.status", statuses)}`;
}
