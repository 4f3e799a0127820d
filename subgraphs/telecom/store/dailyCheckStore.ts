import { sql, type Kysely } from "kysely";
import type { LineOrderKind } from "../types/enums";
import type { LineUse } from "../rules/unused90Days";

/** A line that a daily check looks at. */
export interface CheckedLine extends LineUse {
  readonly subjectId: string;
  readonly id: string;
  readonly carrier: string;
  /** The last day of which its carrier has reported everything; null while it has not. */
  readonly completeThrough: string | null;
  /** Kinds of orders that its carrier has not executed yet: a task is not given twice. */
  readonly openKinds: readonly LineOrderKind[];
}

/** A part of the lines, in the order of their keys. */
export interface CheckPage {
  /** Lines that showed a sign of use after this day are left out. */
  readonly usedUntil: string;
  readonly limit: number;
  readonly after: Pick<CheckedLine, "subjectId" | "id"> | null;
}

/** A rectification that has become overdue. */
export interface OverdueRectification {
  readonly id: string;
  readonly institution: string;
}

/** What daily checks read, and which days they have been made for. */
export interface DailyCheckStore {
  isChecked(day: string): Promise<boolean>;
  /** Takes the day for this transaction; false where it has been checked, or is being checked, already. */
  claimDay(day: string, at: Date): Promise<boolean>;
  /** The day checked before this one. */
  dayBefore(day: string): Promise<string | null>;
  /** Lines that may be out of use, or that nobody is registered for. */
  candidates(page: CheckPage): Promise<CheckedLine[]>;
  /** Still open, and due on a day from `from` on and before `day`. */
  overdueSince(from: string | null, day: string): Promise<OverdueRectification[]>;
}

/** The daily checks of one transaction. */
export function createDailyCheckStore(db: Kysely<unknown>): DailyCheckStore {
  return {
    async claimDay(day, at) {
      const { rows } = await sql`/* DailyCheckStore.claimDay */
        insert into telecom.daily_run (day, run_at) values (${day}::date, ${at}::timestamptz)
        on conflict (day) do nothing returning day`.execute(db);
      return rows.length > 0;
    },

    async isChecked(day) {
      const { rows } = await sql`/* DailyCheckStore.isChecked */
        select day from telecom.daily_run where day = ${day}::date`.execute(db);
      return rows.length > 0;
    },

    async dayBefore(day) {
      const { rows } = await sql<{ day: string | null }>`/* DailyCheckStore.dayBefore */
        select max(day) as day from telecom.daily_run where day < ${day}::date`.execute(db);
      return rows[0]?.day ?? null;
    },

    async candidates({ usedUntil, limit, after }) {
      const { rows } = await sql<CheckedLine>`/* DailyCheckStore.candidates */
        select l.subject_id as "subjectId", l.id, l.carrier, l.status, l.registered_on as "registeredOn",
          l.activated_on as "activatedOn", l.last_used_on as "lastUsedOn",
          -- The day within which the records end, at its first moment included, is not known whole.
          (c.complete_as_of at time zone 'Asia/Shanghai')::date - 1 as "completeThrough",
          array(
            select o.kind from telecom.line_order o
            where o.subject_id = l.subject_id and o.line_id = l.id and o.status in ('ISSUED', 'DELIVERED')
          ) as "openKinds"
        from telecom.line l left join telecom.coverage c on c.institution = l.carrier
        where ${after === null ? sql`true` : sql`(l.subject_id, l.id) > (${after.subjectId}, ${after.id})`}
          and (
            (l.status in ('ACTIVE', 'PENDING')
              and coalesce(l.last_used_on, l.activated_on, l.registered_on) <= ${usedUntil}::date)
            or (l.subject_id like '-%' and l.status in ('ACTIVE', 'DORMANT', 'REVERIFY_REQUIRED')))
        order by l.subject_id, l.id limit ${limit}`.execute(db);
      return rows;
    },

    async overdueSince(from, day) {
      const { rows } = await sql<OverdueRectification>`/* DailyCheckStore.overdueSince */
        select r.id, r.institution from telecom.rectification r
        where r.status = 'ORDERED' and r.due_on < ${day}::date
          and (${from}::date is null or r.due_on >= ${from}::date)
        order by r.id`.execute(db);
      return rows;
    },
  };
}
