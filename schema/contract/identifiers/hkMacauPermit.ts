import type { Branded } from "../branded";
import { invalidDocument } from "./invalidDocument";

/** The number of a mainland travel permit for Hong Kong and Macao residents. */
export type HkMacauPermitNumber = Branded<"HkMacauPermitNumber">;

// Eight digits for life; older cards print two more that count the renewals.
const FORM = /^[HM](?:\d{8}|\d{10})$/;

/** Reads a normalised permit number. */
export function parseHkMacauPermit(number: string): HkMacauPermitNumber {
  if (!FORM.test(number)) {
    throw invalidDocument(
      "hkMacauPermit.form",
      "A permit for Hong Kong and Macao residents has the letter H or M and 8 or 10 digits.",
    );
  }
  return number as HkMacauPermitNumber;
}
