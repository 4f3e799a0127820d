import type { Kysely } from "kysely";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { liftSingleOrder, type SingleOrderBook } from "../../shared/orders/liftSingleOrder";
import { OrderStatus } from "../../shared/types/enums";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { createOrderStore } from "../store/orderStore";
import { AccountOrderKind } from "../types/enums";
import { dueAtOf } from "./accountOrderTerms";
import { tellLifted } from "./tellLifted";
import { tellOrders } from "./tellOrders";
import { tellRestored } from "./tellRestored";

/** Orders that took something away from the account. */
const RESTRICTING: ReadonlySet<string> = new Set([
  AccountOrderKind.SUSPEND_NON_COUNTER,
  AccountOrderKind.SUSPEND_ALL_PAYMENT,
  AccountOrderKind.STOP_PAYMENT,
  AccountOrderKind.FREEZE,
]);

/** Undoes one order on an account, and what stood on the account by it. */
export function liftOrder(
  tx: Kysely<unknown>,
  decision: Extract<PoliceEvent, { kind: "OBJECTION_DECIDED" }>,
  at: Date,
): Promise<void> {
  const store = createOrderKeepingStore(tx);
  const kind = AccountOrderKind.RESTORE;
  const book: SingleOrderBook = {
    store,
    restricting: RESTRICTING,
    release: async order => tellLifted(tx, await store.liftRestriction(order, at), at),
    addRestore: ({ id, subjectId, holdingId: accountId, institution, causeId }, reason) =>
      createOrderStore(tx).addOrders([
        {
          ...{ id, subjectId, accountId, institution, kind, reason, causeId },
          status: OrderStatus.ISSUED,
          issuedAt: at,
          dueAt: dueAtOf(kind, at),
          deliveredAt: null,
          executedAt: null,
          refusalReason: null,
        },
      ]),
    tell: (change, order) => tellOrders(tx, change, [order], at),
    tellRestored: restored => tellRestored(tx, restored, at),
  };
  return liftSingleOrder(book, decision, at);
}
