import type { Kysely } from "kysely";
import type { KnownOrder } from "../../shared/orders/planOrders";
import { restoreOf } from "../../shared/orders/restoreOf";
import type { RuleFinding } from "../../shared/types/RuleFinding";
import { createMeasureTargetStore } from "../store/measureTargetStore";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { addLineRestores } from "./addLineRestores";
import { tellLineOrders } from "./tellLineOrders";

/** An order that was or may have been carried out, and why it is to be undone. */
export interface UndoneOrder {
  readonly order: KnownOrder;
  readonly reason: RuleFinding;
}

/** What waits is withdrawn, and what was done is to be undone where the line is still the person's. */
export async function endLineOrders(
  tx: Kysely<unknown>,
  withdrawn: readonly KnownOrder[],
  undone: readonly UndoneOrder[],
  at: Date,
): Promise<void> {
  if (withdrawn.length > 0) await createOrderKeepingStore(tx).withdraw(withdrawn);
  await tellLineOrders(tx, "ORDER_EXPIRED", withdrawn, at);
  if (undone.length === 0) return;
  // A number that has gone to somebody else comes clean: there is nothing of this cause on it.
  const places = await createMeasureTargetStore(tx).placesOf(undone.map(({ order }) => order.holdingId));
  const restores = lastOfEach(undone)
    .filter(({ order }) => places.get(order.holdingId)?.subjectId === order.subjectId)
    .map(({ order, reason }) => ({
      ...restoreOf(order, reason),
      // Carried to another carrier since, which has it out of service too.
      institution: places.get(order.holdingId)?.carrier ?? order.institution,
    }));
  await addLineRestores(tx, restores, at);
  await tellLineOrders(tx, "ORDER_ISSUED", restores, at);
}

/** Two carriers may have stopped a line one after the other for the same cause: it is undone once. */
function lastOfEach(undone: readonly UndoneOrder[]): UndoneOrder[] {
  const byHolding = new Map(undone.map(one => [`${one.order.causeId} ${one.order.holdingId}`, one]));
  return [...byHolding.values()];
}
