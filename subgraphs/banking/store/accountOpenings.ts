import { sql, type RawBuilder } from "kysely";

/** Is an account recognised as used in a case by whoever holds it in this row? */
function isInvolved(alias: string): RawBuilder<unknown> {
  return sql`exists (select 1 from banking.measure m
    where m.holding_id = ${sql.ref(`${alias}.id`)} and m.subject_id = ${sql.ref(`${alias}.subject_id`)}
      and m.cause_kind = 'CASE_ACCOUNT' and m.holder_known and m.ended_at is null)`;
}

/**
 * Accounts whose number has been given to somebody else since, who opened it anew: an opening of its own. That the next
 * holder has had it since as early is a correction of the record, and a corrected day the same opening.
 */
const FORMER_OPENINGS = sql`select f.*, ${isInvolved("f")} as is_involved from (
  select p.subject_id, p.account_id as id, p.institution, p.outlet_code, p.opened_on
  from banking.account_past p
  join banking.account_directory d on d.id = p.account_id
  join banking.account now on now.subject_id = d.subject_id and now.id = d.id
  where now.subject_id <> p.subject_id and now.opened_on > p.opened_on and not exists (
    select 1 from banking.account_past n where n.account_id = p.account_id and n.until > p.until
      and (n.subject_id = p.subject_id or n.opened_on <= p.opened_on))) f`;

/**
 * The table expression `opening`, with each opening of an account and whether whoever opened it had it recognised as
 * used in a case; for a `with`.
 */
export const OPENINGS = sql`former as (${FORMER_OPENINGS}), opening as (
  select a.subject_id, a.id, a.institution, a.outlet_code, a.opened_on, a.involved_on is not null and (
    ${isInvolved("a")} or not exists (select 1 from former f where f.id = a.id and f.is_involved)) as is_involved
  from banking.account a
  union all
  select * from former)`;
