import type { Branded } from "../branded";
import { gb11643CheckCharacter, requireGb11643 } from "./gb11643";
import { invalidDocument } from "./invalidDocument";

/** A resident identity number in its form of 18 characters. */
export type ResidentId = Branded<"ResidentId">;

const OLD_FORM = /^\d{15}$/;
const FORM = /^\d{17}[\dX]$/;

/** Reads a normalised number; one of 15 digits becomes the one of 18 that the same person has now. */
export function parseResidentId(number: string): ResidentId {
  const upgraded = OLD_FORM.test(number) ? upgrade(number) : number;
  if (!FORM.test(upgraded)) {
    throw invalidDocument(
      "residentId.form",
      "A resident identity number has 17 digits and a last character 0 to 9 or X, or 15 digits in its old form.",
    );
  }
  requireGb11643(upgraded, "residentId");
  return upgraded as ResidentId;
}

// The old form ended in 1999 and its holders who live were all born in the 1900s.
function upgrade(old: string): string {
  const first17 = `${old.slice(0, 6)}19${old.slice(6)}`;
  return first17 + gb11643CheckCharacter(first17);
}
