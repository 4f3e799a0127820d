import { sql, type Kysely } from "kysely";
import { addOrderReviews } from "../../shared/orders/reviewStore";
import type { SubgraphKeys } from "../../shared/requestContext";
import type { ReportedStatus } from "../accountStatus";
import { SEAL_CONTEXTS } from "../sealContexts";
import { AccountStatus } from "../types/enums";
import type { AccountRecord, SavedAccount } from "./accountRecord";
import { claimDirectory, type StoredAccount } from "./claimDirectory";
import { isNewerAccount } from "./isNewerAccount";
import { createLinkKeyRows, type LinkKeyRow } from "./linkKeyRow";
import { moveToNewHolder } from "./moveToNewHolder";
import { recordset } from "./recordset";

type Tx = Kysely<unknown>;
type Stored = ReadonlyMap<string, StoredAccount>;

/** Writes what institutions report of accounts, in a transaction; a batch takes the same few statements whatever its size. */
export function createAccountReportStore(tx: Tx, keys: SubgraphKeys) {
  const linkKeyRowsOf = createLinkKeyRows(keys);

  function sealedRow(record: AccountRecord, links: readonly LinkKeyRow[]): object {
    const { number, reservedPhone, ...clear } = record;
    const seal = (plain: string, context: string): string => keys.sealer.seal(plain, context);
    return {
      ...clear,
      sealedNumber: seal(number, SEAL_CONTEXTS.accountNumber(record.id)),
      sealedReservedPhone:
        reservedPhone === null ? null : seal(reservedPhone, SEAL_CONTEXTS.reservedPhone(record.id)),
      linkKeys: links.map(link => link.linkKey),
    };
  }

  return {
    /** Saves a batch and tells, in its order, what became of each record. */
    async saveAccounts(records: readonly AccountRecord[]): Promise<SavedAccount[]> {
      if (records.length === 0) return [];
      const newest = newestById(records);
      const stored = await claimDirectory(tx, newest);
      const fresh = newest.filter(record => isNewer(record, stored) && refusedIn(record, stored) === null);
      await prepareStored(tx, fresh, stored);
      const agents = await agentsOf(tx, fresh);
      const links = fresh.map(record =>
        linkKeyRowsOf(record, agents.get(outletOf(record)) ?? null, !stored.has(record.id)),
      );
      await upsertAccounts(
        tx,
        fresh.map((record, index) => sealedRow(record, links[index] ?? [])),
      );
      await upsertLinkKeys(tx, links.flat());
      await addOrderReviews(
        tx,
        "banking",
        fresh.map(record => record.subjectId),
      );
      const written = new Set(fresh);
      return records.map(record => outcomeOf(record, written.has(record), stored));
    },
  };
}

/** Of several records of one account in a batch the newest counts. */
function newestById(records: readonly AccountRecord[]): AccountRecord[] {
  const newest = new Map<string, AccountRecord>();
  for (const record of records) {
    const known = newest.get(record.id);
    if (known === undefined || isNewerAccount(record, known)) newest.set(record.id, record);
  }
  return [...newest.values()];
}

function isNewer(record: AccountRecord, stored: Stored): boolean {
  const before = stored.get(record.id);
  return before === undefined || isNewerAccount(record, before);
}

/** A closed account stays closed: what is opened again is another account. */
function refusedIn(record: AccountRecord, stored: Stored): ReportedStatus | null {
  const standing = stored.get(record.id)?.reportedStatus;
  const isReopened = standing === AccountStatus.CLOSED && record.reportedStatus !== AccountStatus.CLOSED;
  return isReopened && isNewer(record, stored) ? standing : null;
}

function outcomeOf(record: AccountRecord, isWritten: boolean, stored: Stored): SavedAccount {
  const before = stored.get(record.id)?.subjectId ?? record.subjectId;
  const hasMoved = isWritten && before !== record.subjectId;
  return {
    id: record.id,
    subjectId: record.subjectId,
    isWritten,
    refusedIn: refusedIn(record, stored),
    previousSubjectId: hasMoved ? before : null,
  };
}

function outletOf(record: AccountRecord): string {
  return `${record.institution}|${record.outletCode ?? ""}`;
}

