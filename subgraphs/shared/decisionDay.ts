import { HubError } from "../../schema/contract/errors";

/** The day for which something is decided or counted: today, or an earlier one that is replayed. */
export function decisionDay(on: string | null | undefined, today: string): string {
  if (on === null || on === undefined) return today;
  if (on <= today) return on;
  throw new HubError(
    "BAD_INPUT",
    "`on` lies after today: what will stand then is not known yet. Leave it out to ask for today.",
  );
}
