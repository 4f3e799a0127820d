// N16-5, N20-5: measures hold from the day on which an organ recognises, by the version in force on that day. So whoever
// writes the day down chooses the law and the term with it: it lies in the case, and under the version of today.
import { HubError } from "../../../schema/contract/errors";
import { ruleTermsOn } from "./ruleVersions";

/** Throws BAD_INPUT for a day that is to come, or from before the case was opened. */
export function requireDayOfCase(recognisedOn: string, openedOn: string, today: string): void {
  if (recognisedOn > today) throw new HubError("BAD_INPUT", "`recognisedOn` lies ahead.");
  if (recognisedOn < openedOn)
    throw new HubError("BAD_INPUT", `\`recognisedOn\` lies before the case was opened, on ${openedOn}.`);
}

/** Throws BAD_INPUT for a day under rules that another version has replaced since. */
export function requireRulesOfToday(recognisedOn: string, today: string): void {
  const { version, from } = ruleTermsOn(today);
  if (recognisedOn < from)
    throw new HubError(
      "BAD_INPUT",
      `\`recognisedOn\` lies before ${from}: what is recognised today is so under ${version}.`,
    );
}
