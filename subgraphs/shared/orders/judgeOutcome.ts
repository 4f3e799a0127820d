import { HubError } from "../../../schema/contract/errors";
import type { OrderOutcome } from "./parseOrderOutcome";
import { MAX_CLOCK_SKEW_MS } from "./orderLimits";
import { WRONG_RECORD } from "../objections/wrongRecord";
import { RESTORE, type KnownOrder } from "./planOrders";

/** An order with what is known of its outcome. */
export interface JudgedOrder extends Pick<KnownOrder, "id" | "kind" | "status"> {
  readonly issuedAt: Date;
  readonly executedAt: Date | null;
  /** The rule that it was issued by. */
  readonly ruleId: string;
}

/** When it was: an institution's clock may be behind the hub's, and nothing is done before it was ordered. */
export function outcomeTime({ issuedAt }: Pick<JudgedOrder, "issuedAt">, { at }: OrderOutcome): Date {
  return at < issuedAt ? issuedAt : at;
}

/** To undo, and to correct a record, is owed to a person; `isOpenOrder` says the same of a stored row. */
export function isOwed({ kind, ruleId }: Pick<JudgedOrder, "kind" | "ruleId">): boolean {
  return kind === RESTORE || ruleId === WRONG_RECORD;
}

/**
 * ISSUED, DELIVERED → EXECUTED, REFUSED. A restoration and a correction also REFUSED → EXECUTED: what is owed to a person
 * does not end by an institution's no. EXPIRED → EXECUTED: withdrawn, and carried out before the institution knew; it is to be undone.
 * Answers whether the outcome is new; one that says again what is known is not. Throws NOT_FOUND for another's order and
 * for none alike, and INVALID_TRANSITION once an order has an end.
 */
export function judgeOutcome(order: JudgedOrder | undefined, outcome: OrderOutcome): boolean {
  const { status, at } = outcome;
  if (order === undefined)
    throw new HubError("NOT_FOUND", "There is no such order, or it is not your institution's.");
  if (
    order.status === status &&
    (status === "REFUSED" || order.executedAt?.getTime() === outcomeTime(order, outcome).getTime())
  )
    return false;
  const isOwedStill = isOwed(order) && order.status === "REFUSED";
  // Withdrawn to be undone elsewhere: whoever has it now says when it was.
  const isDoneLate = order.status === "EXPIRED" && status === "EXECUTED" && order.kind !== RESTORE;
  if (order.status !== "ISSUED" && order.status !== "DELIVERED" && !isOwedStill && !isDoneLate)
    throw new HubError("INVALID_TRANSITION", `The order is ${order.status} already.`);
  if (at.getTime() < order.issuedAt.getTime() - MAX_CLOCK_SKEW_MS)
    throw new HubError("BAD_INPUT", "`executedAt` lies before the order was issued.");
  return true;
}