/** Takes accounts that are about to be overwritten out of what they shared, and moves those that changed hands. */
async function prepareStored(tx: Tx, fresh: readonly AccountRecord[], stored: Stored): Promise<void> {
  const rows = fresh.flatMap(({ id, subjectId, institution, observedAt }) => {
    const before = stored.get(id);
    return before === undefined
      ? []
      : [{ id, subjectId, institution, observedAt, previousSubjectId: before.subjectId }];
  });
  if (rows.length === 0) return;
  const columns = `id text, "subjectId" text, institution text, "observedAt" timestamptz, "previousSubjectId" text`;
  await sql`/* AccountReportStore.retireLinkKeys */
    update banking.link_key l set is_current = false, subject_id = r."subjectId"
    from banking.account a, ${recordset(rows, columns)}
    where a.subject_id = r."previousSubjectId" and a.id = r.id
      and l.link_key = any(a.link_keys) and l.account_id = a.id`.execute(tx);
  await sql`/* AccountReportStore.updateDirectory */
    update banking.account_directory d
    set subject_id = r."subjectId", institution = r.institution, observed_at = r."observedAt"
    from ${recordset(rows, columns)} where d.id = r.id`.execute(tx);
  await moveToNewHolder(
    tx,
    rows.filter(row => row.previousSubjectId !== row.subjectId),
  );
}

async function agentsOf(tx: Tx, records: readonly AccountRecord[]): Promise<ReadonlyMap<string, string>> {
  const outlets = [...new Map(records.map(record => [outletOf(record), record])).values()].filter(
    record => record.outletCode !== null,
  );
  if (outlets.length === 0) return new Map();
  const rows = outlets.map(({ institution, outletCode }) => ({ institution, outletCode }));
  const { rows: agents } = await sql<{ outlet: string; agent: string }>`/* AccountReportStore.agentsOf */
    select o.institution || '|' || o.code as outlet, o.agent_code as agent
    from ${recordset(rows, `institution text, "outletCode" text`)}
    join banking.outlet o on o.institution = r.institution and o.code = r."outletCode"
    where o.agent_code is not null`.execute(tx);
  return new Map(agents.map(row => [row.outlet, row.agent]));
}

async function upsertAccounts(tx: Tx, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`/* AccountReportStore.upsertAccounts */
    insert into banking.account as a (subject_id, id, institution, kind, account_class, reported_status,
      sealed_number, opened_on, closed_on, outlet_code, sealed_reserved_phone, exempt_from_limit, involved_on,
      link_keys, observed_at)
    select r."subjectId", r.id, r.institution, r.kind, r."accountClass", r."reportedStatus", r."sealedNumber",
      r."openedOn", r."closedOn", r."outletCode", r."sealedReservedPhone", r."exemptFromLimit", r."involvedOn",
      r."linkKeys", r."observedAt"
    from ${recordset(rows, ACCOUNT_COLUMNS)}
    on conflict (subject_id, id) do update set institution = excluded.institution, kind = excluded.kind,
      account_class = excluded.account_class, reported_status = excluded.reported_status,
      sealed_number = excluded.sealed_number, opened_on = excluded.opened_on, closed_on = excluded.closed_on,
      outlet_code = excluded.outlet_code, sealed_reserved_phone = excluded.sealed_reserved_phone,
      exempt_from_limit = excluded.exempt_from_limit,
      involved_on = coalesce(excluded.involved_on, a.involved_on),
      link_keys = array(select distinct unnest(a.link_keys || excluded.link_keys)),
      observed_at = excluded.observed_at`.execute(tx);
}

const ACCOUNT_COLUMNS = `"subjectId" text, id text, institution text, kind text, "accountClass" text,
  "reportedStatus" text, "sealedNumber" text, "openedOn" date, "closedOn" date, "outletCode" text,
  "sealedReservedPhone" text, "exemptFromLimit" text, "involvedOn" date, "linkKeys" text[],
  "observedAt" timestamptz`;

async function upsertLinkKeys(tx: Tx, rows: readonly LinkKeyRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`/* AccountReportStore.upsertLinkKeys */
    insert into banking.link_key as l (link_key, account_id, subject_id, sealed_value, first_seen_on, last_seen_on,
      is_current)
    select r."linkKey", r."accountId", r."subjectId", r."sealedValue", r."firstSeenOn", r."lastSeenOn", true
    from ${recordset(rows, LINK_KEY_COLUMNS)}
    order by r."linkKey", r."accountId"
    on conflict (link_key, account_id) do update set subject_id = excluded.subject_id,
      sealed_value = excluded.sealed_value, is_current = true,
      first_seen_on = least(l.first_seen_on, excluded.first_seen_on),
      last_seen_on = greatest(l.last_seen_on, excluded.last_seen_on)`.execute(tx);
}

const LINK_KEY_COLUMNS = `"linkKey" text, "accountId" text, "subjectId" text, "sealedValue" text,
  "firstSeenOn" date, "lastSeenOn" date`;
