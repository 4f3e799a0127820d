import { randomInt } from "node:crypto";

const ID_LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
/** 20^12: no two of a year's errors share an id. */
const ID_LENGTH = 12;

/** A name for an error, for client and log. Letters alone: digits would be struck out of logs as a number. */
export function createErrorId(): string {
  return Array.from({ length: ID_LENGTH }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join("");
}
