// N16-3, RN-3: lines are registered with one's own valid document, read, checked online and photographed.
import { OpeningOutcome } from "../../shared/types/enums";
import type { LineOpeningFacts } from "./lineOpeningFacts";
import { CLOSED_WITHOUT_DAY } from "./closedWithoutDay";
import { isSinceNotice2016 } from "./ruleVersion";
import type { RuleVerdict } from "./ruleVerdict";

/** Are the lines that the person has at this carrier registered with all the evidence? */
export function realNameRegistration(facts: LineOpeningFacts): readonly RuleVerdict[] {
  if (!isSinceNotice2016(facts.on)) return [];
  if (facts.unprovedLines > 0) {
    const message =
      "Lines at this carrier lack proof of the holder's identity: verify them before opening another.";
    const fact = `lines without complete evidence: ${facts.unprovedLines}`;
    return [verdict(OpeningOutcome.REVIEW, message, fact)];
  }
  if (facts.unprovedLinesAtMost > 0) return [verdict(OpeningOutcome.UNKNOWN, CLOSED_WITHOUT_DAY, null)];
  if (facts.recordsComplete) return [];
  const message =
    "The carrier's records are incomplete or out of date, so earlier registrations cannot be checked.";
  return [verdict(OpeningOutcome.UNKNOWN, message, null)];
}

function verdict(outcome: RuleVerdict["outcome"], message: string, fact: string | null): RuleVerdict {
  return {
    outcome,
    finding: { ruleId: "realNameRegistration", article: "N16-3", message, until: null, fact },
  };
}
