import { gb11643CheckCharacter } from "../../../../schema/contract/identifiers/gb11643";

/** Writes a number of 18 characters as GB 11643 says; `sequence` is odd for men and even for women. */
export function composeResidentId(division: string, bornOn: string, sequence: number): string {
  const first17 = `${division}${bornOn.replaceAll("-", "")}${String(sequence).padStart(3, "0")}`;
  return first17 + gb11643CheckCharacter(first17);
}
