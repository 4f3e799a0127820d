import { sayProvisional } from "../../shared/provisional";
import type { RuleFinding } from "../../shared/types/RuleFinding";
import type { MeasureFact } from "./openingFacts";

/** The finding that a measure in force gives, resting on the text that its sanction was recognised by. */
export function measureFinding(ruleId: string, message: string, measure: MeasureFact): RuleFinding {
  const { article } = measure;
  return {
    ruleId,
    article,
    message: sayProvisional(message, article),
    until: measure.endsOn,
    fact: `${measure.kind} (${measure.sector}) from ${measure.startsOn}`,
  };
}
