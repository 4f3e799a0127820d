import type { Kysely } from "kysely";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { derivedId } from "../../shared/derivedId";
import { RESTORE } from "../../shared/orders/planOrders";
import { OrderStatus } from "../../shared/types/enums";
import { dueAtOf } from "../commands/orderTerms";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { createOrderStore } from "../store/orderStore";
import { LineOrderKind } from "../types/enums";
import { tellLineOrders } from "./tellLineOrders";

type Decision = Extract<PoliceEvent, { kind: "OBJECTION_DECIDED" }>;

/** Orders that took the line out of service. */
const STOPPING: ReadonlySet<string> = new Set([LineOrderKind.SUSPEND, LineOrderKind.STOP_UNREGISTERED]);

/** An objection to one order was confirmed: it is undone alone, and its cause goes on for the other lines. */
export async function liftLineOrder(
  tx: Kysely<unknown>,
  { targetId, subjectId }: Decision,
  at: Date,
): Promise<void> {
  const store = createOrderKeepingStore(tx);
  const order = await store.lockOrder(targetId);
  // Somebody else's order is no business of whoever objected.
  if (order === null || order.kind === RESTORE || (subjectId !== null && order.subjectId !== subjectId))
    return;
  if (order.status === "ISSUED" || order.status === "DELIVERED") {
    await store.withdraw([order]);
    await tellLineOrders(tx, "ORDER_EXPIRED", [order], at);
  }
  if (order.status !== "EXECUTED" || !STOPPING.has(order.kind)) return;
  const kind = LineOrderKind.RESTORE;
  const message = "An objection to the order was confirmed: undo at once what it did. Other orders stand.";
  const restore = {
    id: derivedId("order", order.id, RESTORE),
    subjectId: order.subjectId,
    lineId: order.holdingId,
    carrier: order.institution,
    kind,
    status: OrderStatus.ISSUED,
    reason: { ruleId: "objectionLift", article: "N20-5", message, until: null, fact: null },
    causeId: order.causeId,
    issuedAt: at.toISOString(),
    deliveredAt: null,
    dueAt: dueAtOf(kind, at).toISOString(),
    executedAt: null,
    refusalReason: null,
  };
  const issued = await createOrderStore(tx).insertOrders([restore]);
  if (issued.size > 0) await tellLineOrders(tx, "ORDER_ISSUED", [{ ...order, id: restore.id }], at);
}
