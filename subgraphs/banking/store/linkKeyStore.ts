import { sql, type Kysely } from "kysely";
import { recordset } from "../../shared/store/recordset";
import { outdatesSights, type AccountHistory } from "./accountHistory";
import { isClosed } from "./isNewerAccount";
import { withoutOutdated, type LinkKeyRow } from "./linkKeyRow";

const RETIRED = {
  id: "text",
  subjectId: "text",
  previousSubjectId: "text",
  isFresh: "boolean",
  isOlder: "boolean",
  firstObservedAt: "text",
  closing: "text",
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
    return {
      id,
      subjectId,
      previousSubjectId: stored.subjectId,
      isFresh: fresh !== null,
      isOlder: firstObservedAt < stored.firstObservedAt,
      firstObservedAt: stored.firstObservedAt.toISOString(),
      closing: isClosed(stored) ? " CLOSED" : "",
    };
  });
  if (rows.length === 0) return;
  await sql`/* LinkKeyStore.retireLinkKeys */
    update banking.link_key l set subject_id = r."subjectId", is_current = l.is_current and not r."isFresh",
      held_since = case when r."isOlder" then null else l.held_since end,
      sights = coalesce(l.sights, array(
        select distinct r."firstObservedAt" || ' ' || to_char(d.day, 'YYYY-MM-DD') || r.closing
        from unnest(array[l.first_seen_on, l.last_seen_on]) as d(day)))
    from banking.account a, ${recordset(rows, RETIRED)}
    where a.subject_id = r."previousSubjectId" and a.id = r.id
      and l.link_key = any(a.link_keys) and l.account_id = a.id
      and (r."isFresh" or r."isOlder" or l.sights is null)`.execute(tx);
}

/**
 * Takes out what accounts shared of which a closing comes late, and answers what is left of it: what was seen after the
 * closing counts for nothing, as it would have if the closing had been told first.
 */
export async function forgetOutdatedLinks(
  tx: Kysely<unknown>,
  histories: readonly AccountHistory[],
): Promise<LinkKeyRow[]> {
  const closings = new Map(
    histories.filter(outdatesSights).map(({ id, firstClosedAt }) => [id, firstClosedAt]),
  );
  const rows = histories.flatMap(({ id, stored }) =>
    stored === null || !closings.has(id) ? [] : [{ id, subjectId: stored.subjectId }],
  );
  if (rows.length === 0) return [];
  const { rows: known } = await sql<LinkKeyRow>`/* LinkKeyStore.forgetOutdatedLinks */
    delete from banking.link_key l using banking.account a, ${recordset(rows, { id: "text", subjectId: "text" })}
    where a.subject_id = r."subjectId" and a.id = r.id and l.link_key = any(a.link_keys) and l.account_id = a.id
    returning l.link_key as "linkKey", l.account_id as "accountId", l.subject_id as "subjectId",
      l.sealed_value as "sealedValue", l.first_seen_on as "firstSeenOn", l.last_seen_on as "lastSeenOn",
      l.held_since as "heldSince", l.is_current as "isCurrent", l.sights`.execute(tx);
  return known.flatMap(row => {
    const closedAt = closings.get(row.accountId) ?? null;
    return (closedAt === null ? row : withoutOutdated(row, closedAt)) ?? [];
  });
}

/** After what accounts share is written: of those of which a closing came late, the keys that nothing is left of. */
export async function dropLostKeys(tx: Kysely<unknown>, histories: readonly AccountHistory[]): Promise<void> {
  const rows = histories.filter(outdatesSights).map(({ id, subjectId }) => ({ id, subjectId }));
  if (rows.length === 0) return;
  await sql`/* LinkKeyStore.dropLostKeys */
    update banking.account a set link_keys = array(
      select l.link_key from banking.link_key l where l.link_key = any(a.link_keys) and l.account_id = a.id)
    from ${recordset(rows, { id: "text", subjectId: "text" })}
    where a.subject_id = r."subjectId" and a.id = r.id`.execute(tx);
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
  sights: "text[]",
};

/** Of a day it is enough to know when it was told first: 24 characters of the moment, a blank, and what is said. */
const SIGHTS = sql`array(select min(s.note) from unnest(l.sights || excluded.sights) as s(note)
  group by substring(s.note from 26) order by 1)`;

/** Adds what accounts share; of what is known already the time only grows, and nothing is written that says no more. */
export async function upsertLinkKeys(tx: Kysely<unknown>, rows: readonly LinkKeyRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`/* LinkKeyStore.upsertLinkKeys */
    insert into banking.link_key as l (link_key, account_id, subject_id, sealed_value, first_seen_on, last_seen_on,
      held_since, is_current, sights)
    select r."linkKey", r."accountId", r."subjectId", r."sealedValue", r."firstSeenOn", r."lastSeenOn",
      r."heldSince", r."isCurrent", r.sights
    from ${recordset(rows, COLUMNS)}
    order by r."linkKey", r."accountId"
    on conflict (link_key, account_id) do update set
      first_seen_on = least(l.first_seen_on, excluded.first_seen_on),
      last_seen_on = greatest(l.last_seen_on, excluded.last_seen_on),
      held_since = least(l.held_since, excluded.held_since),
      is_current = l.is_current or excluded.is_current, sights = ${SIGHTS}
    where excluded.first_seen_on < l.first_seen_on or excluded.last_seen_on > l.last_seen_on
      or least(l.held_since, excluded.held_since) is distinct from l.held_since
      or (excluded.is_current and not l.is_current)
      or ${SIGHTS} is distinct from l.sights`.execute(tx);
}
