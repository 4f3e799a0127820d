import type { Branded } from "../branded";
import { invalidDocument } from "./invalidDocument";

/** The number of a mainland travel permit for Taiwan residents. */
export type TaiwanPermitNumber = Branded<"TaiwanPermitNumber">;

// Eight digits for life; older books print two more that count the renewals.
const FORM = /^(?:\d{8}|\d{10})$/;

/** Reads a normalised permit number. */
export function parseTaiwanPermit(number: string): TaiwanPermitNumber {
  if (!FORM.test(number)) {
    throw invalidDocument("taiwanPermit.form", "A permit for Taiwan residents has 8 or 10 digits.");
  }
  return number as TaiwanPermitNumber;
}
