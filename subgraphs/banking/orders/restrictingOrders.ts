import { AccountOrderKind } from "../types/enums";

/** Orders that take something away from an account. */
export const RESTRICTING: ReadonlySet<string> = new Set([
  AccountOrderKind.SUSPEND_NON_COUNTER,
  AccountOrderKind.SUSPEND_ALL_PAYMENT,
  AccountOrderKind.STOP_PAYMENT,
  AccountOrderKind.FREEZE,
]);
