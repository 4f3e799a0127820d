/** Longer than anything worth reading in a log. */
const MAX_CHARACTERS = 2_000;
/** Runs of letters and digits in any script's digits; among them every number of a person. */
const WORDS = /[\p{Nd}A-Za-z]{5,}/gu;
const DIGITS = /\p{Nd}/gu;
/** Codes of institutions and organs have fewer digits in a row of characters; numbers of people have more. */
const MAX_DIGITS = 4;

/** A text for the log: whatever in it could be the number of a person, a line or an account is struck out. */
export function scrub(text: string): string {
  return text
    .slice(0, MAX_CHARACTERS)
    .replace(WORDS, word => ((word.match(DIGITS)?.length ?? 0) > MAX_DIGITS ? "[number]" : word));
}
