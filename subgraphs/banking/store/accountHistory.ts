import { groupBy } from "../groupBy";
import type { ReportedStatus } from "../accountStatus";
import { AccountStatus } from "../types/enums";
import type { AccountRecord } from "./accountRecord";
import type { StoredAccount } from "./claimDirectory";
import { isNewerAccount } from "./isNewerAccount";

/** The accounts that were there before a batch, by their ids. */
export type Stored = ReadonlyMap<string, StoredAccount>;

/** What a batch says of one account. */
export interface AccountHistory {
  readonly id: string;
  readonly institution: string;
  /** All that is said and not refused; what comes late still tells of the past. */
  readonly records: readonly AccountRecord[];
  /** The one that is newer than what was known; null: none is. */
  readonly fresh: AccountRecord | null;
  /** Null: the account is new. */
  readonly stored: StoredAccount | null;
  /** Who holds the account once the batch is in. */
  readonly subjectId: string;
  /** The moment of the oldest record that has come, in this batch or before. */
  readonly firstObservedAt: Date;
}

/** Of several records of one account in a batch the newest counts. */
export function newestById(records: readonly AccountRecord[]): AccountRecord[] {
  const newest = new Map<string, AccountRecord>();
  for (const record of records) {
    const known = newest.get(record.id);
    if (known === undefined || isNewerAccount(record, known)) newest.set(record.id, record);
  }
  return [...newest.values()];
}

/** The records that are not refused, account by account. */
export function historiesOf(records: readonly AccountRecord[], stored: Stored): AccountHistory[] {
  const kept = records.filter(record => refusedIn(record, stored) === null);
  return [...groupBy(kept, record => record.id)].flatMap(([id, own]) => {
    const before = stored.get(id) ?? null;
    const [newest] = newestById(own);
    if (newest === undefined) return [];
    const fresh = before === null || isNewerAccount(newest, before) ? newest : null;
    const { subjectId } = fresh ?? before ?? newest;
    const { institution } = newest;
    const moments = [...own, ...(before === null ? [] : [{ observedAt: before.firstObservedAt }])];
    const firstObservedAt = new Date(Math.min(...moments.map(({ observedAt }) => observedAt.getTime())));
    return [{ id, institution, records: own, fresh, stored: before, subjectId, firstObservedAt }];
  });
}

/** A closed account stays closed: what is opened again is another account. */
export function refusedIn(record: AccountRecord, stored: Stored): ReportedStatus | null {
  const before = stored.get(record.id);
  if (before?.reportedStatus !== AccountStatus.CLOSED || record.reportedStatus === AccountStatus.CLOSED)
    return null;
  return record.observedAt > before.observedAt ? before.reportedStatus : null;
}
