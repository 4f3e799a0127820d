import type { AccountHistory } from "./accountHistory";
import type { AccountRecord } from "./accountRecord";
import type { StoredAccount } from "./claimDirectory";

/** What of an account decides what its holder may open beside it, and who answers for its opening. */
export type AccountBearing = Pick<
  AccountRecord,
  "subjectId" | "kind" | "accountClass" | "exemptFromLimit" | "openedOn" | "outletCode"
>;

/** A time through which an account was seen to be the same. */
export interface PastStretch extends AccountBearing {
  readonly id: string;
  readonly institution: string;
  /** The first sight of it; null: since the opening. */
  readonly since: Date | null;
  readonly lastSeenAt: Date;
  /** The first sight of what came next. */
  readonly until: Date;
}

/** What an account was before it became what it is. */
export interface AccountPast {
  readonly id: string;
  readonly subjectId: string;
  readonly stretches: readonly PastStretch[];
  /** Since when it is what it is; null: since the opening. */
  readonly unchangedSince: Date | null;
}

interface Sight {
  readonly at: Date;
  readonly bearing: AccountBearing;
}

interface Seen {
  readonly bearing: AccountBearing;
  readonly first: Date;
  last: Date;
}

/**
 * Whether a batch can tell something new of what an account was: it says something else, or comes late. One that says
 * once more what stands changes nothing of the past.
 */
export function mayChangePast({ records, fresh, stored }: AccountHistory): boolean {
  const now = fresh ?? stored;
  if (now === null) return false;
  const first = stored ?? now;
  return records.some(
    record =>
      !isSame(record, first) ||
      (stored !== null && stored.unchangedSince !== null && record.observedAt < stored.unchangedSince),
  );
}

/**
 * The past of an account once a batch is in. It follows from when each thing was seen, not from which report came
 * first; of each stretch the first and the last sight are kept. Nothing follows on a closing.
 */
export function accountPast(history: AccountHistory, known: readonly PastStretch[]): AccountPast {
  const { id, institution, records, fresh, stored } = history;
  const now = fresh ?? stored;
  if (now === null) throw new Error("an account of which nothing is said");
  const sights: Sight[] = [
    ...(stored === null ? [] : sightsBefore(stored, known)),
    ...records.map(record => ({ at: record.observedAt, bearing: record })),
  ];
  const earlier = sights
    .filter(({ at }) => at < now.observedAt)
    .sort(inOrder)
    .filter(isLastOfMoment);
  const seen = joined([...earlier, { at: now.observedAt, bearing: now }]);
  const stretches = seen.slice(0, -1).map(({ bearing, first, last }, index) => ({
    ...bearingOf(bearing),
    id,
    institution,
    since: index === 0 ? null : first,
    lastSeenAt: last,
    until: seen[index + 1]?.first ?? now.observedAt,
  }));
  const unchangedSince = stretches.at(-1)?.until ?? null;
  return { id, subjectId: history.subjectId, stretches, unchangedSince };
}

function sightsBefore(stored: StoredAccount, known: readonly PastStretch[]): Sight[] {
  return [
    ...known.flatMap(one => [
      { at: one.since ?? stored.firstObservedAt, bearing: one },
      { at: one.lastSeenAt, bearing: one },
    ]),
    { at: stored.unchangedSince ?? stored.firstObservedAt, bearing: stored },
    { at: stored.observedAt, bearing: stored },
  ];
}

function joined(sights: readonly Sight[]): Seen[] {
  const seen: Seen[] = [];
  for (const { at, bearing } of sights) {
    const last = seen.at(-1);
    if (last !== undefined && isSame(last.bearing, bearing)) last.last = at;
    else seen.push({ bearing, first: at, last: at });
  }
  return seen;
}

/** Of what was seen at the same moment one thing counts, whichever was told first. */
function isLastOfMoment({ at }: Sight, index: number, sights: readonly Sight[]): boolean {
  return sights[index + 1]?.at.getTime() !== at.getTime();
}

function inOrder(one: Sight, other: Sight): number {
  const later = one.at.getTime() - other.at.getTime();
  if (later !== 0) return later;
  return markOf(one.bearing) < markOf(other.bearing) ? -1 : 1;
}

/** The day and the place of the opening are no change of the account: corrected, it was never another. */
function isSame(one: AccountBearing, other: AccountBearing): boolean {
  return markOf(one) === markOf(other);
}

function markOf({ subjectId, kind, accountClass, exemptFromLimit }: AccountBearing): string {
  return JSON.stringify([subjectId, kind, accountClass, exemptFromLimit]);
}

function bearingOf(bearing: AccountBearing): AccountBearing {
  const { subjectId, kind, accountClass, exemptFromLimit, openedOn, outletCode } = bearing;
  return { subjectId, kind, accountClass, exemptFromLimit, openedOn, outletCode };
}
