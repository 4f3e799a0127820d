import { sql, type Kysely } from "kysely";
import type { Sealer } from "../../../schema/contract/sealing";
import { recordset } from "../../shared/store/recordset";
import { sharedDeviceKey, valueOfLinkKey } from "../linkKeys";
import { SEAL_CONTEXTS } from "../sealContexts";
import type { AccountRecord, AccountStanding } from "./accountRecord";

/** What was known of an account before a batch. */
export interface StoredAccount extends AccountStanding {
  readonly id: string;
  /** The moment of the oldest record that has come. */
  readonly firstObservedAt: Date;
  /** The moment of the oldest record that has it closed; null: none has. */
  readonly firstClosedAt: Date | null;
  /** Since when it is whose and what it is; null: since the opening. */
  readonly unchangedSince: Date | null;
  /** When it was seen to be that before it was seen last (`noteSight`); null: nobody has noted it. */
  readonly sights: readonly string[] | null;
}

interface StoredRow extends Omit<StoredAccount, "reservedPhone" | "deviceId"> {
  readonly deviceKey: string | null;
  readonly sealedReservedPhone: string | null;
}

const COLUMNS = { id: "text", subjectId: "text", institution: "text", observedAt: "timestamptz" };

/**
 * Enters accounts that are new, locks and answers those that were there. The directory decides: whoever adds
 * the row first owns the account, and a second writer waits here until the first has finished.
 */
export async function claimDirectory(
  tx: Kysely<unknown>,
  records: readonly AccountRecord[],
  sealer: Sealer,
): Promise<ReadonlyMap<string, StoredAccount>> {
  // In the order of their ids, so that two batches lock common rows in the same order and never wait for each other.
  const { rows: added } = await sql<{ id: string }>`/* AccountReportStore.addToDirectory */
    insert into banking.account_directory (id, subject_id, institution, observed_at, first_observed_at)
    select r.id, r."subjectId", r.institution, r."observedAt", r."observedAt"
    from ${recordset(records, COLUMNS)}
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
  const { rows: stored } = await sql<StoredRow>`/* AccountReportStore.readStored */
    select d.id, d.subject_id as "subjectId", d.observed_at as "observedAt", d.first_observed_at as "firstObservedAt",
      a.reported_status as "reportedStatus", a.kind, a.account_class as "accountClass", a.opened_on as "openedOn",
      a.closed_on as "closedOn", a.outlet_code as "outletCode", a.exempt_from_limit as "exemptFromLimit",
      a.sealed_reserved_phone as "sealedReservedPhone", a.unchanged_since as "unchangedSince",
      a.sights, d.first_closed_at as "firstClosedAt", (
        select l.link_key from banking.link_key l where l.account_id = a.id and l.is_current
          and l.link_key = any(a.link_keys) and l.link_key like ${sharedDeviceKey("%")}) as "deviceKey"
    from banking.account_directory d join banking.account a on a.subject_id = d.subject_id and a.id = d.id
    where d.id = any(${known}::text[])`.execute(tx);
  return new Map(stored.map(row => [row.id, opened(row, sealer)]));
}

/** Two records of the same moment are rare: the phone is opened when it is asked for. */
function opened(
  { sealedReservedPhone: sealed, deviceKey, ...row }: StoredRow,
  sealer: Sealer,
): StoredAccount {
  return {
    ...row,
    deviceId: deviceKey === null ? null : valueOfLinkKey(deviceKey),
    get reservedPhone() {
      return sealed === null ? null : sealer.open(sealed, SEAL_CONTEXTS.reservedPhone(row.id));
    },
  };
}
