import { sayProvisional } from "../../shared/provisional";
import type { RuleFinding } from "../../shared/types/RuleFinding";
import type { MeasureFact } from "./openingFacts";
import { sanctionArticleOn } from "./ruleVersions";

/** The finding that a measure in force gives, resting on the text of the day it began. */
export function measureFinding(ruleId: string, message: string, measure: MeasureFact): RuleFinding {
  const article = sanctionArticleOn(measure.startsOn);
  return {
    ruleId,
    article,
    message: sayProvisional(message, article),
    until: measure.endsOn,
    fact: `${measure.kind} (${measure.sector}) from ${measure.startsOn}`,
  };
}
