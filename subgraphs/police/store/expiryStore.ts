import { sql, type Kysely } from "kysely";
import type { EndedMeasure } from "./sanctionWriteStore";
import type { StopPaymentRow } from "./caseWorkWriteStore";

/** A measure of a sanction whose last day has passed. */
export interface ExpiredMeasure extends EndedMeasure {
  readonly sanctionId: string;
}

/** A freeze whose last day has passed, with the account that it lay on. */
export interface ExpiredFreeze {
  readonly id: string;
  readonly issuedAt: Date;
  readonly until: string;
  readonly caseNumber: string;
  readonly subjectId: string | null;
  readonly accountId: string | null;
  readonly accountInstitution: string | null;
}

/** Finds what has ended by itself and was not told of, and marks it as told: each row once, whoever asks at once. */
export function createExpiryStore(db: Kysely<unknown>) {
  return {
    /**
     * The first of each index, so that asking every second costs nothing. Asked whether any row is before a moment,
     * PostgreSQL assumes that a third of all are, and reads the table until it finds one; mostly there is none.
     */
    async hasExpired(today: string, at: Date): Promise<boolean> {
      const { rows } = await sql<{ expired: boolean }>`/* ExpiryStore.hasExpired */
        select (select min(ends_on) from police.measure
            where lifted_at is null and expiry_told_at is null) < ${today}::date
          or (select min(ends_at) from police.stop_payment
            where lifted_at is null and expiry_told_at is null) <= ${at}
          or (select min(until_on) from police.freeze
            where lifted_at is null and expiry_told_at is null) < ${today}::date as expired`.execute(db);
      return rows[0]?.expired === true;
    },

    /** The condition stands inside and outside: whoever waited for another's mark finds the row marked, and leaves it. */
    async takeMeasures(today: string, at: Date, limit: number): Promise<ExpiredMeasure[]> {
      const { rows } = await sql<ExpiredMeasure>`/* ExpiryStore.takeMeasures */
        update police.measure m set expiry_told_at = ${at}
        from (select subject_id, sanction_id, kind, sector, starts_on from police.measure
          where ends_on < ${today}::date and lifted_at is null and expiry_told_at is null
          order by ends_on limit ${limit}) e
        where m.subject_id = e.subject_id and m.sanction_id = e.sanction_id and m.kind = e.kind
          and m.sector = e.sector and m.starts_on = e.starts_on and m.lifted_at is null
          and m.expiry_told_at is null
        returning m.sanction_id as "sanctionId", m.kind, m.sector, m.starts_on as "startsOn", m.ends_on as "endsOn"`.execute(
        db,
      );
      return rows;
    },

    async takeStops(at: Date, limit: number): Promise<StopPaymentRow[]> {
      const { rows } = await sql<StopPaymentRow>`/* ExpiryStore.takeStops */
        update police.stop_payment s set expiry_told_at = ${at}
        from (select id from police.stop_payment
          where ends_at <= ${at} and lifted_at is null and expiry_told_at is null
          order by ends_at limit ${limit}) e
        where s.id = e.id and s.lifted_at is null and s.expiry_told_at is null
        returning s.id, s.case_number as "caseNumber", s.account_id as "accountId",
          s.account_institution as institution, s.starts_at as "startsAt", s.ends_at as "endsAt", s.authority,
          s.lifted_at as "liftedAt"`.execute(db);
      return rows;
    },

    async takeFreezes(today: string, at: Date, limit: number): Promise<ExpiredFreeze[]> {
      const { rows } = await sql<ExpiredFreeze>`/* ExpiryStore.takeFreezes */
        update police.freeze f set expiry_told_at = ${at}
        from (select z.id, i.case_number, i.subject_id, i.account_id, i.account_institution
          from police.freeze z join police.involvement i on i.id = z.involvement_id
          where z.until_on < ${today}::date and z.lifted_at is null and z.expiry_told_at is null
          order by z.until_on limit ${limit}) e
        where f.id = e.id and f.lifted_at is null and f.expiry_told_at is null
        returning f.id, f.issued_at as "issuedAt", f.until_on as until, e.case_number as "caseNumber",
          e.subject_id as "subjectId", e.account_id as "accountId",
          e.account_institution as "accountInstitution"`.execute(db);
      return rows;
    },
  };
}

export type ExpiryStore = ReturnType<typeof createExpiryStore>;
