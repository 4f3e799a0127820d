/** A number as it was typed, with the full-width digits and letters of a Chinese keyboard made plain ones. */
export function plainDigits(typed: string): string {
  return typed.normalize("NFKC").trim();
}
