import type { RuleFinding } from "../types/RuleFinding";
import { isWaiting, mayBeDone, RESTORE } from "./planOrders";
import type { ObjectionDecision, RedressBook } from "./redressBook";
import { restoreOf } from "./restoreOf";

const REASON: RuleFinding = {
  ruleId: "objectionLift",
  article: "N20-5",
  message: "An objection to the order was confirmed: undo at once what it did. Other orders stand.",
  until: null,
  fact: null,
};

/** N20-5: an objection to one order was confirmed. It is undone alone, and its cause goes on elsewhere. */
export async function liftSingleOrder(
  book: RedressBook,
  decision: ObjectionDecision,
  at: Date,
): Promise<void> {
  const { store } = book;
  const { targetId, subjectId } = decision;
  const order = await store.lockOrder(targetId);
  if (order === null || order.kind === RESTORE) return;
  if (order.subjectId !== subjectId) {
    // Somebody else's order is no business of whoever objected; unless it came to them with what it is on.
    if (subjectId === null || !(await store.isCauseAgainst(order.causeId, subjectId))) return;
    return book.tellRestored([{ causeId: order.id, lastRestoredAt: at }]);
  }
  await store.lift(order, at);
  await book.release(order, decision);
  // It may have gone to somebody else to carry out since.
  const onHolding = (await book.ordersOf([order.causeId])).filter(
    one => one.holdingId === order.holdingId && one.subjectId === subjectId && one.isOver !== true,
  );
  const alike = onHolding.filter(({ kind }) => kind === order.kind);
  // What was refused is withdrawn too: whoever keeps the holding next is not asked for it.
  const open = alike.filter(one => isWaiting(one) || one.status === "REFUSED");
  await store.withdraw(open);
  await book.tell("ORDER_EXPIRED", open);
  // Its cause was lifted before, and with it the order: it may be undone by now.
  const restores = onHolding.filter(({ kind }) => kind === RESTORE);
  if (restores.length > 0) return book.tellRestored(await store.undoneBy(restores));
  // Where nothing was done, nothing is to be waited for.
  const done = alike.filter(mayBeDone).at(-1);
  if (done === undefined || !book.restricting.has(order.kind))
    return book.tellRestored([{ causeId: order.id, lastRestoredAt: at }]);
  // Whom the order waited for has the holding now, and undoes what was done before.
  const restore = restoreOf(alike.find(isWaiting) ?? done, REASON);
  await book.addRestores([restore]);
  await book.tell("ORDER_ISSUED", [restore]);
}
