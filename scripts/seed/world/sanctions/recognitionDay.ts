import { addDays, addYears } from "../../../../schema/contract/calendar";
import type { Random } from "../random/createRandom";
import { earlier, later } from "../worldCalendar";
import type { RuleVersionTerms } from "./ruleVersions";
import type { Standing } from "./chooseStanding";

/** Fresh enough not to have been served; served, but a few days ago; old enough for an objection to be decided. */
const RECOGNISED_DAYS_AGO = [1, 3] as const;
const SERVED_DAYS_AGO = [4, 9] as const;
const DECIDED_DAYS_AGO = 90;
const IN_FORCE_STILL_DAYS = 40;

/** A day of the version's time on which a sanction must have been recognised to stand so today. */
export function recognitionDay(
  random: Random,
  version: RuleVersionTerms,
  question: { readonly conduct: string; readonly standing: Standing; readonly today: string },
): string {
  const [first, last] = windowFor(version, question);
  const days = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
  if (days < 0)
    throw new RangeError(`No sanction of ${version.name} can be ${question.standing} on ${question.today}.`);
  return addDays(first, random.integer(0, days));
}

function windowFor(
  version: RuleVersionTerms,
  {
    conduct,
    standing,
    today,
  }: { readonly conduct: string; readonly standing: Standing; readonly today: string },
): readonly [string, string] {
  const ago = (days: number): string => addDays(today, -days);
  const lastOfVersion = version.to ?? ago(1);
  const years = version.years(conduct).suspended;
  switch (standing) {
    case "RECOGNISED":
      return [ago(RECOGNISED_DAYS_AGO[1]), ago(RECOGNISED_DAYS_AGO[0])];
    case "SERVED":
      return [ago(SERVED_DAYS_AGO[1]), ago(SERVED_DAYS_AGO[0])];
    case "ACTIVE":
    case "OBJECTED":
      return [
        later(version.from, addYears(ago(-IN_FORCE_STILL_DAYS), -years)),
        earlier(lastOfVersion, ago(DECIDED_DAYS_AGO)),
      ];
    case "LIFTED":
      return [version.from, earlier(lastOfVersion, ago(DECIDED_DAYS_AGO))];
    case "EXPIRED":
      return [version.from, earlier(lastOfVersion, addYears(ago(DECIDED_DAYS_AGO), -years))];
  }
}
