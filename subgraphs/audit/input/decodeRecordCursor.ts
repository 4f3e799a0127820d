import { HubError } from "../../../schema/contract/errors";
import { decodeCursor } from "../../shared/pagination";
import type { RecordQuery } from "../store/lookStore";

/** Reads a cursor of the auditor's list. Throws BAD_INPUT. */
export function decodeRecordCursor(after: string | null | undefined): RecordQuery["after"] {
  const values = decodeCursor(after, 3);
  if (values === null) return null;
  const [milliseconds, chain, sequence] = values;
  const at = new Date(Number(milliseconds));
  if (Number.isNaN(at.getTime()) || typeof chain !== "string" || !Number.isSafeInteger(sequence)) {
    throw new HubError(
      "BAD_INPUT",
      "`after` is not a cursor of this list: use the `endCursor` of the page before.",
    );
  }
  return { at, chain, sequence: Number(sequence) };
}
