// N16-3: a line is stopped because nobody has registered for it; whoever registers ends that, and has it back.
import type { Kysely } from "kysely";
import { mayBeDone } from "../../shared/orders/planOrders";
import { restoreOf } from "../../shared/orders/restoreOf";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { addLineRestores } from "./addLineRestores";
import { tellLineOrders } from "./tellLineOrders";

const REASON = {
  ruleId: "stopUnregistered",
  article: "N16-3",
  message:
    "Somebody has registered for the line: undo at once what this order did. Other orders for the line stand.",
  until: null,
  fact: null,
};

/** Ends the stops of lines for which these people have registered: what waits is withdrawn, what was done is undone. */
export async function endStopsOfRegistered(
  tx: Kysely<unknown>,
  subjectIds: readonly string[],
  at: Date,
): Promise<void> {
  const store = createOrderKeepingStore(tx);
  const stops = await store.lockStopsOfRegistered(subjectIds);
  if (stops.length === 0) return;
  const waiting = stops.filter(({ status }) => status !== "EXECUTED");
  await store.withdraw(waiting);
  await tellLineOrders(tx, "ORDER_EXPIRED", waiting, at);
  const restores = stops.filter(mayBeDone).map(order => restoreOf(order, REASON));
  await addLineRestores(tx, restores, at);
  await tellLineOrders(tx, "ORDER_ISSUED", restores, at);
}
