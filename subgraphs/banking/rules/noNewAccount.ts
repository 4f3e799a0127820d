// N16-5: no new account for three years; from 2019-04-01 (PBOC 2019-85) and by N20-5 for the whole five.
import { MeasureKind, OpeningOutcome } from "../../shared/types/enums";
import { measureFinding } from "./measureFinding";
import { isInForceOn } from "./isInForceOn";
import type { OpeningRule } from "./openingFacts";
import { RULE_DAYS } from "./ruleVersions";

const RULE_ID = "noNewAccount";

/** Whether a sanction bars new accounts in this sector; its length was fixed when it was recognised. */
export const noNewAccount: OpeningRule = ({ on, sector, measures }) => {
  if (on < RULE_DAYS.sanctions) return [];
  if (measures === null) {
    const message = "The police register did not answer: whether a sanction bars a new account is not known.";
    return [
      {
        outcome: OpeningOutcome.UNKNOWN,
        finding: { ruleId: RULE_ID, article: "N20-5", message, until: null, fact: null },
      },
    ];
  }
  return measures
    .filter(measure => measure.kind === MeasureKind.NO_NEW_ACCOUNT && measure.sector === sector)
    .filter(measure => isInForceOn(measure, on))
    .map(measure => ({
      outcome: OpeningOutcome.DENY,
      finding: measureFinding(RULE_ID, "A sanction bars new accounts.", measure),
    }));
};
