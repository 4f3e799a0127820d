/** Stands before the line's id where a subject's token would be. Tokens begin with their version, a digit. */
const NOBODY = "-";

/** What a line that nobody is registered for stands under. */
export function nobodyOf(lineId: string): string {
  return NOBODY + lineId;
}

/** Is this no person's token but the place of an unregistered line? */
export function isNobody(subjectId: string): boolean {
  return subjectId.startsWith(NOBODY);
}
