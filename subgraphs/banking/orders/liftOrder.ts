import type { Kysely } from "kysely";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { derivedId } from "../../shared/derivedId";
import { RESTORE } from "../../shared/orders/planOrders";
import { OrderStatus } from "../../shared/types/enums";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { createOrderStore } from "../store/orderStore";
import { AccountOrderKind } from "../types/enums";
import { dueAtOf } from "./accountOrderTerms";
import { tellLifted } from "./tellLifted";
import { tellOrders } from "./tellOrders";

type Decision = Extract<PoliceEvent, { kind: "OBJECTION_DECIDED" }>;

/** An objection to one order was confirmed: it is undone alone, and its cause goes on for the other accounts. */
export async function liftOrder(
  tx: Kysely<unknown>,
  { targetId, subjectId }: Decision,
  at: Date,
): Promise<void> {
  const store = createOrderKeepingStore(tx);
  const order = await store.lockOrder(targetId);
  // Somebody else's order is no business of whoever objected.
  if (order === null || order.kind === RESTORE || (subjectId !== null && order.subjectId !== subjectId))
    return;
  await tellLifted(tx, await store.liftRestriction(order, at), at);
  if (order.status === "ISSUED" || order.status === "DELIVERED") {
    await store.withdraw([order]);
    await tellOrders(tx, "ORDER_EXPIRED", [order], at);
  }
  if (order.status !== "EXECUTED" || !RESTRICTING.has(order.kind)) return;
  const { id, holdingId: accountId, institution, causeId } = order;
  const kind = AccountOrderKind.RESTORE;
  const message = "An objection to the order was confirmed: undo at once what it did. Other orders stand.";
  const restore = {
    id: derivedId("order", id, RESTORE),
    subjectId: order.subjectId,
    accountId,
    institution,
    kind,
    status: OrderStatus.ISSUED,
    reason: { ruleId: "objectionLift", article: "N20-5", message, until: null, fact: null },
    issuedAt: at,
    dueAt: dueAtOf(kind, at),
    deliveredAt: null,
    executedAt: null,
    refusalReason: null,
    causeId,
  };
  await createOrderStore(tx).addOrders([restore]);
  await tellOrders(tx, "ORDER_ISSUED", [{ ...order, id: restore.id }], at);
}

/** Orders that took something away from the account. */
const RESTRICTING: ReadonlySet<string> = new Set([
  AccountOrderKind.SUSPEND_NON_COUNTER,
  AccountOrderKind.SUSPEND_ALL_PAYMENT,
  AccountOrderKind.STOP_PAYMENT,
  AccountOrderKind.FREEZE,
]);
