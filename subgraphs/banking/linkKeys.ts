import { LinkKind } from "./types/enums";

/** What two accounts can have in common; the other ties run between people or over transfers. */
export const SHARED_KINDS = [
  LinkKind.SHARED_PHONE,
  LinkKind.SHARED_DEVICE,
  LinkKind.SHARED_OUTLET_DAY,
  LinkKind.SHARED_AGENT,
] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

const SEPARATOR = "|";
const KIND_BY_NAME: ReadonlyMap<string, SharedKind> = new Map(SHARED_KINDS.map(kind => [kind, kind]));

/** The key under which all accounts that share a thing stand together. A phone goes by its line's keyed id. */
export function sharedPhoneKey(lineId: string): string {
  return keyOf(LinkKind.SHARED_PHONE, lineId);
}

/** Devices are known by the id that the bank's app reports. */
export function sharedDeviceKey(deviceId: string): string {
  return keyOf(LinkKind.SHARED_DEVICE, deviceId);
}

/** Accounts opened at the same outlet on the same day: rings are led to the counter together. */
export function sharedOutletDayKey(institution: string, outletCode: string, openedOn: string): string {
  return keyOf(LinkKind.SHARED_OUTLET_DAY, `${institution}/${outletCode} ${openedOn}`);
}

/** Agents are numbered by their institution. */
export function sharedAgentKey(institution: string, agentCode: string): string {
  return keyOf(LinkKind.SHARED_AGENT, `${institution}/${agentCode}`);
}

/** What kind of thing a key stands for. */
export function kindOfLinkKey(key: string): SharedKind {
  const kind = key.slice(0, key.indexOf(SEPARATOR));
  const known = KIND_BY_NAME.get(kind);
  if (known === undefined) throw new Error("a stored link key names no kind");
  return known;
}

/** The thing itself; of a phone only the keyed id, since its number is sealed beside the key. */
export function valueOfLinkKey(key: string): string {
  return key.slice(key.indexOf(SEPARATOR) + 1);
}

function keyOf(kind: SharedKind, value: string): string {
  return `${kind}${SEPARATOR}${value}`;
}
