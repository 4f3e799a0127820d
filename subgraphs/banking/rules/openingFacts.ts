import type { AnswerState, MeasureKind, OpeningOutcome, Sector, SubjectKind } from "../../shared/types/enums";
import type { RuleFinding } from "../../shared/types/RuleFinding";
import type { OpenPeriod } from "../openPeriod";
import type { AccountClass, AccountKind, AccountProduct, LimitExemption } from "../types/enums";

/** An account that the person holds or held at the institution. */
export interface Holding extends OpenPeriod {
  readonly kind: AccountKind;
  readonly accountClass: AccountClass | null;
  readonly exemptFromLimit: LimitExemption | null;
}

/** A measure of a sanction, in calendar days. */
export interface MeasureFact {
  readonly kind: MeasureKind;
  readonly sector: Sector;
  /** The text that its sanction was recognised by. */
  readonly article: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** The day on which it was lifted, from which it no longer holds. */
  readonly liftedOn: string | null;
}

/** A restriction that follows from another account of the person having been used in a case. */
export interface SpreadFact {
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly liftedOn: string | null;
}

/** All that a decision stands on: the same facts give the same decision, today and in a replay. */
export interface OpeningFacts {
  readonly on: string;
  readonly sector: Sector.BANKING | Sector.PAYMENT;
  readonly product: AccountProduct;
  /** Null: no institution has reported whose token it is. */
  readonly holderKind: SubjectKind | null;
  readonly exemption: LimitExemption | null;
  readonly reviewReason: string | null;
  readonly holdings: readonly Holding[];
  /** Whether the institution's own accounts can be counted. */
  readonly coverage: AnswerState;
  /** Null: the police register did not answer. */
  readonly measures: readonly MeasureFact[] | null;
  readonly spread: readonly SpreadFact[];
  /** Which class N16-5 means by "one payment account" (the texts differ); null: no text runs yet. */
  readonly singlePaymentClass: AccountClass | null;
}

/** What one rule says: its finding, and what the finding alone would come to. */
export interface RuleVerdict {
  readonly outcome: OpeningOutcome;
  readonly finding: RuleFinding;
}

/** A rule for openings: facts in, verdicts out; none where it has nothing to say. */
export type OpeningRule = (facts: OpeningFacts) => readonly RuleVerdict[];
