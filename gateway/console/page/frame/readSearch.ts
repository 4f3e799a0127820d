import { parseIdentityDocument } from "../../../../schema/contract/identityDocument";
import { parsePhoneNumber } from "../../../../schema/contract/phoneNumber";
import { plainDigits } from "../parts/plainDigits";

/** What somebody typed into the one search box means. */
export type Search =
  | {
      readonly kind: "document";
      readonly type: "RESIDENT_ID" | "UNIFIED_SOCIAL_CREDIT_CODE";
      readonly number: string;
    }
  | { readonly kind: "line"; readonly number: string }
  | {
      readonly kind: "account";
      readonly number: string;
      /** It has the form of a resident ID whose check digit is wrong. */
      readonly mayBeDocument: boolean;
    }
  | { readonly kind: "case"; readonly number: string }
  | { readonly kind: "unknown" };

const CASE = /^[A-Z]{1,2}\d{4,12}-\d{4}-\d{1,6}$/i;
const ACCOUNT = /^\d{12,30}$/;
const RESIDENT_ID = /^\d{15}(?:\d{3})?$/;

/** Tells by form and check digits what is meant: a number that is a valid document is that document. */
export function readSearch(text: string): Search {
  const typed = plainDigits(text);
  if (CASE.test(typed)) return { kind: "case", number: typed.toUpperCase() };
  for (const type of ["RESIDENT_ID", "UNIFIED_SOCIAL_CREDIT_CODE"] as const) {
    const number = validNumber(type, typed);
    if (number !== null) return { kind: "document", type, number };
  }
  const line = phoneNumber(typed);
  if (line !== null) return { kind: "line", number: line };
  const digits = typed.replace(/[\s-]/g, "");
  if (!ACCOUNT.test(digits)) return { kind: "unknown" };
  return { kind: "account", number: digits, mayBeDocument: RESIDENT_ID.test(digits) };
}

function phoneNumber(text: string): string | null {
  try {
    return parsePhoneNumber(text);
  } catch {
    return null; // no number of a line
  }
}

function validNumber(type: string, number: string): string | null {
  try {
    return parseIdentityDocument({ type, number }).number;
  } catch {
    return null; // not of this kind: the next one is tried
  }
}
