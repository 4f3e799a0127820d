import { createHash } from "node:crypto";
import { OpeningOutcome } from "../../shared/types/enums";
import type { RuleFinding } from "../../shared/types/RuleFinding";
import { caseAccountSpread } from "./caseAccountSpread";
import { debitCardLimit } from "./debitCardLimit";
import { noNewAccount } from "./noNewAccount";
import { oneClassIAccount } from "./oneClassIAccount";
import { onePaymentAccount } from "./onePaymentAccount";
import type { OpeningFacts, OpeningRule } from "./openingFacts";
import { ruleVersionOn } from "./ruleVersions";
import { suspendFiveYears } from "./suspendFiveYears";

/** What the rules come to, and which version of them. */
export interface Opening {
  readonly id: string;
  readonly outcome: OpeningOutcome;
  readonly findings: readonly RuleFinding[];
  readonly ruleVersion: string;
}

const RULES: readonly OpeningRule[] = [
  noNewAccount,
  suspendFiveYears,
  caseAccountSpread,
  debitCardLimit,
  oneClassIAccount,
  onePaymentAccount,
];

/**
 * What is certain bars first: one ground to refuse is enough, whatever else is unknown. What is unknown comes
 * before what needs a person's judgement, since nobody can judge what is not there; and only where no rule
 * objects is the answer yes.
 */
const PRECEDENCE = [
  OpeningOutcome.DENY,
  OpeningOutcome.UNKNOWN,
  OpeningOutcome.REVIEW,
  OpeningOutcome.ALLOW,
] as const;

/** Runs all rules of a day over the facts about `subjectId` at `institution`; every finding is answered. */
export function decideOpening(subjectId: string, institution: string, facts: OpeningFacts): Opening {
  const verdicts = RULES.flatMap(rule => rule(facts));
  const outcomes = new Set(verdicts.map(verdict => verdict.outcome));
  const ruleVersion = ruleVersionOn(facts.on);
  return {
    id: digestOf({ subjectId, institution, ruleVersion, facts }),
    outcome: PRECEDENCE.find(outcome => outcomes.has(outcome)) ?? OpeningOutcome.ALLOW,
    findings: verdicts.map(verdict => verdict.finding),
    ruleVersion,
  };
}

// The same facts give the same id, so that a replay shows whether it saw what the decision saw.
function digestOf(facts: object): string {
  return createHash("sha256").update(JSON.stringify(facts)).digest("base64url");
}
