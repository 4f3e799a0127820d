import { LineOrderKind } from "../types/enums";

const HOUR_MS = 3_600_000;

/** How long a carrier has for each kind of order: the graver the haste, the shorter. */
const DUE_HOURS: Readonly<Record<LineOrderKind, number>> = {
  [LineOrderKind.SUSPEND]: 24,
  [LineOrderKind.STOP_UNREGISTERED]: 24,
  [LineOrderKind.RESTORE]: 24, // N20-5: lifted without delay
  [LineOrderKind.REVERIFY]: 15 * 24, // the holder has to come to the counter
  [LineOrderKind.DORMANT_REVIEW]: 30 * 24, // RN-5 says "may": no haste
};

/** When an order of this kind, issued at that moment, is to be executed. */
export function dueAtOf(kind: LineOrderKind, issuedAt: Date): Date {
  return new Date(issuedAt.getTime() + DUE_HOURS[kind] * HOUR_MS);
}
