import { parseCode } from "./parseCode";

/** A code that may be left out: null then. Throws BAD_INPUT naming the field. */
export function parseOptionalCode(field: string, text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : parseCode(field, text);
}
