import { sql, type Kysely } from "kysely";
import { keepUuids } from "./keepUuids";

/** Finds what the police stand behind, and what it was put on. */
export function createCauseStore(db: Kysely<unknown>) {
  return {
    /**
     * The organ whose act a cause is: whoever recognised or ordered it, or else the organ of the case in which it was
     * asked for. Null where it is none of the police: a rule of the hub, a carrier's own act.
     */
    async organOf(causeId: string): Promise<string | null> {
      const ids = keepUuids([causeId]);
      const { rows } = await sql<{ organ: string | null }>`/* CauseStore.organOf */
        select s.recognised_by as organ from police.sanction_directory d
          join police.sanction s on s.subject_id = d.subject_id and s.id = d.id where d.id = any(${ids}::uuid[])
        union all select coalesce(i.recognised_by, c.authority) from police.involvement i
          join police.case_file c on c.number = i.case_number where i.id = any(${ids}::uuid[])
        union all select coalesce(p.authority, c.authority) from police.stop_payment p
          join police.case_file c on c.number = p.case_number where p.id = any(${ids}::uuid[])
        union all select authority from police.freeze where id = any(${ids}::uuid[])
        union all select c.authority from police.statement_request r
          join police.involvement i on i.id = r.involvement_id
          join police.case_file c on c.number = i.case_number where r.id = any(${ids}::uuid[])`.execute(db);
      return rows[0]?.organ ?? null;
    },

    /** When what a cause brought about ends by itself: to the moment, or with a last day; null where it does not. */
    async endOf(
      causeId: string,
    ): Promise<{ readonly endsAt: Date | null; readonly lastDay: string | null } | null> {
      const ids = keepUuids([causeId]);
      const { rows } = await sql<{ endsAt: Date | null; lastDay: string | null }>`/* CauseStore.endOf */
        select ends_at as "endsAt", null::date as "lastDay" from police.stop_payment where id = any(${ids}::uuid[])
        union all select null, until_on from police.freeze where id = any(${ids}::uuid[])
        union all select null, max(m.ends_on) from police.sanction_directory d
          join police.measure m on m.subject_id = d.subject_id and m.sanction_id = d.id
          where d.id = any(${ids}::uuid[]) having count(*) > 0`.execute(db);
      return rows[0] ?? null;
    },

    /** The account or line that an involvement or a stop-payment names; null for a person and for none. */
    async holdingOf(
      causeId: string,
    ): Promise<{ readonly accountId: string | null; readonly lineId: string | null } | null> {
      const ids = keepUuids([causeId]);
      const { rows } = await sql<{
        accountId: string | null;
        lineId: string | null;
      }>`/* CauseStore.holdingOf */
        select account_id as "accountId", line_id as "lineId" from police.involvement where id = any(${ids}::uuid[])
        union all select account_id, null from police.stop_payment where id = any(${ids}::uuid[])`.execute(
        db,
      );
      return rows[0] ?? null;
    },
  };
}
