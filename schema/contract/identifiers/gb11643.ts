import { isRealDay } from "../calendar";
import { invalidDocument } from "./invalidDocument";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = "10X98765432";
/** Numbers were first given in 1984: nobody who got one was born before. */
const EARLIEST_BIRTH_YEAR = 1800;
const CODE_OF_ZERO = 48;

/** The check character of GB 11643 (ISO 7064, MOD 11-2) for the first 17 digits. */
export function gb11643CheckCharacter(first17: string): string {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) {
    sum += (first17.charCodeAt(index) - CODE_OF_ZERO) * weight;
  }
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/**
 * Birth date and check character of 18 characters whose form is known to be right. The division code is
 * never judged, since codes get retired; nor is the date compared with today, so that old answers replay.
 */
export function requireGb11643(number: string, ruleName: string): void {
  const year = Number(number.slice(6, 10));
  const exists = isRealDay(year, Number(number.slice(10, 12)), Number(number.slice(12, 14)));
  if (!exists || year < EARLIEST_BIRTH_YEAR) {
    throw invalidDocument(
      `${ruleName}.birthDate`,
      "Characters 7 to 14 must be a birth date that exists (YYYYMMDD): compare them with the document.",
    );
  }
  if (gb11643CheckCharacter(number) !== number.charAt(17)) {
    throw invalidDocument(
      `${ruleName}.checkCharacter`,
      "The last character does not fit the 17 before it (GB 11643): a digit is wrong or two are swapped. Copy the number again.",
    );
  }
}
