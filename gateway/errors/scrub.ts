/** Longer than anything worth reading in a log. */
const MAX_CHARACTERS = 2_000;
/** Digits of any script with the letters around them, and the groups of digits that follow after a space or a hyphen. */
const RUNS = /[A-Za-z]*\p{Nd}[\p{Nd}A-Za-z]*(?:[ -]\p{Nd}[\p{Nd}A-Za-z]*)*/gu;
const DIGITS = /\p{Nd}/gu;
/** Ports, lines and codes of institutions have no more; numbers of people have. */
const MAX_DIGITS = 4;

/** A text for the log: whatever in it could be the number of a person, a line or an account is struck out. */
export function scrub(text: string): string {
  return text
    .slice(0, MAX_CHARACTERS)
    .replace(RUNS, run => ((run.match(DIGITS)?.length ?? 0) > MAX_DIGITS ? "[number]" : run));
}
