import { sayProvisional } from "../../shared/provisional";
import type { StandingMeasure } from "../../shared/orders/standingMeasure";
import type { RuleFinding } from "../../shared/types/RuleFinding";

/** Why an order is given, as its carrier and the holder read it. */
export function lineOrderReason({ causeKind, kind, article, endsOn }: StandingMeasure): RuleFinding {
  const wording =
    causeKind === "CASE_LINE"
      ? {
          ruleId: "secondVerification",
          message: "The line was recognised as used in a case: its holder may be verified again.",
        }
      : {
          ruleId: "telecomSanction",
          message:
            kind === "SUSPEND_LINE"
              ? "The regulator suspends the lines of a person sanctioned for phone cards."
              : "The regulator has the lines of a person sanctioned for phone cards verified again.",
        };
  return {
    ...wording,
    message: sayProvisional(wording.message, article),
    article,
    until: endsOn,
    fact: null,
  };
}

/** Why something is undone: the carrier must not undo what other causes did. */
export function lineRestoreReason({ endedBy }: Pick<StandingMeasure, "endedBy">): RuleFinding {
  const message =
    endedBy === "EXPIRED"
      ? "The time of the measure is over: undo what this cause did. Other orders for the line stand."
      : "The cause was lifted: undo at once what it did. Other orders for the line stand.";
  return { ruleId: "objectionLift", article: "N20-5", message, until: null, fact: null };
}
