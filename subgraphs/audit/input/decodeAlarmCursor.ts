import { HubError } from "../../../schema/contract/errors";
import { decodeCursor } from "../../shared/pagination";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads a cursor of the list of alarms. Throws BAD_INPUT. */
export function decodeAlarmCursor(after: string | null | undefined): { at: Date; id: string } | null {
  const values = decodeCursor(after, 2);
  if (values === null) return null;
  const at = new Date(Number(values[0]));
  const id = String(values[1]);
  if (Number.isNaN(at.getTime()) || !UUID.test(id)) {
    throw new HubError(
      "BAD_INPUT",
      "`after` is not a cursor of this list: use the `endCursor` of the page before.",
    );
  }
  return { at, id };
}
