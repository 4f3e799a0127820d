// N20-5: measures of the telecom regulator, jointly with the police, on illegal renters, sellers and buyers of phone cards.
import { chinaDay } from "../../../schema/contract/calendar";
import { MeasureKind, OpeningOutcome, Sector } from "../../shared/types/enums";
import type { LineOpeningFacts, MeasureFact } from "./lineOpeningFacts";
import { sayProvisional } from "../../shared/provisional";
import type { RuleVerdict } from "./ruleVerdict";

/** What a measure means for a new line; measures that are not named here do not touch one. */
const EFFECTS: Partial<Record<MeasureKind, { outcome: RuleVerdict["outcome"]; message: string }>> = {
  [MeasureKind.NO_NEW_LINE]: {
    outcome: OpeningOutcome.DENY,
    message: "A measure in force forbids new lines for this person.",
  },
  [MeasureKind.SUSPEND_LINE]: {
    outcome: OpeningOutcome.REVIEW,
    message: "A measure in force suspends this person's lines: a new one must not undo it.",
  },
  [MeasureKind.REVERIFY]: {
    outcome: OpeningOutcome.REVIEW,
    message: "A measure in force asks for this person's identity to be verified again.",
  },
};

/** Which measures of the telecom sector stand against the opening on that day? */
export function telecomSanction({ measures, on }: LineOpeningFacts): readonly RuleVerdict[] {
  if (measures === null) {
    const message = "The police register did not answer, so measures against this person are not known.";
    return [verdict(OpeningOutcome.UNKNOWN, message, null, null)];
  }
  return measures
    .filter(measure => isInForce(measure, on))
    .flatMap(measure => {
      const effect = EFFECTS[measure.kind];
      if (effect === undefined) return [];
      const fact = `${measure.kind} from ${measure.startsOn} to ${measure.endsOn}`;
      return [verdict(effect.outcome, effect.message, measure.endsOn, fact, measure.article)];
    });
}

// Both days are included; lifted during a day, the whole of that day is free.
function isInForce({ sector, startsOn, endsOn, liftedAt }: MeasureFact, day: string): boolean {
  const isLifted = liftedAt !== null && chinaDay(liftedAt) <= day;
  return sector === Sector.TELECOM && startsOn <= day && day <= endsOn && !isLifted;
}

function verdict(
  outcome: RuleVerdict["outcome"],
  message: string,
  until: string | null,
  fact: string | null,
  article = "N20-5",
): RuleVerdict {
  const said = sayProvisional(message, article);
  return { outcome, finding: { ruleId: "telecomSanction", article, message: said, until, fact } };
}
