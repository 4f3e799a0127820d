import { sql, type Kysely } from "kysely";
import { recordset } from "../../shared/store/recordset";
import type { AccountHistory } from "./accountHistory";
import type { LinkKeyRow } from "./linkKeyRow";

const RETIRED = {
  id: "text",
  subjectId: "text",
  previousSubjectId: "text",
  isFresh: "boolean",
  isOlder: "boolean",
};

/**
 * Takes accounts that are about to be overwritten out of what they shared, and hands it on to a new holder. Where a
 * record turns up that is older than all before, what they named is no longer taken to hold since the opening.
 */
export async function retireLinkKeys(
  tx: Kysely<unknown>,
  histories: readonly AccountHistory[],
): Promise<void> {
  const rows = histories.flatMap(({ id, subjectId, fresh, stored, firstObservedAt }) => {
    if (stored === null) return [];
    const isFresh = fresh !== null;
    const isOlder = firstObservedAt < stored.firstObservedAt;
    return isFresh || isOlder
      ? [{ id, subjectId, previousSubjectId: stored.subjectId, isFresh, isOlder }]
      : [];
  });
  if (rows.length === 0) return;
  await sql`/* LinkKeyStore.retireLinkKeys */
    update banking.link_key l set subject_id = r."subjectId", is_current = l.is_current and not r."isFresh",
      held_since = case when r."isOlder" then null else l.held_since end
    from banking.account a, ${recordset(rows, RETIRED)}
    where a.subject_id = r."previousSubjectId" and a.id = r.id
      and l.link_key = any(a.link_keys) and l.account_id = a.id`.execute(tx);
}

const COLUMNS = {
  linkKey: "text",
  accountId: "text",
  subjectId: "text",
  sealedValue: "text",
  firstSeenOn: "date",
  lastSeenOn: "date",
  heldSince: "date",
  isCurrent: "boolean",
};

/** Adds what accounts share; of what is known already the time only grows, and nothing is written that says no more. */
export async function upsertLinkKeys(tx: Kysely<unknown>, rows: readonly LinkKeyRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`/* LinkKeyStore.upsertLinkKeys */
    insert into banking.link_key as l (link_key, account_id, subject_id, sealed_value, first_seen_on, last_seen_on,
      held_since, is_current)
    select r."linkKey", r."accountId", r."subjectId", r."sealedValue", r."firstSeenOn", r."lastSeenOn",
      r."heldSince", r."isCurrent"
    from ${recordset(rows, COLUMNS)}
    order by r."linkKey", r."accountId"
    on conflict (link_key, account_id) do update set
      first_seen_on = least(l.first_seen_on, excluded.first_seen_on),
      last_seen_on = greatest(l.last_seen_on, excluded.last_seen_on),
      held_since = least(l.held_since, excluded.held_since),
      is_current = l.is_current or excluded.is_current
    where excluded.first_seen_on < l.first_seen_on or excluded.last_seen_on > l.last_seen_on
      or least(l.held_since, excluded.held_since) is distinct from l.held_since
      or (excluded.is_current and not l.is_current)`.execute(tx);
}
