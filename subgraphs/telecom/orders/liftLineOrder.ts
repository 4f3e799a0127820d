import type { Kysely } from "kysely";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { liftSingleOrder, type SingleOrderBook } from "../../shared/orders/liftSingleOrder";
import { OrderStatus } from "../../shared/types/enums";
import { dueAtOf } from "../commands/orderTerms";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { createOrderStore } from "../store/orderStore";
import { LineOrderKind } from "../types/enums";
import { tellLineOrders } from "./tellLineOrders";
import { tellLinesRestored } from "./tellLinesRestored";

/** Orders that took the line out of service. */
const STOPPING: ReadonlySet<string> = new Set([LineOrderKind.SUSPEND, LineOrderKind.STOP_UNREGISTERED]);

/** Undoes one order on a line. */
export function liftLineOrder(
  tx: Kysely<unknown>,
  decision: Extract<PoliceEvent, { kind: "OBJECTION_DECIDED" }>,
  at: Date,
): Promise<void> {
  const kind = LineOrderKind.RESTORE;
  const book: SingleOrderBook = {
    store: createOrderKeepingStore(tx),
    restricting: STOPPING,
    // A line follows its orders: it comes back when its carrier has restored it.
    release: () => Promise.resolve(),
    async addRestore({ id, subjectId, holdingId: lineId, institution: carrier, causeId }, reason) {
      await createOrderStore(tx).insertOrders([
        {
          ...{ id, subjectId, lineId, carrier, kind, reason, causeId },
          status: OrderStatus.ISSUED,
          issuedAt: at.toISOString(),
          dueAt: dueAtOf(kind, at).toISOString(),
          deliveredAt: null,
          executedAt: null,
          refusalReason: null,
        },
      ]);
    },
    tell: (change, order) => tellLineOrders(tx, change, [order], at),
    tellRestored: restored => tellLinesRestored(tx, restored, at),
  };
  return liftSingleOrder(book, decision, at);
}
