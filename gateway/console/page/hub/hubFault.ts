import type { ErrorCode } from "../../../../schema/contract/errors";

/**
 * Why something was not answered. Two are ours: OFFLINE, when a question did not reach the hub, and LOST, when a change
 * was sent and nobody knows whether it was carried out.
 */
export interface HubFault {
  readonly code: ErrorCode | "OFFLINE" | "LOST";
  readonly message: string;
  readonly path: readonly (string | number)[];
  /** Leads to the error in the hub's log. */
  readonly id: string | null;
}

/** The fault that refuses an answer whole, rather than a part of it. */
export function findRefusal(data: object | null, faults: readonly HubFault[]): HubFault | null {
  const isEmpty = data === null || Object.values(data).every(value => value === null);
  return isEmpty ? (faults[0] ?? null) : null;
}
