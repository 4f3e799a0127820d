import type { Kysely } from "kysely";
import type { OwnOrder } from "../../shared/orders/holdingOrderStore";
import type { SettledOrder } from "../../shared/orders/judgeOutcomes";
import { createMeasureStore } from "../../shared/orders/measureStore";
import { undoLate, type LateOrderBook } from "../../shared/orders/undoLate";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { AccountOrderKind } from "../types/enums";
import { ACCOUNT_MEASURE_RULES } from "./accountMeasureRules";
import { dueAtOf } from "./accountOrderTerms";
import { addRestores } from "./addRestores";
import { RESTRICTING } from "./restrictingOrders";
import { tellOrders } from "./tellOrders";
import { tellRedress } from "./tellRedress";

/** An institution has carried out orders on accounts that had been withdrawn: it is to undo them. */
export async function undoLateOrders(
  tx: Kysely<unknown>,
  institution: string,
  late: readonly SettledOrder<OwnOrder>[],
  at: Date,
): Promise<void> {
  if (late.length === 0) return;
  const book: LateOrderBook = {
    store: createOrderKeepingStore(tx),
    rules: ACCOUNT_MEASURE_RULES,
    restricting: RESTRICTING,
    measuresOf: causeIds => createMeasureStore("banking", tx).measuresOf(causeIds),
    addRestores: (restores, reason) => addRestores(tx, restores, reason, at),
    restoreDueAt: issuedAt => dueAtOf(AccountOrderKind.RESTORE, issuedAt),
    tell: (kind, orders) => tellOrders(tx, kind, orders, at),
    tellOwed: owed => tellRedress(tx, owed, at),
  };
  await undoLate(book, institution, late, at);
}
