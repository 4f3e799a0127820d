// The states of a line and the roads between them: RN-4 (verify again), RN-5 (unused), SH (suspend), N16-3 (register).
import { LineStatus } from "../types/enums";

const { PENDING, ACTIVE, DORMANT, REVERIFY_REQUIRED, SUSPENDED, CLOSED } = LineStatus;

const ROADS: Readonly<Record<LineStatus, readonly LineStatus[]>> = {
  [PENDING]: [ACTIVE, CLOSED],
  [ACTIVE]: [DORMANT, REVERIFY_REQUIRED, SUSPENDED, CLOSED],
  [DORMANT]: [ACTIVE, SUSPENDED, CLOSED],
  [REVERIFY_REQUIRED]: [ACTIVE, SUSPENDED, CLOSED],
  [SUSPENDED]: [ACTIVE, CLOSED],
  [CLOSED]: [],
};

/** May a line go from the one state to the other at once? To stay is always allowed. */
export function isTransition(from: LineStatus, to: LineStatus): boolean {
  return from === to || ROADS[from].includes(to);
}

/**
 * May a line that was last seen in the one state be seen in the other now? A report tells of a day, not of each step:
 * reports come late and out of order, so a line may have been ACTIVE in between without anybody having said so yet.
 * That it ever was, a line that was PENDING has to show by the day of its activation.
 */
export function mayBeSeenNext(from: LineStatus, to: LineStatus, wasActivated: boolean): boolean {
  if (isTransition(from, to)) return true;
  const isByWayOfActive = isTransition(from, ACTIVE) && isTransition(ACTIVE, to);
  return isByWayOfActive && (from !== PENDING || wasActivated);
}
