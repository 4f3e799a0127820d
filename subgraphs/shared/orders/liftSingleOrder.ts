import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import type { RuleFinding } from "../types/RuleFinding";
import { mayBeDone, RESTORE } from "./planOrders";
import type { RedressBook } from "./redressBook";
import { restoreOf } from "./restoreOf";

type Decision = Extract<PoliceEvent, { kind: "OBJECTION_DECIDED" }>;

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
    await book.tell("ORDER_EXPIRED", [order]);
  }
  const restore = restoreOf(order, REASON);
  const known = await store.lockOrder(restore.id);
  // Its cause was lifted before, and with it the order: it may be undone by now.
  if (known !== null) return book.tellRestored(await store.undoneBy([known]));
  // Where nothing was done, nothing is to be waited for.
  const isDone = mayBeDone(order) || ((await book.isDoneElsewhere?.(order)) ?? false);
  if (!isDone || !book.restricting.has(order.kind))
    return book.tellRestored([{ causeId: order.id, lastRestoredAt: at }]);
  await book.addRestores([restore]);
  await book.tell("ORDER_ISSUED", [restore]);
}
