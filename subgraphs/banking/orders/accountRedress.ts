import type { Kysely } from "kysely";
import { createMeasureStore } from "../../shared/orders/measureStore";
import type { RedressBook } from "../../shared/orders/redressBook";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { AccountOrderKind } from "../types/enums";
import { ACCOUNT_MEASURE_RULES } from "./accountMeasureRules";
import { dueAtOf } from "./accountOrderTerms";
import { addRestores } from "./addRestores";
import { lockAccountOrders } from "./lockAccountOrders";
import { RESTRICTING } from "./restrictingOrders";
import { tellLifted } from "./tellLifted";
import { tellOrders } from "./tellOrders";
import { tellRedress } from "./tellRedress";
import { tellRestored } from "./tellRestored";

/** Undoing single orders on accounts, and what stood on the accounts by them. */
export function accountRedress(tx: Kysely<unknown>, at: Date): RedressBook {
  const store = createOrderKeepingStore(tx);
  return {
    store,
    ordersOf: causeIds => lockAccountOrders(tx, causeIds),
    rules: ACCOUNT_MEASURE_RULES,
    restricting: RESTRICTING,
    measuresOf: causeIds => createMeasureStore("banking", tx).measuresOf(causeIds),
    release: async order => tellLifted(tx, await store.liftRestrictionsOf([order], at), at),
    addRestores: restores => addRestores(tx, restores, at),
    restoreDueAt: issuedAt => dueAtOf(AccountOrderKind.RESTORE, issuedAt),
    tell: (kind, orders) => tellOrders(tx, kind, orders, at),
    tellRestored: restored => tellRestored(tx, restored, at),
    tellRedress: events => tellRedress(tx, events, at),
  };
}
