// N16-5, N20-5: for five years bank accounts lose non-counter business and payment accounts all business.
import { MeasureKind, OpeningOutcome, Sector } from "../../shared/types/enums";
import { measureFinding } from "./measureFinding";
import { isInForceOn } from "./isInForceOn";
import type { OpeningRule } from "./openingFacts";
import { RULE_DAYS } from "./ruleVersions";

const SUSPENSIONS = {
  [Sector.BANKING]: {
    kind: MeasureKind.SUSPEND_NON_COUNTER,
    message: "A sanction suspends non-counter business: a new account may do business at the counter only.",
  },
  [Sector.PAYMENT]: {
    kind: MeasureKind.SUSPEND_ALL_PAYMENT,
    message: "A sanction suspends all business of payment accounts: a new one could do none.",
  },
} as const;

/** Whether a new account would be suspended from its first day; somebody has to decide whether to open it. */
export const suspendFiveYears: OpeningRule = ({ on, sector, measures }) => {
  if (on < RULE_DAYS.sanctions) return [];
  const { kind, message } = SUSPENSIONS[sector];
  // Where the police register did not answer, noNewAccount says so for both.
  return (measures ?? [])
    .filter(measure => measure.kind === kind && measure.sector === sector && isInForceOn(measure, on))
    .map(measure => ({
      outcome: OpeningOutcome.REVIEW,
      finding: measureFinding("suspendFiveYears", message, measure),
    }));
};
