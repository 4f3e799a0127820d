import { parseCalendarDay } from "../../schema/contract/calendar";
import { HubError } from "../../schema/contract/errors";
import { decodeCursor } from "../shared/pagination";

/** A place in a list that is ordered by a moment and then by id. Throws BAD_INPUT for a cursor of another list. */
export function readMomentCursor(after: string | null | undefined): { at: Date; id: string } | null {
  const values = decodeCursor(after, 2);
  if (values === null) return null;
  return { at: readMoment(String(values[0])), id: String(values[1]) };
}

// Date reads much that is no moment, such as "x1", so only what it writes itself is taken.
function readMoment(text: string): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime()) || at.toISOString() !== text) throw notOfThisList();
  return at;
}

/** A place in a list that is ordered by a calendar day and then by id. */
export function readDayCursor(after: string | null | undefined): { day: string; id: string } | null {
  const values = decodeCursor(after, 2);
  return values === null ? null : { day: parseCalendarDay(String(values[0])), id: String(values[1]) };
}

/** A place in a list that is ordered by a key. */
export function readKeyCursor(after: string | null | undefined): string | null {
  const values = decodeCursor(after, 1);
  return values === null ? null : String(values[0]);
}

/** A place in a feed: the sequence number read last, 0 before the first. */
export function readSequenceCursor(after: string | null | undefined): number {
  const sequence = decodeCursor(after, 1)?.[0] ?? 0;
  if (!Number.isSafeInteger(sequence)) throw notOfThisList();
  return Number(sequence);
}

function notOfThisList(): HubError {
  return new HubError(
    "BAD_INPUT",
    "`after` is not a cursor of this list: use the `endCursor` of the page before.",
  );
}
