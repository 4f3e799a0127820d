import { sql, type Kysely, type RawBuilder } from "kysely";
import type { RowFilter } from "../rowFilter";
import type { AbnormalFlag } from "../types/AbnormalFlag";
import type { AbnormalFlagKind, FlagStatus } from "../types/enums";
import type { LinePlace } from "./linePlace";
import { among, onLines, visibleWithLine } from "./rowCondition";
import { columnsOf, insertRows } from "./table";
import { FLAG, type FlagRecord } from "./tables/flagTable";

/** A flag as the store hands it out. */
export interface FlagRow extends AbnormalFlag {
  readonly subjectId: string;
  readonly lineId: string;
  readonly carrier: string;
  readonly verifiedBy: string | null;
}

/** A carrier's work list, newest first. */
export interface FlagPage {
  readonly status: FlagStatus | null;
  readonly kinds: readonly AbnormalFlagKind[] | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly limit: number;
  /** The last flag of the page before. */
  readonly after: { readonly reportedAt: Date; readonly id: string } | null;
}

/** Reads and adds flags. */
export interface FlagStore {
  flagsByIds(ids: readonly string[], filter: RowFilter): Promise<FlagRow[]>;
  /** The newest of each holder. */
  flagsBySubjects(subjectIds: readonly string[], limit: number, filter: RowFilter): Promise<FlagRow[]>;
  /** The newest of each line under its present holder. */
  flagsByLines(lines: readonly LinePlace[], limit: number, filter: RowFilter): Promise<FlagRow[]>;
  /** All that were ever raised on these lines under these holders. */
  flagIdsOnLines(lines: readonly LinePlace[]): Promise<readonly string[]>;
  workList(carrier: string, page: FlagPage, filter: RowFilter): Promise<FlagRow[]>;
  /** Adds those whose id is new and answers their ids; a flag that is known keeps its standing. */
  insertFlags(flags: readonly FlagRecord[]): Promise<readonly string[]>;
  /** Decides on a flag that nobody has decided on; false where somebody has, also in this moment. */
  decideFlag(flag: FlagKey, decision: FlagDecision): Promise<boolean>;
  /** Dismisses a flag that has been verified, and keeps since when it stood; null where there is none. */
  refuteFlag(flag: FlagKey, decision: Omit<FlagDecision, "status">): Promise<LineOfFlag | null>;
}

type FlagKey = Pick<FlagRow, "subjectId" | "id">;
type LineOfFlag = Pick<FlagRow, "lineId" | "carrier">;

/** What somebody found out about a flag. */
export interface FlagDecision {
  readonly status: FlagStatus;
  readonly verifiedBy: string | null;
  readonly verifiedAt: Date;
  readonly note: string;
}

