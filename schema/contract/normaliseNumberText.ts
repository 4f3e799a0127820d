import type { HubError } from "./errors";

/** Makes the error for a broken rule; `rule` is its short name for the log, `message` is for the client. */
export type Refuse = (rule: string, message: string) => HubError;

/** Longer than any number with spaces and marks in it, short enough that nothing is worked through in vain. */
const MAX_RAW_CHARACTERS = 64;

const ALREADY_NORMAL = /^[0-9A-Z]{1,64}$/;
const LONE_SURROGATE = /\p{Surrogate}/u;
const CONTROL = /\p{Control}/u;
// They make the digits on the screen stand in another order than the digits in memory.
const DIRECTION_OVERRIDE = /[\u202D\u202E]/u;
const FULL_WIDTH = /[\uFF01-\uFF5E]/gu;
const FULL_WIDTH_OFFSET = 0xfee0;
// toUpperCase would also make an S of the long s and an I of the dotless i: another number than was written.
const SMALL_LETTER = /[a-z]/g;
// Spaces, invisible marks that come along when copying (left-to-right, zero width, BOM), and every kind of dash.
const FILLERS = /[\p{Space_Separator}\p{Format}\p{Dash_Punctuation}\u2212\u30FC]/gu;

/**
 * Brings a written number to one form: full-width to ASCII, upper case, no spaces, dashes or invisible marks.
 * What cannot be meant (NUL, lone surrogates, direction overrides, far too long) is refused by name.
 */
export function normaliseNumberText(text: unknown, refuse: Refuse): string {
  if (typeof text !== "string") throw refuse("text", "The number must be given as text.");
  // Nearly every number of an import comes this way already: one test and no copy.
  if (ALREADY_NORMAL.test(text)) return text;
  if (text.length > MAX_RAW_CHARACTERS) {
    throw refuse(
      "length",
      `The number is longer than ${MAX_RAW_CHARACTERS} characters: give the number alone.`,
    );
  }
  if (LONE_SURROGATE.test(text)) {
    throw refuse("encoding", "The number holds half a character (a lone surrogate): send it as valid UTF-8.");
  }
  const trimmed = text.trim();
  if (CONTROL.test(trimmed)) {
    throw refuse("control", "The number holds a control character (NUL, tab or line break): remove it.");
  }
  if (DIRECTION_OVERRIDE.test(trimmed)) {
    throw refuse(
      "direction",
      "The number holds a mark that reverses its digits on the screen: type it anew.",
    );
  }
  const normal = trimmed.replace(FULL_WIDTH, toAscii).replace(FILLERS, "").replace(SMALL_LETTER, toCapital);
  if (normal === "") throw refuse("empty", "The number is empty: give it as it stands on the document.");
  return normal;
}

function toAscii(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET);
}

function toCapital(letter: string): string {
  return letter.toUpperCase();
}
