import type { Kysely } from "kysely";
import { createCursorStore } from "../../shared/events/cursorStore";
import { judgeOutcomes, type SettledOrder } from "../../shared/orders/judgeOutcomes";
import { requireOutcomeCount } from "../../shared/orders/orderLimits";
import { parseOrderOutcome } from "../../shared/orders/parseOrderOutcome";
import type { OwnOrder } from "../../shared/orders/holdingOrderStore";
import { RESTORE } from "../../shared/orders/planOrders";
import { countRestorations, type Restoration } from "../../shared/orders/restorationMetrics";
import { sumUpOutcomes } from "../../shared/orders/sumUpOutcomes";
import { undoLate } from "../../shared/orders/undoLate";
import { runReport } from "../../shared/reports/runReport";
import { noteTouched } from "../../shared/touched";
import type { ExecuteOrdersInput } from "../../shared/types/ExecuteOrdersInput";
import type { ReportOutcome } from "../../shared/types/ReportOutcome";
import type { BankingContext } from "../bankingContext";
import { accountRedress } from "../orders/accountRedress";
import { RESTRICTING } from "../orders/restrictingOrders";
import { tellOrders, touchedByOrder } from "../orders/tellOrders";
import { tellRestored } from "../orders/tellRestored";
import { createOrderKeepingStore } from "../store/orderKeepingStore";

/**
 * An institution says what it made of its orders: executed, or refused and why. Sent twice it has one effect; a
 * wrong item loses no other. Who restores last ends the cause, which the police are told.
 */
export async function executeAccountOrders(
  { requestId, institution, outcomes }: ExecuteOrdersInput,
  context: BankingContext,
): Promise<ReportOutcome> {
  requireOutcomeCount(outcomes.length);
  const { clock, database, keys } = context;
  const at = clock();
  const done: OwnOrder[] = [];
  let restorations: readonly Restoration[] = [];
  const outcome = await runReport({
    subgraph: "banking",
    database,
    ids: keys.ids,
    at,
    institution,
    requestId,
    items: outcomes,
    parse: item => parseOrderOutcome(item, at),
    async store(tx, parsed) {
      // Orders change under one lock, whoever changes them: a cause that is lifted meanwhile sees what was done.
      await createCursorStore("banking", tx).lockPlace(tx, "police");
      const orders = await createOrderKeepingStore(tx).lockOwn(
        institution,
        parsed.map(({ orderId }) => orderId),
      );
      const { verdicts, settled } = judgeOutcomes(orders, parsed);
      await save(tx, settled, at);
      done.push(...settled.map(({ order }) => order));
      restorations = await timesOf(tx, institution, settled);
      return verdicts;
    },
  });
  countRestorations(restorations);
  noteTouched(context, done.flatMap(touchedByOrder));
  return outcome;
}

async function save(
  tx: Kysely<unknown>,
  settled: readonly SettledOrder<OwnOrder>[],
  at: Date,
): Promise<void> {
  const { saved, executed, refused, late, restores, restoredCauses, corrected } = sumUpOutcomes(settled, at);
  const store = createOrderKeepingStore(tx);
  await store.saveOutcomes(saved);
  await tellOrders(tx, "ORDER_EXECUTED", executed, at);
  await tellOrders(tx, "ORDER_REFUSED", refused, at);
  await undoLate(accountRedress(tx, at), late, at);
  await tellRestored(tx, corrected, at);
  if (restores.length === 0) return;
  await tellRestored(tx, await store.restoredCauses(restoredCauses), at);
  await tellRestored(tx, await store.undoneBy(restores), at);
}

/** How long it took to undo what these orders undo, where they do. */
async function timesOf(
  tx: Kysely<unknown>,
  institution: string,
  settled: readonly SettledOrder<OwnOrder>[],
): Promise<Restoration[]> {
  const restores = settled.map(({ order }) => order).filter(({ kind }) => kind === RESTORE);
  if (restores.length === 0) return [];
  const store = createOrderKeepingStore(tx);
  const sector = (await store.sectorsOf([institution])).get(institution) ?? "BANKING";
  return (await store.restoreTimes(restores, RESTRICTING)).map(time => ({ ...time, sector }));
}
