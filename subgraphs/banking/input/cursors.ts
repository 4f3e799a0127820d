import { HubError } from "../../../schema/contract/errors";
import { parseCalendarDay } from "../../../schema/contract/calendar";
import { decodeCursor } from "../../shared/pagination";

/** A place in a list ordered by a moment, then by id. Throws BAD_INPUT for a cursor of another list. */
export function decodeMomentCursor(after: string | null | undefined): { at: Date; id: string } | null {
  const values = decodeCursor(after, 2);
  if (values === null) return null;
  const [milliseconds, id] = values;
  const at = new Date(Number(milliseconds));
  if (typeof milliseconds !== "number" || Number.isNaN(at.getTime())) throw otherList();
  return { at, id: String(id) };
}

/** A place in a list ordered by a calendar day, then by id. Throws BAD_INPUT for a cursor of another list. */
export function decodeDayCursor(after: string | null | undefined): { day: string; id: string } | null {
  const values = decodeCursor(after, 2);
  return values === null ? null : { day: parseCalendarDay(String(values[0])), id: String(values[1]) };
}

/** A place in a list ordered by a count, then by id. Throws BAD_INPUT for a cursor of another list. */
export function decodeCountCursor(after: string | null | undefined): { count: number; id: string } | null {
  const values = decodeCursor(after, 2);
  if (values === null) return null;
  const [count, id] = values;
  if (!Number.isSafeInteger(count)) throw otherList();
  return { count: Number(count), id: String(id) };
}

/** A number of the feed's sequence; 0 begins it. Throws BAD_INPUT for anything else. */
export function decodeSequence(after: string | null | undefined): number {
  const [sequence] = decodeCursor(after, 1) ?? [0];
  if (typeof sequence !== "number" || !Number.isSafeInteger(sequence) || sequence < 0) throw otherList();
  return sequence;
}

function otherList(): HubError {
  return new HubError(
    "BAD_INPUT",
    "`after` is not a cursor of this list: use the `endCursor` of the page before.",
  );
}
