import { OpeningOutcome } from "../../shared/types/enums";
import type { RuleFinding } from "../../shared/types/RuleFinding";
import { forgedId } from "./forgedId";
import { lineBlacklist } from "./lineBlacklist";
import { lineGovernance } from "./lineGovernance";
import type { LineOpeningFacts } from "./lineOpeningFacts";
import { phoneCardLimit } from "./phoneCardLimit";
import { realNameRegistration } from "./realNameRegistration";
import { ruleVersionOn, type RuleVersion } from "./ruleVersion";
import type { LineOpeningRule } from "./ruleVerdict";
import { telecomSanction } from "./telecomSanction";

const RULES: readonly LineOpeningRule[] = [
  telecomSanction,
  lineBlacklist,
  phoneCardLimit,
  realNameRegistration,
  forgedId,
  lineGovernance,
];

/** From the gravest: what is known to forbid decides, and what is not known never becomes a yes. */
const PRECEDENCE = [OpeningOutcome.DENY, OpeningOutcome.UNKNOWN, OpeningOutcome.REVIEW] as const;

/** Asks every rule, also when one has already refused: the carrier sees all that stands against the opening. */
export function decideLineOpening(facts: LineOpeningFacts): {
  outcome: OpeningOutcome;
  findings: RuleFinding[];
  ruleVersion: RuleVersion;
} {
  const verdicts = RULES.flatMap(rule => rule(facts));
  const outcomes = new Set<OpeningOutcome>(verdicts.map(verdict => verdict.outcome));
  return {
    outcome: PRECEDENCE.find(outcome => outcomes.has(outcome)) ?? OpeningOutcome.ALLOW,
    findings: verdicts.map(verdict => verdict.finding),
    ruleVersion: ruleVersionOn(facts.on),
  };
}
