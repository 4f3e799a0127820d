import type { Kysely } from "kysely";
import { createMeasureStore } from "../../shared/orders/measureStore";
import type { RedressBook } from "../../shared/orders/redressBook";
import { dueAtOf } from "../commands/orderTerms";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { LineOrderKind } from "../types/enums";
import { addLineRestores } from "./addLineRestores";
import { LINE_MEASURE_RULES } from "./lineMeasureRules";
import { LINE_ORDER_BOOK } from "./lineOrderBook";
import { refuteFlag } from "./refuteFlag";
import { STOPPING } from "./stoppingOrders";
import { tellLineOrders } from "./tellLineOrders";
import { tellLinesRestored } from "./tellLinesRestored";
import { tellRedress } from "./tellRedress";

/** Undoing single orders on lines. */
export function lineRedress(tx: Kysely<unknown>, at: Date): RedressBook {
  return {
    store: createOrderKeepingStore(tx),
    ordersOf: causeIds => LINE_ORDER_BOOK.lockOrders(tx, causeIds),
    rules: LINE_MEASURE_RULES,
    restricting: STOPPING,
    measuresOf: causeIds => createMeasureStore("telecom", tx).measuresOf(causeIds),
    // A line follows its orders: it comes back when its carrier has restored it.
    release: (order, decision) => refuteFlag(tx, order, decision, at),
    addRestores: restores => addLineRestores(tx, restores, at),
    restoreDueAt: issuedAt => dueAtOf(LineOrderKind.RESTORE, issuedAt),
    tell: (kind, orders) => tellLineOrders(tx, kind, orders, at),
    tellRestored: restored => tellLinesRestored(tx, restored, at),
    tellRedress: events => tellRedress(tx, events, at),
  };
}
