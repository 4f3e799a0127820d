import { sql, type Kysely } from "kysely";
import type { AccountRecord, AccountStanding } from "./accountRecord";
import { recordset } from "./recordset";

/** What the directory knew of an account before a batch. */
export interface StoredAccount extends AccountStanding {
  readonly id: string;
}

/**
 * Enters accounts that are new, locks and answers those that were there. The directory decides: whoever adds
 * the row first owns the account, and a second writer waits here until the first has finished.
 */
export async function claimDirectory(
  tx: Kysely<unknown>,
  records: readonly AccountRecord[],
): Promise<ReadonlyMap<string, StoredAccount>> {
  const rows = records.map(({ id, subjectId, institution, observedAt }) => ({
    id,
    subjectId,
    institution,
    observedAt,
  }));
  // In the order of their ids, so that two batches lock common rows in the same order and never wait for each other.
  const { rows: added } = await sql<{ id: string }>`/* AccountReportStore.addToDirectory */
    insert into banking.account_directory (id, subject_id, institution, observed_at)
    select r.id, r."subjectId", r.institution, r."observedAt"
    from ${recordset(rows, `id text, "subjectId" text, institution text, "observedAt" timestamptz`)}
    order by r.id
    on conflict (id) do nothing
    returning id`.execute(tx);
  const isNew = new Set(added.map(row => row.id));
  const known = records.map(record => record.id).filter(id => !isNew.has(id));
  if (known.length === 0) return new Map();
  await sql`/* AccountReportStore.lockStored */
    select id from banking.account_directory where id = any(${known}::text[]) order by id for update`.execute(
    tx,
  );
  // A statement of its own: only after the lock does it see what a writer that was waited for has written.
  const { rows: stored } = await sql<StoredAccount>`/* AccountReportStore.readStored */
    select d.id, d.subject_id as "subjectId", d.observed_at as "observedAt", a.reported_status as "reportedStatus",
      a.kind, a.account_class as "accountClass", a.opened_on as "openedOn", a.closed_on as "closedOn",
      a.outlet_code as "outletCode", a.exempt_from_limit as "exemptFromLimit"
    from banking.account_directory d join banking.account a on a.subject_id = d.subject_id and a.id = d.id
    where d.id = any(${known}::text[])`.execute(tx);
  return new Map(stored.map(row => [row.id, row]));
}
