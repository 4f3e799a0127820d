import type { Branded } from "../branded";
import { invalidDocument } from "./invalidDocument";

/** The unified social credit code of a unit (GB 32100). */
export type UnifiedSocialCreditCode = Branded<"UnifiedSocialCreditCode">;

// Without I, O, S, V and Z, which are taken for digits or for each other.
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
/** 3^(i-1) mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** The check character of GB 32100 for the first 17 characters. */
export function gb32100CheckCharacter(first17: string): string {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) {
    sum += ALPHABET.indexOf(first17.charAt(index)) * weight;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Reads a normalised code; its division code is never judged, since codes get retired. */
export function parseUnifiedSocialCreditCode(code: string): UnifiedSocialCreditCode {
  if (!FORM.test(code)) {
    throw invalidDocument(
      "unifiedSocialCreditCode.form",
      "A unified social credit code has 18 digits and letters without I, O, S, V and Z; characters 3 to 8 are digits.",
    );
  }
  if (gb32100CheckCharacter(code) !== code.charAt(17)) {
    throw invalidDocument(
      "unifiedSocialCreditCode.checkCharacter",
      "The last character does not fit the 17 before it (GB 32100): one is wrong or two are swapped. Copy the code again.",
    );
  }
  return code as UnifiedSocialCreditCode;
}
