import { chinaDay, parseCalendarDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { decodeCursor } from "../../shared/pagination";
import type { OwnLook, OwnLookQuery } from "../store/lookStore";
import type { AccessRecordFilter } from "../types/AccessRecordFilter";
import { requireInterval } from "./requireInterval";

// What a person is not shown they may not ask by either: the answer's length would tell.
const NOT_FOR_PERSONS = ["reference", "field", "deniedOnly", "outcome", "caller"] as const;

/** A person's filter, rounded to days. Throws BAD_INPUT for what only auditors ask by, or another's document. */
export function parseOwnLookQuery(
  filter: AccessRecordFilter,
  subjectId: string,
): Omit<OwnLookQuery, "after" | "limit"> {
  requireInterval(filter.from, filter.to);
  const given = NOT_FOR_PERSONS.filter(name => filter[name] !== null && filter[name] !== undefined);
  if (given.length > 0)
    throw new HubError("BAD_INPUT", `Your own record is not searched by ${given.join(", ")}.`);
  if (filter.documents?.some(({ token }) => token !== subjectId)) {
    throw new HubError("BAD_INPUT", "Only your own document can be given here; it can be left out.");
  }
  return {
    subjectId,
    purpose: filter.purpose ?? null,
    institution: filter.institution ?? null,
    fromDay: chinaDay(filter.from),
    toDay: chinaDay(filter.to),
  };
}

/** Reads a cursor of a person's own record. Throws BAD_INPUT. */
export function decodeLookCursor(after: string | null | undefined): OwnLook | null {
  const values = decodeCursor(after, 3);
  if (values === null) return null;
  const [day, institution, purpose] = values.map(String) as [string, string, string];
  return { day: parseCalendarDay(day), institution, purpose };
}
