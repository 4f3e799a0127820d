import { HubError } from "../../../schema/contract/errors";

const AFTER_ORGAN = /^-\d{4}-\d{1,8}$/;

/**
 * The number of a case that an organ opens: its code, the year and its serial number, `A110199-2026-017`. Since
 * each organ numbers for itself, a number that is taken tells of no other organ's cases. Throws BAD_INPUT.
 */
export function parseCaseNumber(text: string, organ: string): string {
  const number = text.trim().toUpperCase();
  if (!number.startsWith(organ) || !AFTER_ORGAN.test(number.slice(organ.length))) {
    throw new HubError(
      "BAD_INPUT",
      `A case number is your organ's code, the year and a serial number, such as ${organ}-2026-017.`,
    );
  }
  return number;
}
