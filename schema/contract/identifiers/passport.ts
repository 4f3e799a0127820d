import type { Branded } from "../branded";
import { COUNTRY_CODES } from "./countryCodes";
import { invalidDocument } from "./invalidDocument";

/** The number of a passport; the same number may be another person's in another country. */
export type PassportNumber = Branded<"PassportNumber">;

// ICAO 9303 prints nine characters; some countries' older books have fewer or more.
const FORM = /^[0-9A-Z]{5,15}$/;
const HAS_DIGIT = /\d/;

/** Reads a normalised passport number. */
export function parsePassport(number: string): PassportNumber {
  if (!FORM.test(number) || !HAS_DIGIT.test(number)) {
    throw invalidDocument(
      "passport.form",
      "A passport number has 5 to 15 digits and Latin letters, at least one of them a digit.",
    );
  }
  return number as PassportNumber;
}

/** Reads the issuing country of a passport (ISO 3166-1 alpha-3), in capitals or not. */
export function parseIssuingCountry(country: unknown): string {
  const code = typeof country === "string" ? country.trim().toUpperCase() : "";
  if (!COUNTRY_CODES.has(code)) {
    throw invalidDocument(
      "passport.issuingCountry",
      "A passport needs its issuingCountry as three letters of ISO 3166-1 alpha-3, such as KOR or GBR.",
    );
  }
  return code;
}