/** The flags of one database or transaction. */
export function createFlagStore(db: Kysely<unknown>): FlagStore {
  return {
    async flagsByIds(ids, filter) {
      const located = await sql<{ subjectId: string }>`/* FlagStore.flagsByIds: directory */
        select distinct subject_id as "subjectId" from telecom.flag_directory where id = any(${[...ids]}::text[])`.execute(
        db,
      );
      if (located.rows.length === 0) return [];
      const { rows } = await sql<FlagRow>`/* FlagStore.flagsByIds */
        select ${columnsOf(FLAG, "f")} from telecom.flag f
        where f.subject_id = any(${located.rows.map(row => row.subjectId)}::text[]) and f.id = any(${[...ids]}::text[])
          and ${shown(filter)}`.execute(db);
      return rows;
    },

    async flagsBySubjects(subjectIds, limit, filter) {
      const { rows } = await sql<FlagRow>`/* FlagStore.flagsBySubjects */
        select * from (
          select ${columnsOf(FLAG, "f")},
            row_number() over (partition by f.subject_id order by f.reported_at desc, f.id) as place
          from telecom.flag f where f.subject_id = any(${[...subjectIds]}::text[]) and ${shown(filter)}
        ) newest where place <= ${limit} order by "subjectId", place`.execute(db);
      return rows;
    },

    async flagsByLines(lines, limit, filter) {
      const { rows } = await sql<FlagRow>`/* FlagStore.flagsByLines */
        select * from (
          select ${columnsOf(FLAG, "f")},
            row_number() over (partition by f.subject_id, f.line_id order by f.reported_at desc, f.id) as place
          from telecom.flag f where ${onLines(lines, "f")} and ${shown(filter)}
        ) newest where place <= ${limit} order by "lineId", place`.execute(db);
      return rows;
    },

    async flagIdsOnLines(lines) {
      if (lines.length === 0) return [];
      const { rows } = await sql<{ id: string }>`/* FlagStore.flagIdsOnLines */
        select f.id from telecom.flag f where ${onLines(lines, "f")}`.execute(db);
      return rows.map(({ id }) => id);
    },

    async workList(carrier, page, filter) {
      const after =
        page.after === null
          ? sql`true`
          : sql`(f.reported_at, f.id) < (${page.after.reportedAt}::timestamptz, ${page.after.id})`;
      const { rows } = await sql<FlagRow>`/* FlagStore.workList */
        select ${columnsOf(FLAG, "f")} from telecom.flag f
        where f.carrier = ${carrier} and ${shown(filter)} and ${after} and ${among("f.kind", page.kinds)}
          and ${page.status === null ? sql`true` : sql`f.status = ${page.status}`}
          and ${page.from === null ? sql`true` : sql`f.reported_at >= ${page.from}::timestamptz`}
          and ${page.to === null ? sql`true` : sql`f.reported_at < ${page.to}::timestamptz`}
        order by f.reported_at desc, f.id desc limit ${page.limit}`.execute(db);
      return rows;
    },

    async insertFlags(flags) {
      if (flags.length === 0) return [];
      // The directory decides what is new: its one row a flag is where two reports of the same flag meet and wait.
      const { rows } = await sql<{ id: string }>`/* FlagStore.insertFlags: directory */
        insert into telecom.flag_directory (id, subject_id)
        select r.id, r.subject_id from unnest(${flags.map(flag => flag.id)}::text[],
          ${flags.map(flag => flag.subjectId)}::text[]) as r(id, subject_id)
        order by r.id on conflict (id) do nothing returning id`.execute(db);
      const fresh = new Set(rows.map(row => row.id));
      if (fresh.size === 0) return [];
      await sql`/* FlagStore.insertFlags */
        ${insertRows(
          FLAG,
          flags.filter(flag => fresh.has(flag.id)),
        )} on conflict (subject_id, id) do nothing`.execute(db);
      return [...fresh];
    },

    async decideFlag({ subjectId, id }, { status, verifiedBy, verifiedAt, note }) {
      const { rows } = await sql`/* FlagStore.decideFlag */
        update telecom.flag set status = ${status}, verified_by = ${verifiedBy},
          verified_at = ${verifiedAt}::timestamptz, note = ${note}
        where subject_id = ${subjectId} and id = ${id} and status = 'REPORTED' returning id`.execute(db);
      return rows.length > 0;
    },

    async refuteFlag({ subjectId, id }, { verifiedBy, verifiedAt, note }) {
      const { rows } = await sql<LineOfFlag>`/* FlagStore.refuteFlag */
        update telecom.flag set status = 'DISMISSED', stood_from = coalesce(verified_at, reported_at),
          verified_by = ${verifiedBy}, verified_at = ${verifiedAt}::timestamptz, note = ${note}
        where subject_id = ${subjectId} and id = ${id} and status = 'VERIFIED'
        returning line_id as "lineId", carrier`.execute(db);
      return rows[0] ?? null;
    },
  };
}

/** Nobody is tipped off: the person learns of a police notice once it has been verified, and then knows of it. */
function shown(filter: RowFilter): RawBuilder<unknown> {
  const known =
    filter.person === null
      ? sql`true`
      : sql`not (f.kind = 'POLICE_NOTICE' and f.status <> 'VERIFIED' and f.stood_from is null)`;
  return sql`${visibleWithLine(filter, "f")} and ${known}`;
}
