import type { Branded } from "./branded";
import { HubError } from "./errors";
import { normaliseNumberText } from "./normaliseNumberText";

/** The digits of a line's number in their one normal form. */
export type PhoneNumber = Branded<"PhoneNumber">;

// Which prefix belongs to whom is never asked: numbers are portable and new ranges open.
const MOBILE_OR_IOT = /^1(?:\d{10}|\d{12})$/;
const FIXED = /^0(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/;
const NUMBER_400 = /^400\d{7}$/;
const BRACKETS = /[()]/g;
/** `+86`, `0086`, or `86` before what is too long without it. */
const COUNTRY_PREFIX = /^(?:\+86|0086|86(?=\d{10,13}$))/;

/** Reads a phone number as people write it: with +86, spaces, dashes, brackets, full-width digits. */
export function parsePhoneNumber(text: string): PhoneNumber {
  const written = normaliseNumberText(text, badPhoneNumber).replace(BRACKETS, "");
  const digits = written.replace(COUNTRY_PREFIX, "");
  if (isPhoneNumber(digits)) return digits as PhoneNumber;
  // Abroad the zero before the area code is left out.
  const withZero = `0${digits}`;
  if (digits !== written && FIXED.test(withZero)) return withZero as PhoneNumber;
  throw badPhoneNumber(
    "form",
    "A phone number has 11 digits (mobile), 13 (IoT card), 400 and 7 digits, or 0, area code and 7 or 8 digits (fixed line).",
  );
}

function isPhoneNumber(digits: string): boolean {
  return MOBILE_OR_IOT.test(digits) || FIXED.test(digits) || NUMBER_400.test(digits);
}

function badPhoneNumber(rule: string, message: string): HubError {
  return new HubError("BAD_INPUT", message, { detail: `phone number refused by rule ${rule}` });
}
