import { chinaDay } from "../../../schema/contract/calendar";
import type { SubgraphKeys } from "../../shared/requestContext";
import { sharedAgentKey, sharedDeviceKey, sharedOutletDayKey, sharedPhoneKey } from "../linkKeys";
import { SEAL_CONTEXTS } from "../sealContexts";
import type { AccountRecord } from "./accountRecord";

/** One thing an account shares, or may come to share, with others. */
export interface LinkKeyRow {
  readonly linkKey: string;
  readonly accountId: string;
  readonly subjectId: string;
  readonly sealedValue: string | null;
  readonly firstSeenOn: string;
  readonly lastSeenOn: string;
}

/** What an account record says of phone, device, outlet and agent, as rows of `link_key`. */
export type LinkKeyRowsOf = (
  record: AccountRecord,
  agentCode: string | null,
  isFirstRecord: boolean,
) => LinkKeyRow[];

/** Makes the rows; only a phone's value is sealed, since only it is a person's number. */
export function createLinkKeyRows({ sealer, ids }: SubgraphKeys): LinkKeyRowsOf {
  return (record, agentCode, isFirstRecord) => {
    const { id: accountId, subjectId, institution, openedOn, outletCode, reservedPhone, deviceId } = record;
    const seenOn = record.closedOn ?? chinaDay(record.observedAt);
    // What the first record says is taken to hold since the opening; a later one tells of a change.
    const changedOn = isFirstRecord ? openedOn : seenOn;
    const row = (linkKey: string, firstSeenOn: string, lastSeenOn: string): LinkKeyRow => ({
      linkKey,
      accountId,
      subjectId,
      sealedValue: null,
      firstSeenOn,
      lastSeenOn: lastSeenOn < firstSeenOn ? firstSeenOn : lastSeenOn,
    });
    const rows: LinkKeyRow[] = [];
    if (reservedPhone !== null) {
      const key = sharedPhoneKey(ids.lineId(reservedPhone));
      const sealedValue = sealer.seal(reservedPhone, SEAL_CONTEXTS.linkValue(key));
      rows.push({ ...row(key, changedOn, seenOn), sealedValue });
    }
    if (deviceId !== null) rows.push(row(sharedDeviceKey(deviceId), changedOn, seenOn));
    if (outletCode !== null)
      rows.push(row(sharedOutletDayKey(institution, outletCode, openedOn), openedOn, openedOn));
    if (agentCode !== null) rows.push(row(sharedAgentKey(institution, agentCode), openedOn, openedOn));
    return rows;
  };
}
