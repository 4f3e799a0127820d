import type { Branded } from "./branded";
import { HubError } from "./errors";
import { normaliseNumberText } from "./normaliseNumberText";

/** The number of a card, passbook, unit account or payment account in its one normal form. */
export type AccountNumber = Branded<"AccountNumber">;

// ISO/IEC 7812 ends at 19 digits; no scheme in use issues fewer than 13.
const CARD_FORM = /^\d{13,19}$/;
const OTHER_FORM = /^[0-9A-Z]{5,32}$/;
const CODE_OF_ZERO = 48;

/** Reads an account number; only cards carry a check digit (Luhn), passbooks and unit accounts have none. */
export function parseAccountNumber(text: string, isCard: boolean): AccountNumber {
  const number = normaliseNumberText(text, badAccountNumber);
  if (isCard) requireCard(number);
  else if (!OTHER_FORM.test(number)) {
    throw badAccountNumber("form", "An account number has 5 to 32 digits and Latin letters.");
  }
  return number as AccountNumber;
}

/** The digit that makes a card number pass: appended to the digits before it. */
export function luhnCheckDigit(digits: string): string {
  return String((10 - (luhnSum(`${digits}0`) % 10)) % 10);
}

function requireCard(number: string): void {
  if (!CARD_FORM.test(number)) throw badAccountNumber("cardForm", "A card number has 13 to 19 digits.");
  if (luhnSum(number) % 10 !== 0) {
    throw badAccountNumber(
      "cardCheckDigit",
      "The last digit does not fit the card number (Luhn): a digit is wrong or two are swapped. Copy it again.",
    );
  }
}

function luhnSum(number: string): number {
  let sum = 0;
  for (let index = number.length - 1, isDoubled = false; index >= 0; index -= 1, isDoubled = !isDoubled) {
    const digit = number.charCodeAt(index) - CODE_OF_ZERO;
    const value = isDoubled ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum;
}

function badAccountNumber(rule: string, message: string): HubError {
  return new HubError("BAD_INPUT", message, { detail: `account number refused by rule ${rule}` });
}
