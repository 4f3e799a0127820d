import { outdatesSights, type AccountHistory } from "./accountHistory";
import type { AccountRecord } from "./accountRecord";
import type { StoredAccount } from "./claimDirectory";
import { isClosed } from "./isNewerAccount";

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
  /** All sights of it (`noteSight`); null: nobody has noted them. */
  readonly sights: readonly string[] | null;
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
  /** When it was seen to be that before it was seen last. */
  readonly sights: readonly string[];
}

/** Sights of an account, beside the last one, in a batch that changes nothing of its past. */
export function sightsOf({ records, fresh, stored }: AccountHistory): string[] {
  const now = fresh ?? stored;
  const sights = [...records, ...(stored === null ? [] : [stored])]
    .filter(one => one !== now)
    .map(sightOf)
    .map(noteSight);
  // Of before sights were noted the first one is known.
  const isNoted = stored === null || stored.sights !== null;
  const first = isNoted ? [] : [noteSight(firstSightOf(stored))];
  const known = new Set(stored?.sights);
  return [...new Set([...first, ...sights])].filter(note => !known.has(note));
}

/**
 * `2026-11-10T03:00:00.000Z 2020-01-01 102-1 CLOSED`: when, and the day and the outlet of the opening as they were told,
 * and whether it was a closing.
 */
function noteSight({ at, bearing, isClosing }: Sight): string {
  const place = bearing.outletCode ?? (isClosing ? "" : null);
  return [
    at.toISOString(),
    bearing.openedOn,
    ...(place === null ? [] : [place]),
    ...(isClosing ? [CLOSING] : []),
  ].join(" ");
}

function readSight(note: string, bearing: AccountBearing): Sight {
  const [at = "", openedOn = bearing.openedOn, place = "", closing] = note.split(" ");
  const outletCode = place === "" ? null : place;
  return {
    at: new Date(at),
    bearing: { ...bearingOf(bearing), openedOn, outletCode },
    isClosing: closing === CLOSING,
  };
}

const CLOSING = "CLOSED";

interface Sight {
  readonly at: Date;
  readonly bearing: AccountBearing;
  readonly isClosing: boolean;
}

function sightOf(seen: AccountBearing & Pick<AccountRecord, "observedAt" | "reportedStatus">): Sight {
  return { at: seen.observedAt, bearing: seen, isClosing: isClosed(seen) };
}

/** Of an account whose sights nobody has noted. */
function firstSightOf(stored: StoredAccount): Sight {
  return { at: stored.unchangedSince ?? stored.firstObservedAt, bearing: stored, isClosing: false };
}

/** Sights on end of the same. */
type Seen = [Sight, ...Sight[]];

/**
 * Whether a batch can tell something new of what an account was: it says something else, or comes late, or has the
 * account closed before something that was seen of it. One that says
 * once more what stands changes nothing of the past.
 */
export function mayChangePast(history: AccountHistory): boolean {
  const { records, fresh, stored } = history;
  if (outdatesSights(history)) return true;
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
 * first: each sight is kept, since what is told late may part two of them. Nothing but a closing follows on a closing.
 */
export function accountPast(history: AccountHistory, known: readonly PastStretch[]): AccountPast {
  const { id, institution, records, fresh, stored, firstClosedAt } = history;
  const now = fresh ?? stored;
  if (now === null) throw new Error("an account of which nothing is said");
  const sights: Sight[] = [...(stored === null ? [] : sightsBefore(stored, known)), ...records.map(sightOf)];
  const earlier = sights
    .filter(({ at }) => at < now.observedAt)
    .filter(({ at, isClosing }) => firstClosedAt === null || isClosing || at <= firstClosedAt)
    .sort(inOrder)
    .filter(isLastOfMoment);
  const seen = joined([...earlier, sightOf(now)]);
  const stretches = seen.slice(0, -1).map((own, index) => {
    const last = own.at(-1) ?? own[0];
    return {
      ...bearingOf(last.bearing),
      id,
      institution,
      since: index === 0 ? null : own[0].at,
      lastSeenAt: last.at,
      sights: own.map(noteSight),
      until: seen[index + 1]?.[0].at ?? now.observedAt,
    };
  });
  const unchangedSince = stretches.at(-1)?.until ?? null;
  const present = (seen.at(-1) ?? []).slice(0, -1).map(noteSight);
  return { id, subjectId: history.subjectId, stretches, unchangedSince, sights: present };
}

function sightsBefore(stored: StoredAccount, known: readonly PastStretch[]): Sight[] {
  return [
    ...known.flatMap(one =>
      one.sights === null
        ? [
            { at: one.since ?? stored.firstObservedAt, bearing: one, isClosing: false },
            { at: one.lastSeenAt, bearing: one, isClosing: false },
          ]
        : one.sights.map(note => readSight(note, one)),
    ),
    ...(stored.sights === null ? [firstSightOf(stored)] : stored.sights.map(note => readSight(note, stored))),
    sightOf(stored),
  ];
}

function joined(sights: readonly Sight[]): Seen[] {
  const seen: Seen[] = [];
  for (const sight of sights) {
    const last = seen.at(-1);
    if (last !== undefined && isSame(last[0].bearing, sight.bearing)) last.push(sight);
    else seen.push([sight]);
  }
  return seen;
}

/** Of what was seen at the same moment one thing counts, whichever was told first: a closing before all else. */
function isLastOfMoment({ at }: Sight, index: number, sights: readonly Sight[]): boolean {
  return sights[index + 1]?.at.getTime() !== at.getTime();
}

function inOrder(one: Sight, other: Sight): number {
  const later = one.at.getTime() - other.at.getTime();
  if (later !== 0) return later;
  if (one.isClosing !== other.isClosing) return one.isClosing ? 1 : -1;
  return placeOf(one.bearing) < placeOf(other.bearing) ? -1 : 1;
}

/** As `isNewerAccount` decides between two of the same moment. */
function placeOf(bearing: AccountBearing): string {
  const { subjectId, kind, accountClass, exemptFromLimit, openedOn, outletCode } = bearing;
  return JSON.stringify([subjectId, kind, accountClass, exemptFromLimit, openedOn, outletCode]);
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
