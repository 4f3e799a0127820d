import { sql, type Kysely } from "kysely";
import { recordset } from "../../shared/store/recordset";
import { groupBy } from "../groupBy";
import type { RowFilter } from "../rowFilter";
import type { AccountHistory } from "./accountHistory";
import { accountPast, mayChangePast, type AccountPast, type PastStretch } from "./accountPast";
import { visible } from "./rowCondition";

type Tx = Kysely<unknown>;

/** What an account of a person was through a time that is over. */
export type PastAccountRow = Omit<PastStretch, "lastSeenAt">;

const STRETCH = sql`p.account_id as id, p.subject_id as "subjectId", p.institution, p.kind,
  p.account_class as "accountClass", p.exempt_from_limit as "exemptFromLimit", p.opened_on as "openedOn", p.outlet_code as "outletCode", p.since,
  p.last_seen_at as "lastSeenAt", p.until`;

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
  if (changing.length === 0) return;
  const known = groupBy(await forgetStretches(tx, changing), ({ id }) => id);
  const pasts = changing.map(history => accountPast(history, known.get(history.id) ?? []));
  await addStretches(
    tx,
    pasts.flatMap(({ stretches }) => stretches),
  );
  await updateUnchangedSince(tx, pasts);
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
      opened_on, outlet_code, since, last_seen_at, until)
    select r."subjectId", r.id, r.institution, r.kind, r."accountClass", r."exemptFromLimit", r."openedOn",
      r."outletCode", r.since, r."lastSeenAt", r.until
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
  until: "timestamptz",
};

async function updateUnchangedSince(tx: Tx, pasts: readonly AccountPast[]): Promise<void> {
  await sql`/* AccountPastStore.updateUnchangedSince */
    update banking.account a set unchanged_since = r."unchangedSince"
    from ${recordset(pasts, { id: "text", subjectId: "text", unchangedSince: "timestamptz" })}
    where a.subject_id = r."subjectId" and a.id = r.id`.execute(tx);
}
