import type { Kysely } from "kysely";
import type { OwnOrder } from "../../shared/orders/holdingOrderStore";
import type { SettledOrder } from "../../shared/orders/judgeOutcomes";
import { createMeasureStore } from "../../shared/orders/measureStore";
import { undoLate, type LateOrderBook } from "../../shared/orders/undoLate";
import { dueAtOf } from "../commands/orderTerms";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { LineOrderKind } from "../types/enums";
import { addLineRestores } from "./addLineRestores";
import { LINE_MEASURE_RULES } from "./lineMeasureRules";
import { STOPPING } from "./stoppingOrders";
import { tellLineOrders } from "./tellLineOrders";
import { tellRedress } from "./tellRedress";

/** A carrier has carried out orders on lines that had been withdrawn: it is to undo them. */
export async function undoLateLineOrders(
  tx: Kysely<unknown>,
  carrier: string,
  late: readonly SettledOrder<OwnOrder>[],
  at: Date,
): Promise<void> {
  if (late.length === 0) return;
  const book: LateOrderBook = {
    store: createOrderKeepingStore(tx),
    rules: LINE_MEASURE_RULES,
    restricting: STOPPING,
    measuresOf: causeIds => createMeasureStore("telecom", tx).measuresOf(causeIds),
    addRestores: (restores, reason) => addLineRestores(tx, restores, reason, at),
    restoreDueAt: issuedAt => dueAtOf(LineOrderKind.RESTORE, issuedAt),
    tell: (kind, orders) => tellLineOrders(tx, kind, orders, at),
    tellOwed: owed => tellRedress(tx, owed, at),
  };
  await undoLate(book, carrier, late, at);
}
