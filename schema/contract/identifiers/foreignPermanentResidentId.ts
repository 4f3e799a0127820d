import type { Branded } from "../branded";
import { requireGb11643 } from "./gb11643";
import { invalidDocument } from "./invalidDocument";

/** The number of a foreigner's permanent residence card. */
export type ForeignPermanentResidentId = Branded<"ForeignPermanentResidentId">;

const OLD_FORM = /^[A-Z]{3}\d{12}$/;
const NEW_FORM = /^9\d{16}[\dX]$/;

/** Reads a normalised number; the card issued since 2023 is built and checked as GB 11643 says. */
export function parseForeignPermanentResidentId(number: string): ForeignPermanentResidentId {
  if (OLD_FORM.test(number)) return number as ForeignPermanentResidentId;
  if (!NEW_FORM.test(number)) {
    throw invalidDocument(
      "foreignPermanentResidentId.form",
      "A permanent residence card has 18 characters that begin with 9, or in its old form 3 letters and 12 digits.",
    );
  }
  requireGb11643(number, "foreignPermanentResidentId");
  return number as ForeignPermanentResidentId;
}
