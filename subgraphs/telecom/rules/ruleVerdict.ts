import type { OpeningOutcome } from "../../shared/types/enums";
import type { RuleFinding } from "../../shared/types/RuleFinding";
import type { LineOpeningFacts } from "./lineOpeningFacts";

/** What stands against an opening, by one rule. */
export interface RuleVerdict {
  readonly outcome: OpeningOutcome.DENY | OpeningOutcome.REVIEW | OpeningOutcome.UNKNOWN;
  readonly finding: RuleFinding;
}

/** Facts in, verdicts out; an empty list has nothing against the opening. */
export type LineOpeningRule = (facts: LineOpeningFacts) => readonly RuleVerdict[];
