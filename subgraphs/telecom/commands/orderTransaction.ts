import type { Kysely } from "kysely";
import { createOrderStore, type OrderStore } from "../store/orderStore";
import { createOutboxStore } from "../store/outboxStore";
import type { OutboxRecord } from "../store/tables/outboxTable";

/** What issuing orders needs, also where nobody has asked for it: a transaction's moment, its orders, its outbox. */
export interface OrderTransaction {
  readonly at: Date;
  readonly stores: { readonly orders: OrderStore };
  tell(changes: readonly OutboxRecord[]): Promise<void>;
}

/** For changes that the subgraph makes by itself: the relay alone tells of what they touched. */
export function openOrderTransaction(tx: Kysely<unknown>, at: Date): OrderTransaction {
  return {
    at,
    stores: { orders: createOrderStore(tx) },
    tell: changes => createOutboxStore(tx).insertChanges(changes),
  };
}
