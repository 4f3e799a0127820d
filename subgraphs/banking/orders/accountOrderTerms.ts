import { AccountOrderKind } from "../types/enums";

const HOUR_MS = 3_600_000;

/** How long an institution has for each kind of order: the graver the haste, the shorter. */
const DUE_HOURS: Readonly<Record<AccountOrderKind, number>> = {
  [AccountOrderKind.STOP_PAYMENT]: 1, // the money is gone after that
  [AccountOrderKind.FREEZE]: 4,
  [AccountOrderKind.SUSPEND_NON_COUNTER]: 24,
  [AccountOrderKind.SUSPEND_ALL_PAYMENT]: 24,
  [AccountOrderKind.RESTORE]: 24, // N20-5: lifted without delay
  [AccountOrderKind.SUPPLY_STATEMENT]: 72,
  [AccountOrderKind.REVIEW]: 10 * 24, // a person has to be asked
};

/** When an order of this kind, issued at that moment, is to be executed. */
export function dueAtOf(kind: AccountOrderKind, issuedAt: Date): Date {
  return new Date(issuedAt.getTime() + DUE_HOURS[kind] * HOUR_MS);
}
