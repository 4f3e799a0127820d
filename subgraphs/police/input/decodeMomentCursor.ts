import { HubError } from "../../../schema/contract/errors";
import { decodeCursor } from "../../shared/pagination";
import type { MomentPosition } from "../store/momentPosition";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads a cursor made of a moment's milliseconds and an id; null where none was given. Throws BAD_INPUT. */
export function decodeMomentCursor(after: string | null | undefined): MomentPosition | null {
  const values = decodeCursor(after, 2);
  if (values === null) return null;
  const [milliseconds, id] = values;
  const at = new Date(Number(milliseconds));
  if (typeof milliseconds !== "number" || Number.isNaN(at.getTime()) || !UUID.test(String(id))) {
    throw new HubError(
      "BAD_INPUT",
      "`after` is not a cursor of this list: use the `endCursor` of the page before.",
    );
  }
  return { at, id: String(id) };
}
