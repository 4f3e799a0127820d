import { HubError } from "../../../schema/contract/errors";
import { accepted, duplicate, rejected, type ItemVerdict } from "../reports/itemVerdict";
import { judgeOutcome, outcomeTime, type JudgedOrder } from "./judgeOutcome";
import type { OrderOutcome } from "./parseOrderOutcome";

/** An order and what became of it just now. */
export interface SettledOrder<Order> {
  readonly order: Order;
  readonly outcome: OrderOutcome;
}

/** A batch of outcomes, judged: one verdict each, and the orders that have come to an end by it. */
export function judgeOutcomes<Order extends JudgedOrder>(
  orders: readonly Order[],
  outcomes: readonly OrderOutcome[],
): { readonly verdicts: ItemVerdict[]; readonly settled: SettledOrder<Order>[] } {
  const byId = new Map(orders.map(order => [order.id, order]));
  const settled = new Map<string, SettledOrder<Order>>();
  const judge = (outcome: OrderOutcome): ItemVerdict => {
    const order = byId.get(outcome.orderId);
    if (!judgeOutcome(order, outcome) || order === undefined) return duplicate(outcome.orderId);
    const at = outcomeTime(order, outcome);
    const executedAt = outcome.status === "EXECUTED" ? at : null;
    // A batch may name an order twice: the second time it has its end, or is carried out after all.
    byId.set(order.id, { ...order, status: outcome.status, executedAt });
    settled.set(order.id, { order, outcome: { ...outcome, at } });
    return accepted(outcome.orderId);
  };
  const verdicts = outcomes.map(outcome => {
    try {
      return judge(outcome);
    } catch (error) {
      if (error instanceof HubError) return rejected(error);
      throw error;
    }
  });
  return { verdicts, settled: [...settled.values()] };
}
