import { sql, type Kysely, type RawBuilder } from "kysely";
import type { FigureFilter } from "../rowFilter";
import type { RectificationStatus } from "../types/enums";
import type { Rectification } from "../types/Rectification";
import { insertRows } from "./table";
import { RECTIFICATION, type RectificationRecord } from "./tables/rectificationTable";

/** A rectification with the carrier on whose record it stands. */
export interface RectificationRow extends Rectification {
  readonly institution: string;
}

/** A carrier's breaches on its record. */
export interface BreachPage {
  readonly from: string | null;
  readonly to: string | null;
  readonly limit: number;
}

/** Reads and adds rectifications; `day` decides what is overdue. */
export interface RectificationStore {
  rectifications(
    choice: { readonly status: RectificationStatus | null; readonly limit: number },
    day: string,
    filter: FigureFilter,
  ): Promise<RectificationRow[]>;
  rectificationsByIds(ids: readonly string[], day: string, filter: FigureFilter): Promise<RectificationRow[]>;
  breaches(institutions: readonly string[], page: BreachPage, day: string): Promise<RectificationRow[]>;
  countOpen(institutions: readonly string[]): Promise<{ institution: string; open: number }[]>;
  /** False where somebody has ended it, also in this moment. */
  endRectification(
    id: string,
    status: RectificationStatus.CLOSED | RectificationStatus.SHUT,
    day: string,
    note: string,
  ): Promise<boolean>;
  /** Adds those whose id is new. */
  insertRectifications(rectifications: readonly RectificationRecord[]): Promise<void>;
}

/** The rectifications of one database or transaction. */
export function createRectificationStore(db: Kysely<unknown>): RectificationStore {
  return {
    async rectifications({ status, limit }, day, filter) {
      const { rows } = await sql<RectificationRow>`/* RectificationStore.rectifications */
        select ${columns(day)} from telecom.rectification r
        where ${own(filter)} and ${status === null ? sql`true` : sql`${standing(day)} = ${status}`}
        order by r.ordered_on desc, r.id limit ${limit}`.execute(db);
      return rows;
    },

    async rectificationsByIds(ids, day, filter) {
      const { rows } = await sql<RectificationRow>`/* RectificationStore.rectificationsByIds */
        select ${columns(day)} from telecom.rectification r
        where r.id = any(${[...ids]}::text[]) and ${own(filter)}`.execute(db);
      return rows;
    },

    async breaches(institutions, { from, to, limit }, day) {
      const { rows } = await sql<RectificationRow>`/* RectificationStore.breaches */
        select * from (
          select ${columns(day)},
            row_number() over (partition by r.institution order by r.ordered_on desc, r.id) as place
          from telecom.rectification r
          where r.institution = any(${[...institutions]}::text[])
            and ${from === null ? sql`true` : sql`r.ordered_on >= ${from}::date`}
            and ${to === null ? sql`true` : sql`r.ordered_on <= ${to}::date`}
        ) newest where place <= ${limit} order by institution, place`.execute(db);
      return rows;
    },

    async countOpen(institutions) {
      const { rows } = await sql<{ institution: string; open: number }>`/* RectificationStore.countOpen */
        select r.institution, count(*) as open from telecom.rectification r
        where r.institution = any(${[...institutions]}::text[]) and r.status = 'ORDERED'
        group by r.institution`.execute(db);
      return rows;
    },

    async endRectification(id, status, day, note) {
      const { rows } = await sql`/* RectificationStore.endRectification */
        update telecom.rectification set status = ${status}, closed_on = ${day}::date, note = ${note}
        where id = ${id} and status = 'ORDERED' returning id`.execute(db);
      return rows.length > 0;
    },

    async insertRectifications(rectifications) {
      if (rectifications.length === 0) return;
      await sql`/* RectificationStore.insertRectifications */
        ${insertRows(RECTIFICATION, rectifications)} on conflict (id) do nothing`.execute(db);
    },
  };
}

function columns(day: string): RawBuilder<unknown> {
  return sql`r.id, r.institution, r.target_kind as "targetKind", r.target_code as "targetCode", r.breach,
    ${standing(day)} as status, r.ordered_on as "orderedOn", r.due_on as "dueOn", r.closed_on as "closedOn"`;
}

function standing(day: string): RawBuilder<unknown> {
  return sql`case when r.status = 'ORDERED' and r.due_on < ${day}::date then 'OVERDUE' else r.status end`;
}

function own(filter: FigureFilter): RawBuilder<unknown> {
  return filter.institution === null ? sql`true` : sql`r.institution = ${filter.institution}`;
}
