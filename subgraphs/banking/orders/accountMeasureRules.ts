// N16-5, N20-5: bank accounts lose non-counter business and payment accounts all business; N20-5: lifted at once. A
// stop-payment and a freeze are ordered with their end, and the institution lets go by itself when it has come.
import type { MeasureRule } from "../../shared/orders/planOrders";
import type { StandingMeasure } from "../../shared/orders/standingMeasure";
import { AccountOrderKind } from "../types/enums";

/** How each kind of measure on accounts is carried out. */
export const ACCOUNT_MEASURE_RULES: Readonly<Partial<Record<StandingMeasure["kind"], MeasureRule>>> = {
  SUSPEND_NON_COUNTER: {
    orderKind: AccountOrderKind.SUSPEND_NON_COUNTER,
    isUndone: true,
    endsByItself: false,
  },
  SUSPEND_ALL_PAYMENT: {
    orderKind: AccountOrderKind.SUSPEND_ALL_PAYMENT,
    isUndone: true,
    endsByItself: false,
  },
  STOP_PAYMENT: { orderKind: AccountOrderKind.STOP_PAYMENT, isUndone: true, endsByItself: true },
  FREEZE: { orderKind: AccountOrderKind.FREEZE, isUndone: true, endsByItself: true },
};
