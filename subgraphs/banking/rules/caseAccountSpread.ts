// N16-5: an account recognised as used in a case restricts its holder's other accounts, and so a new one too.
import { OpeningOutcome } from "../../shared/types/enums";
import { isCountable } from "./countable";
import { isInForceOn } from "./isInForceOn";
import type { OpeningRule, RuleVerdict, SpreadFact } from "./openingFacts";
import { RULE_DAYS } from "./ruleVersions";

const RULE = { ruleId: "caseAccountSpread", article: "N16-5" } as const;

/** Whether restrictions from a case-involved account stand on what the person holds; no institution is named. */
export const caseAccountSpread: OpeningRule = ({ on, spread, coverage }) => {
  if (on < RULE_DAYS.sanctions) return [];
  const standing = spread.filter(one => isInForceOn(one, on)).map(verdictOf);
  if (standing.length > 0 || isCountable(coverage)) return standing;
  const message =
    "The institution has not completely reported its accounts: restrictions on them may not be known here.";
  return [{ outcome: OpeningOutcome.UNKNOWN, finding: { ...RULE, message, until: null, fact: null } }];
};

function verdictOf({ startsOn, endsOn }: SpreadFact): RuleVerdict {
  const message =
    "An account of this person was recognised as used in a telecom fraud: a new one is restricted from its first day.";
  const fact = `restricted since ${startsOn}`;
  return { outcome: OpeningOutcome.REVIEW, finding: { ...RULE, message, until: endsOn, fact } };
}
