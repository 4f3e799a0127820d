import { chinaDay } from "../../../schema/contract/calendar";
import type { SubgraphKeys } from "../../shared/requestContext";
import { sharedAgentKey, sharedDeviceKey, sharedOutletDayKey, sharedPhoneKey } from "../linkKeys";
import { SEAL_CONTEXTS } from "../sealContexts";
import type { AccountHistory } from "./accountHistory";
import type { AccountRecord } from "./accountRecord";

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
}

/** The code of the agent of a record's outlet; null: none. */
export type AgentOf = (record: AccountRecord) => string | null;

/** Makes the rows that a batch comes to, each once: what an account's records say of phone, device, outlet and agent. */
export function createLinkKeyRows(
  keys: SubgraphKeys,
): (history: AccountHistory, agentOf: AgentOf) => LinkKeyRow[] {
  return (history, agentOf) => {
    const rows = new Map<string, LinkKeyRow>();
    for (const record of history.records)
      for (const row of rowsOfRecord(record, history, agentOf(record), keys)) {
        const known = rows.get(row.linkKey);
        rows.set(row.linkKey, known === undefined ? row : together(known, row));
      }
    return [...rows.values()];
  };
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
  const seen = { ...shared, firstSeenOn: seenOn, lastSeenOn: seenOn, heldSince: isOldest ? openedOn : null };
  const atOpening = { ...shared, firstSeenOn: openedOn, lastSeenOn: openedOn, heldSince: null };
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
  };
}
