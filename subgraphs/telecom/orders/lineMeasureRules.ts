// N20-5: the regulator suspends lines, which come back when it is lifted. RN-4: a line in a case may be verified again;
// that is a task for the carrier, which nobody has to undo.
import type { MeasureRule } from "../../shared/orders/planOrders";
import type { StandingMeasure } from "../../shared/orders/standingMeasure";
import { LineOrderKind } from "../types/enums";

/** How each kind of measure on lines is carried out. */
export const LINE_MEASURE_RULES: Readonly<Partial<Record<StandingMeasure["kind"], MeasureRule>>> = {
  SUSPEND_LINE: { orderKind: LineOrderKind.SUSPEND, isUndone: true, endsByItself: false },
  REVERIFY: { orderKind: LineOrderKind.REVERIFY, isUndone: false, endsByItself: false },
};
