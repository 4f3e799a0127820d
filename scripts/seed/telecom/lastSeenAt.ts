import type { WorldLine } from "../worldModel";

/** When the carrier last had something to say of a line: the start of the latest day in it. */
export function lastSeenAt({
  registeredOn,
  activatedOn,
  lastUsedOn,
  closedOn,
  involvedOn,
}: WorldLine): string {
  const days = [registeredOn, activatedOn, lastUsedOn, closedOn, involvedOn].filter(day => day !== null);
  return `${days.reduce((latest, day) => (day > latest ? day : latest))}T00:00:00+08:00`;
}
