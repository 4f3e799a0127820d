import type { AnswerState, OpeningOutcome } from "./types/enums";
import type { RuleFinding } from "./types/RuleFinding";

/** A decision on an opening as it was given, with what it stood on. */
export interface FiledDecision {
  readonly id: string;
  readonly subjectId: string;
  /** The day it was asked for, and the product or kind of line; null in decisions that were filed without them. */
  readonly on: string | null;
  readonly product: string | null;
  readonly outcome: OpeningOutcome;
  readonly findings: readonly RuleFinding[];
  readonly ruleVersion: string;
  readonly coverageState: AnswerState;
  readonly coverageAsOf: Date | null;
  readonly decidedAt: Date;
}

/** A filed decision as it is answered, whether it was made just now or is fetched again. */
export function showDecision<Institution>(filed: FiledDecision, institution: Institution) {
  const { id, on, product, outcome, findings, decidedAt, ruleVersion, coverageState, coverageAsOf } = filed;
  return {
    id,
    on,
    product,
    outcome,
    findings: [...findings],
    decidedAt,
    ruleVersion,
    coverage: [{ institution, state: coverageState, asOf: coverageAsOf }],
  };
}
