import { sql, type Kysely } from "kysely";
import { recordset } from "../store/recordset";
import type { Ending, StandingMeasure } from "./standingMeasure";

/** The subgraphs that carry measures out. */
export type CarryingSubgraph = "banking" | "telecom";

/** Measures and reviews of one subgraph, inside a transaction. */
export interface MeasureStore {
  /**
   * Takes measures in; one that is known takes over a new end, and one that has ended stays ended. Those that begin
   * after today wait for their day.
   */
  begin(measures: readonly StandingMeasure[], today: string): Promise<void>;
  /** Ends measures, also those that were never told of here: their orders may be older than this store. */
  end(measures: readonly StandingMeasure[], at: Date, by: Ending): Promise<void>;
  measuresOf(causeIds: readonly string[]): Promise<StandingMeasure[]>;
  /** Those that stand and concern one of the people, or one of the holdings. */
  standing(subjectIds: readonly string[], holdingIds: readonly string[]): Promise<StandingMeasure[]>;
  /** Takes out those that have waited for their day, and answers them. */
  takeBegun(today: string, limit: number): Promise<StandingMeasure[]>;
  /** Those whose time is over and that have not been ended: the first of each index, however many stand. */
  overdue(today: string, now: Date, limit: number): Promise<StandingMeasure[]>;
  /** Takes the oldest reviews out and answers whose they are. */
  takeReviews(limit: number): Promise<string[]>;
  /** The first of each index, so that asking each second costs nothing, however many measures there are. */
  hasWork(today: string, now: Date): Promise<boolean>;
}

/** The measures of one subgraph's store. */
export function createMeasureStore(name: CarryingSubgraph, tx: Kysely<unknown>): MeasureStore {
  const measure = sql.id(name, "measure");
  const review = sql.id(name, "order_review");
  const rowsOf = (measures: readonly StandingMeasure[]) => recordset(measures, TYPES);
  return {
    async begin(measures, today) {
      if (measures.length === 0) return;
      await sql`/* MeasureStore.begin */
        insert into ${measure} as t (${sql.raw(NAMES)}) select ${sql.raw(VALUES)} from ${rowsOf(measures)}
        order by r."causeId", r.kind, r.sector
        on conflict (cause_id, kind, sector) do update set ends_on = excluded.ends_on, ends_at = excluded.ends_at
        where t.ended_at is null`.execute(tx);
      await sql`/* MeasureStore.begin: wait */
        update ${measure} t set awaits_start = t.starts_on > ${today}::date from ${rowsOf(measures)}
        where t.cause_id = r."causeId" and t.kind = r.kind and t.sector = r.sector`.execute(tx);
    },

    async end(measures, at, by) {
      if (measures.length === 0) return;
      const ended = measures.map(one => ({ ...one, endedAt: at, endedBy: by }));
      await sql`/* MeasureStore.end */
        insert into ${measure} as t (${sql.raw(NAMES)}) select ${sql.raw(VALUES)} from ${rowsOf(ended)}
        order by r."causeId", r.kind, r.sector
        on conflict (cause_id, kind, sector) do update set ended_at = excluded.ended_at, ended_by = excluded.ended_by
        where t.ended_at is null`.execute(tx);
    },

    async measuresOf(causeIds) {
      const { rows } = await sql<StandingMeasure>`/* MeasureStore.measuresOf */
        select ${sql.raw(SELECTED)} from ${measure} where cause_id = any(${causeIds}::text[])
        order by cause_id, kind, sector`.execute(tx);
      return rows;
    },

    async standing(subjectIds, holdingIds) {
      const { rows } = await sql<StandingMeasure>`/* MeasureStore.standing */
        select ${sql.raw(SELECTED)} from ${measure}
        where ended_at is null
          and (subject_id = any(${subjectIds}::text[]) or holding_id = any(${holdingIds}::text[]))
        order by cause_id, kind, sector`.execute(tx);
      return rows;
    },

    async takeBegun(today, limit) {
      const { rows } = await sql<StandingMeasure>`/* MeasureStore.takeBegun */
        update ${measure} set awaits_start = false where (cause_id, kind, sector) in (
          select cause_id, kind, sector from ${measure} where awaits_start and starts_on <= ${today}::date
          order by starts_on, cause_id, kind, sector limit ${limit}::int)
        returning ${sql.raw(SELECTED)}`.execute(tx);
      return rows;
    },

    async overdue(today, now, limit) {
      const { rows } = await sql<StandingMeasure>`/* MeasureStore.overdue */
        select ${sql.raw(SELECTED)} from (
          (select * from ${measure} where ended_at is null and ends_on < ${today}::date
            order by ends_on limit ${limit}::int)
          union
          (select * from ${measure} where ended_at is null and ends_at <= ${now}::timestamptz
            order by ends_at limit ${limit}::int)) over_by_now
        order by cause_id, kind, sector limit ${limit}::int`.execute(tx);
      return rows;
    },

    async takeReviews(limit) {
      const { rows } = await sql<{ subjectId: string }>`/* MeasureStore.takeReviews */
        delete from ${review} where position in (select position from ${review} order by position limit ${limit}::int)
        returning subject_id as "subjectId"`.execute(tx);
      return [...new Set(rows.map(row => row.subjectId))];
    },

    async hasWork(today, now) {
      const { rows } = await sql<{ work: boolean }>`/* MeasureStore.hasWork */
        select exists (select 1 from ${review})
          or (select min(starts_on) from ${measure} where awaits_start) <= ${today}::date
          or (select min(ends_on) from ${measure} where ended_at is null) < ${today}::date
          or (select min(ends_at) from ${measure} where ended_at is null) <= ${now}::timestamptz as work`.execute(
        tx,
      );
      return rows[0]?.work === true;
    },
  };
}

const COLUMNS: Readonly<Record<keyof StandingMeasure, readonly [column: string, type: string]>> = {
  causeId: ["cause_id", "text"],
  kind: ["kind", "text"],
  sector: ["sector", "text"],
  causeKind: ["cause_kind", "text"],
  subjectId: ["subject_id", "text"],
  holderKnown: ["holder_known", "boolean"],
  holdingId: ["holding_id", "text"],
  startsOn: ["starts_on", "date"],
  endsOn: ["ends_on", "date"],
  startsAt: ["starts_at", "timestamptz"],
  endsAt: ["ends_at", "timestamptz"],
  article: ["article", "text"],
  holderMark: ["holder_mark", "text"],
  endedAt: ["ended_at", "timestamptz"],
  endedBy: ["ended_by", "text"],
};

const entries = Object.entries(COLUMNS);
const NAMES = entries.map(([, [column]]) => column).join(", ");
const VALUES = entries.map(([property]) => `r."${property}"`).join(", ");
const SELECTED = entries.map(([property, [column]]) => `${column} as "${property}"`).join(", ");
const TYPES = Object.fromEntries(entries.map(([property, [, type]]) => [property, type]));
