import { groupBy } from "../groupBy";
import type { AccountRecord } from "./accountRecord";
import type { StoredAccount } from "./claimDirectory";
import { isClosed, isNewerAccount } from "./isNewerAccount";

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
  /** The moment of the oldest record that has it closed, in this batch or before; null: none has. */
  readonly firstClosedAt: Date | null;
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

/** When accounts were first seen closed once a batch is in, by their ids. */
export type Closings = ReadonlyMap<string, Date>;

/** The first closing of each account of a batch, in the batch or before. */
export function closingsOf(records: readonly AccountRecord[], stored: Stored): Closings {
  const closings = new Map<string, Date>();
  const note = (id: string, at: Date): void => {
    const known = closings.get(id);
    if (known === undefined || at < known) closings.set(id, at);
  };
  for (const { id, firstClosedAt } of stored.values()) if (firstClosedAt !== null) note(id, firstClosedAt);
  for (const record of records) if (isClosed(record)) note(record.id, record.observedAt);
  return closings;
}

/**
 * A closed account stays closed: what is opened again is another account. So nothing counts that was seen after the
 * first closing, but another closing, whichever of them came first.
 */
export function isRefused(record: AccountRecord, closings: Closings): boolean {
  const closedAt = closings.get(record.id);
  return closedAt !== undefined && !isClosed(record) && record.observedAt > closedAt;
}

/** The records that are not refused, account by account. */
export function historiesOf(
  records: readonly AccountRecord[],
  stored: Stored,
  closings: Closings,
): AccountHistory[] {
  const kept = records.filter(record => !isRefused(record, closings));
  return [...groupBy(kept, record => record.id)].flatMap(([id, own]) => {
    const before = stored.get(id) ?? null;
    const [newest] = newestById(own);
    if (newest === undefined) return [];
    const fresh = before === null || isNewerAccount(newest, before) ? newest : null;
    const { subjectId } = fresh ?? before ?? newest;
    const { institution } = newest;
    const moments = [...own, ...(before === null ? [] : [{ observedAt: before.firstObservedAt }])];
    const firstObservedAt = new Date(Math.min(...moments.map(({ observedAt }) => observedAt.getTime())));
    const firstClosedAt = closings.get(id) ?? null;
    return [
      { id, institution, records: own, fresh, stored: before, subjectId, firstObservedAt, firstClosedAt },
    ];
  });
}

/** Does a closing come late that was seen before something that had counted, and counts no longer? */
export function outdatesSights({ stored, firstClosedAt }: AccountHistory): boolean {
  if (stored === null || firstClosedAt === null) return false;
  return firstClosedAt < (stored.firstClosedAt ?? stored.observedAt);
}
