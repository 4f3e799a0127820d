import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { derivedId } from "../derivedId";
import type { RuleFinding } from "../types/RuleFinding";
import type { HoldingOrderStore, Restored } from "./holdingOrderStore";
import { mayBeDone, RESTORE, type KnownOrder } from "./planOrders";

type Decision = Extract<PoliceEvent, { kind: "OBJECTION_DECIDED" }>;

/** What one subgraph does about an order that is to be undone alone; all in the transaction of the decision. */
export interface SingleOrderBook {
  readonly store: HoldingOrderStore;
  /** Kinds that took something away; what else was ordered leaves nothing to be undone. */
  readonly restricting: ReadonlySet<string>;
  /** Lifts what stood on the holding by this order. */
  release(order: KnownOrder): Promise<void>;
  addRestore(restore: KnownOrder, reason: RuleFinding): Promise<void>;
  tell(kind: "ORDER_ISSUED" | "ORDER_EXPIRED", order: KnownOrder): Promise<unknown>;
  tellRestored(restored: readonly Restored[]): Promise<void>;
}

/** N20-5: an objection to one order was confirmed. It is undone alone, and its cause goes on elsewhere. */
export async function liftSingleOrder(
  book: SingleOrderBook,
  { targetId, subjectId }: Decision,
  at: Date,
): Promise<void> {
  const { store } = book;
  const order = await store.lockOrder(targetId);
  if (order === null || order.kind === RESTORE) return;
  if (order.subjectId !== subjectId) {
    // Somebody else's order is no business of whoever objected; unless it came to them with what it is on.
    if (subjectId === null || !(await store.isCauseAgainst(order.causeId, subjectId))) return;
    return book.tellRestored([{ causeId: order.id, lastRestoredAt: at }]);
  }
  await book.release(order);
  if (order.status === "ISSUED" || order.status === "DELIVERED") {
    await store.withdraw([order]);
    await book.tell("ORDER_EXPIRED", order);
  }
  const id = derivedId("order", order.id, RESTORE);
  const known = await store.lockOrder(id);
  // Its cause was lifted before, and with it the order: it may be undone by now.
  if (known !== null) return book.tellRestored(await store.undoneBy([known]));
  // Where nothing was done, nothing is to be waited for.
  if (!mayBeDone(order) || !book.restricting.has(order.kind))
    return book.tellRestored([{ causeId: order.id, lastRestoredAt: at }]);
  const restore = { ...order, id, kind: RESTORE, status: "ISSUED" };
  const message = "An objection to the order was confirmed: undo at once what it did. Other orders stand.";
  await book.addRestore(restore, {
    ruleId: "objectionLift",
    article: "N20-5",
    message,
    until: null,
    fact: null,
  });
  await book.tell("ORDER_ISSUED", restore);
}
