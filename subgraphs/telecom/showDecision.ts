import type { DecisionRow } from "./store/decisionStore";
import type { Institution } from "./types/Institution";
import type { OpeningDecision } from "./types/OpeningDecision";

/** A filed decision as it is answered, whether it was made just now or is fetched again. */
export function showDecision(filed: DecisionRow, institution: Institution): OpeningDecision {
  const { id, outcome, findings, decidedAt, ruleVersion, coverageState, coverageAsOf } = filed;
  return {
    id,
    outcome,
    findings: [...findings],
    decidedAt,
    ruleVersion,
    coverage: [{ institution, state: coverageState, asOf: coverageAsOf }],
  };
}
