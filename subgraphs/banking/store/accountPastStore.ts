import { sql, type Kysely } from "kysely";
import { recordset } from "../../shared/store/recordset";
import { groupBy } from "../groupBy";
import type { RowFilter } from "../rowFilter";
import type { AccountHistory } from "./accountHistory";
import { accountPast, mayChangePast, sightsOf, type AccountPast, type PastStretch } from "./accountPast";
import { visible } from "./rowCondition";

type Tx = Kysely<unknown>;

/** What an account of a person was through a time that is over. */
export type PastAccountRow = Omit<PastStretch, "lastSeenAt" | "sights">;

const STRETCH = sql`p.account_id as id, p.subject_id as "subjectId", p.institution, p.kind,
  p.account_class as "accountClass", p.exempt_from_limit as "exemptFromLimit", p.opened_on as "openedOn",
  p.outlet_code as "outletCode", p.since, p.last_seen_at as "lastSeenAt", p.sights, p.until`;

/** Reads what accounts were, by whoever held them then. */
export function createAccountPastStore(db: Tx) {
  return {
    async pastsBySubjects(subjectIds: readonly string[], filter: RowFilter): Promise<PastAccountRow[]> {
      const { rows } = await sql<PastAccountRow>`/* AccountPastStore.pastsBySubjects */
        select ${STRETCH} from banking.account_past p
        where p.subject_id = any(${subjectIds}::text[]) and ${visible(filter, "p")}`.execute(db);
      return rows;
    },
  };
}

/** After a batch is written: keeps what it says that accounts were before, whichever report came first. */
export async function keepAccountPasts(tx: Tx, histories: readonly AccountHistory[]): Promise<void> {
  const changing = histories.filter(mayChangePast);
  await addSights(
    tx,
    histories.filter(history => !mayChangePast(history)),
  );
  if (changing.length === 0) return;
  const known = groupBy(await forgetStretches(tx, changing), ({ id }) => id);
  const pasts = changing.map(history => accountPast(history, known.get(history.id) ?? []));
  await addStretches(
    tx,
    pasts.flatMap(({ stretches }) => stretches),
  );
  await updatePresent(tx, pasts);
}

async function forgetStretches(tx: Tx, histories: readonly AccountHistory[]): Promise<PastStretch[]> {
  const ids = histories.map(({ id }) => id);
  const { rows } = await sql<PastStretch>`/* AccountPastStore.forgetStretches */
    delete from banking.account_past p where p.account_id = any(${ids}::text[])
    returning ${STRETCH}`.execute(tx);
  return rows;
}

async function addStretches(tx: Tx, stretches: readonly PastStretch[]): Promise<void> {
  if (stretches.length === 0) return;
  await sql`/* AccountPastStore.addStretches */
    insert into banking.account_past (subject_id, account_id, institution, kind, account_class, exempt_from_limit,
      opened_on, outlet_code, since, last_seen_at, sights, until)
    select r."subjectId", r.id, r.institution, r.kind, r."accountClass", r."exemptFromLimit", r."openedOn",
      r."outletCode", r.since, r."lastSeenAt", r.sights, r.until
    from ${recordset(stretches, STRETCH_COLUMNS)}`.execute(tx);
}

const STRETCH_COLUMNS = {
  id: "text",
  subjectId: "text",
  institution: "text",
  kind: "text",
  accountClass: "text",
  exemptFromLimit: "text",
  openedOn: "date",
  outletCode: "text",
  since: "timestamptz",
  lastSeenAt: "timestamptz",
  sights: "text[]",
  until: "timestamptz",
};

async function updatePresent(tx: Tx, pasts: readonly AccountPast[]): Promise<void> {
  await sql`/* AccountPastStore.updatePresent */
    update banking.account a set unchanged_since = r."unchangedSince", sights = r.sights
    from ${recordset(pasts, PRESENT_COLUMNS)}
    where a.subject_id = r."subjectId" and a.id = r.id`.execute(tx);
}

const PRESENT_COLUMNS = {
  id: "text",
  subjectId: "text",
  unchangedSince: "timestamptz",
  sights: "text[]",
};

/** Of accounts that are what they were. */
async function addSights(tx: Tx, histories: readonly AccountHistory[]): Promise<void> {
  const seen = histories
    .map(history => ({ id: history.id, subjectId: history.subjectId, sights: sightsOf(history) }))
    .filter(({ sights }) => sights.length > 0);
  if (seen.length === 0) return;
  await sql`/* AccountPastStore.addSights */
    update banking.account a set sights = a.sights || r.sights
    from ${recordset(seen, { id: "text", subjectId: "text", sights: "text[]" })}
    where a.subject_id = r."subjectId" and a.id = r.id`.execute(tx);
}
