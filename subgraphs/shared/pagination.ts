import { HubError } from "../../schema/contract/errors";
import type { PageInfo } from "./types/PageInfo";

/** What a list field answers with. */
export interface Page<T> {
  readonly nodes: T[];
  readonly pageInfo: PageInfo;
}

type CursorValue = string | number;

/** The page size asked for. Throws BAD_INPUT below 1 and LIMIT_EXCEEDED above the field's maximum. */
export function boundedFirst(first: number, max: number): number {
  if (first < 1) throw new HubError("BAD_INPUT", "`first` must be at least 1.");
  if (first > max)
    throw new HubError("LIMIT_EXCEEDED", `At most ${max} can be asked for at once; page on with \`after\`.`);
  return first;
}

/** An opaque place in an ordered list: the values it is ordered by. */
export function encodeCursor(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** The values behind a cursor, or null where none was given. Throws BAD_INPUT for one this hub did not make. */
export function decodeCursor(after: string | null | undefined, length: number): CursorValue[] | null {
  if (after === null || after === undefined) return null;
  const values = parseCursor(after);
  if (values?.length !== length) {
    throw new HubError(
      "BAD_INPUT",
      "`after` is not a cursor of this list: use the `endCursor` of the page before.",
    );
  }
  return values;
}

function parseCursor(after: string): CursorValue[] | null {
  try {
    const values: unknown = JSON.parse(Buffer.from(after, "base64url").toString("utf8"));
    return Array.isArray(values) && values.every(isCursorValue) ? values : null;
  } catch {
    return null;
  }
}

function isCursorValue(value: unknown): value is CursorValue {
  return typeof value === "string" || typeof value === "number";
}

/** Cuts a page from rows of which one more than asked for was fetched. */
export function toPage<T>(
  rows: readonly T[],
  first: number,
  cursorOf: (row: T) => readonly CursorValue[],
): Page<T> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return {
    nodes,
    pageInfo: {
      hasNextPage: rows.length > first,
      endCursor: last === undefined ? null : encodeCursor(cursorOf(last)),
    },
  };
}
