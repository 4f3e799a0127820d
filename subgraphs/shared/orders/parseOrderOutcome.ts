import { HubError } from "../../../schema/contract/errors";
import { MAX_CLOCK_SKEW_MS } from "./orderLimits";
import type { OrderOutcomeInput } from "../types/OrderOutcomeInput";
import { parseText } from "../parseText";

/** What became of an order, as its institution says. */
export interface OrderOutcome {
  readonly orderId: string;
  readonly status: "EXECUTED" | "REFUSED";
  readonly at: Date;
  readonly refusalReason: string | null;
  readonly reference: string | null;
}

/** Reads one outcome by itself. Throws BAD_INPUT: a refusal without a reason, a reason without one, a moment to come. */
export function parseOrderOutcome(input: OrderOutcomeInput, now: Date): OrderOutcome {
  const { orderId, executed, executedAt } = input;
  const hasReason = input.refusalReason !== null && input.refusalReason !== undefined;
  if (executed && hasReason) throw new HubError("BAD_INPUT", "What was executed has no `refusalReason`.");
  if (!executed && !hasReason) throw new HubError("BAD_INPUT", "A refusal needs a `refusalReason`.");
  if (executedAt.getTime() > now.getTime() + MAX_CLOCK_SKEW_MS)
    throw new HubError("BAD_INPUT", "`executedAt` lies ahead.");
  return {
    orderId,
    status: executed ? "EXECUTED" : "REFUSED",
    at: executedAt,
    refusalReason: executed ? null : parseText("refusalReason", input.refusalReason ?? ""),
    reference:
      input.reference === null || input.reference === undefined
        ? null
        : parseText("reference", input.reference),
  };
}
