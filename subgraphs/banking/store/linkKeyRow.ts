import { chinaDay } from "../../../schema/contract/calendar";
import type { SubgraphKeys } from "../../shared/requestContext";
import { sharedAgentKey, sharedDeviceKey, sharedOutletDayKey, sharedPhoneKey } from "../linkKeys";
import { SEAL_CONTEXTS } from "../sealContexts";
import type { AccountHistory } from "./accountHistory";
import type { AccountRecord } from "./accountRecord";
import { isClosed } from "./isNewerAccount";

/** One thing an account shares, or may come to share, with others. */
export interface LinkKeyRow {
  readonly linkKey: string;
  readonly accountId: string;
  /** Who holds the account now: with it goes all that it has ever shared. */
  readonly subjectId: string;
  readonly sealedValue: string | null;
  readonly firstSeenOn: string;
  readonly lastSeenOn: string;
  /** The opening, where the account's oldest record names the thing: taken to hold since then. */
  readonly heldSince: string | null;
  readonly isCurrent: boolean;
  /** When the account was reported with the thing (`noteLinkSight`); null: by its only report. */
  readonly sights: readonly string[] | null;
}

/** The code of the agent of a record's outlet; null: none. */
export type AgentOf = (record: AccountRecord) => string | null;

/** Makes the rows that a batch comes to, each once: what an account's records say of phone, device, outlet and agent. */
export function createLinkKeyRows(
  keys: SubgraphKeys,
): (history: AccountHistory, agentOf: AgentOf) => LinkKeyRow[] {
  return (history, agentOf) => {
    const isOnly = history.stored === null && history.records.length === 1;
    const rows = history.records.flatMap(record => rowsOfRecord(record, history, agentOf(record), keys));
    return eachOnce(isOnly ? rows.map(row => ({ ...row, sights: null })) : rows);
  };
}

/** Rows of the same account and thing made one. */
export function eachOnce(rows: readonly LinkKeyRow[]): LinkKeyRow[] {
  const once = new Map<string, LinkKeyRow>();
  for (const row of rows) {
    const name = `${row.accountId} ${row.linkKey}`;
    const known = once.get(name);
    once.set(name, known === undefined ? row : together(known, row));
  }
  return [...once.values()];
}

/**
 * `2026-11-10T03:00:00.000Z 2026-11-10 CLOSED`: when, the day that the report speaks of, and whether it was a closing. The
 * moment is as long each time, so that `upsertLinkKeys` tells it from the rest.
 */
function noteLinkSight({ observedAt, reportedStatus }: AccountRecord, day: string): string {
  return [observedAt.toISOString(), day, ...(isClosed({ reportedStatus }) ? [CLOSING] : [])].join(" ");
}

const CLOSING = "CLOSED";

/**
 * What is left of a row once its account is known to have been closed at a moment: what was seen later counts for
 * nothing, but for closings. Null: nothing is left.
 */
export function withoutOutdated(row: LinkKeyRow, closedAt: Date): LinkKeyRow | null {
  const sights = (row.sights ?? []).filter(note => {
    const [at = "", , closing] = note.split(" ");
    return closing === CLOSING || new Date(at) <= closedAt;
  });
  const days = sights.map(note => note.split(" ")[1] ?? "").sort();
  const [firstSeenOn] = days;
  const lastSeenOn = days.at(-1);
  if (firstSeenOn === undefined || lastSeenOn === undefined) return null;
  return { ...row, sights, firstSeenOn, lastSeenOn };
}

/** Only a phone's value is sealed, since only it is a person's number. */
function rowsOfRecord(
  record: AccountRecord,
  { id: accountId, subjectId, fresh, firstObservedAt }: AccountHistory,
  agentCode: string | null,
  { sealer, ids }: SubgraphKeys,
): LinkKeyRow[] {
  const { institution, openedOn, outletCode, reservedPhone, deviceId, observedAt } = record;
  const seenOn = record.closedOn ?? chinaDay(observedAt);
  const isOldest = observedAt.getTime() === firstObservedAt.getTime();
  const shared = { accountId, subjectId, sealedValue: null, isCurrent: record === fresh };
  const on = (day: string) => ({
    ...shared,
    firstSeenOn: day,
    lastSeenOn: day,
    sights: [noteLinkSight(record, day)],
  });
  const seen = { ...on(seenOn), heldSince: isOldest ? openedOn : null };
  const atOpening = { ...on(openedOn), heldSince: null };
  const rows: LinkKeyRow[] = [];
  if (reservedPhone !== null) {
    const linkKey = sharedPhoneKey(ids.lineId(reservedPhone));
    rows.push({
      ...seen,
      linkKey,
      sealedValue: sealer.seal(reservedPhone, SEAL_CONTEXTS.linkValue(linkKey)),
    });
  }
  if (deviceId !== null) rows.push({ ...seen, linkKey: sharedDeviceKey(deviceId) });
  if (outletCode !== null)
    rows.push({ ...atOpening, linkKey: sharedOutletDayKey(institution, outletCode, openedOn) });
  if (agentCode !== null) rows.push({ ...atOpening, linkKey: sharedAgentKey(institution, agentCode) });
  return rows;
}

function together(one: LinkKeyRow, other: LinkKeyRow): LinkKeyRow {
  const openings = [one.heldSince, other.heldSince].filter(day => day !== null).sort();
  return {
    ...one,
    firstSeenOn: one.firstSeenOn < other.firstSeenOn ? one.firstSeenOn : other.firstSeenOn,
    lastSeenOn: one.lastSeenOn > other.lastSeenOn ? one.lastSeenOn : other.lastSeenOn,
    heldSince: openings[0] ?? null,
    isCurrent: one.isCurrent || other.isCurrent,
    sights: [...new Set([...(one.sights ?? []), ...(other.sights ?? [])])],
  };
}
