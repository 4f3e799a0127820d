// RN-4: in grave cases the carrier lists the holder and refuses them; the list has its own way out.
import { chinaDay } from "../../../schema/contract/calendar";
import { OpeningOutcome } from "../../shared/types/enums";
import type { BlacklistFact, LineOpeningFacts } from "./lineOpeningFacts";
import type { RuleVerdict } from "./ruleVerdict";

/** Does the carrier's own blacklist hold the person on that day? */
export function lineBlacklist({ blacklist, on }: LineOpeningFacts): readonly RuleVerdict[] {
  return blacklist
    .filter(entry => isListedOn(entry, on))
    .map(entry => ({
      outcome: OpeningOutcome.DENY,
      finding: {
        ruleId: "lineBlacklist",
        article: "RN-4",
        message: "The holder stands on this carrier's blacklist; objections go to the carrier.",
        until: entry.endsOn,
        fact: `listed since ${entry.startsOn}`,
      },
    }));
}

/** Does an entry stand on that day? Lifted during a day, the whole of that day is free. */
export function isListedOn({ startsOn, endsOn, liftedAt }: BlacklistFact, day: string): boolean {
  return (
    startsOn <= day && (endsOn === null || endsOn >= day) && (liftedAt === null || chinaDay(liftedAt) > day)
  );
}
