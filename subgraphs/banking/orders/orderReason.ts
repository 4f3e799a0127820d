import { sayProvisional } from "../../shared/provisional";
import type { RuleFinding } from "../../shared/types/RuleFinding";
import type { StandingMeasure } from "../../shared/orders/standingMeasure";

type Wording = Pick<RuleFinding, "ruleId" | "message">;

const REASONS: Readonly<Partial<Record<StandingMeasure["causeKind"], Wording>>> = {
  SANCTION: {
    ruleId: "suspendFiveYears",
    message:
      "The holder was sanctioned: bank accounts lose non-counter business, payment accounts all business.",
  },
  CASE_ACCOUNT: {
    ruleId: "caseAccountSpread",
    message: "Another account of the holder was recognised as used in a telecom fraud.",
  },
  STOP_PAYMENT: { ruleId: "stopPayment", message: "Emergency stop-payment: nothing may leave the account." },
  FREEZE: { ruleId: "freeze", message: "The account is frozen." },
};

/** Why an order is given, as its institution and the holder read it. */
export function orderReason({ causeKind, article, endsOn }: StandingMeasure): RuleFinding {
  const wording = REASONS[causeKind] ?? { ruleId: "policeMeasure", message: "The police ordered it." };
  return {
    ...wording,
    message: sayProvisional(wording.message, article),
    article,
    until: endsOn,
    fact: null,
  };
}

/** Why something is undone: the institution must not undo what other causes did. */
export function restoreReason({ endedBy }: StandingMeasure): RuleFinding {
  const message =
    endedBy === "EXPIRED"
      ? "The time of the measure is over: undo what this cause did. Other orders for the account stand."
      : "The cause was lifted: undo at once what it did. Other orders for the account stand.";
  return { ruleId: "objectionLift", article: "N20-5", message, until: null, fact: null };
}
