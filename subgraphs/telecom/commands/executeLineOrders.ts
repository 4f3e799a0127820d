import { createCursorStore } from "../../shared/events/cursorStore";
import { judgeOutcomes } from "../../shared/orders/judgeOutcomes";
import { requireOutcomeCount } from "../../shared/orders/orderLimits";
import { parseOrderOutcome } from "../../shared/orders/parseOrderOutcome";
import { countRestorations, type Restoration } from "../../shared/orders/restorationMetrics";
import { sumUpOutcomes } from "../../shared/orders/sumUpOutcomes";
import { undoLate } from "../../shared/orders/undoLate";
import { runReport } from "../../shared/reports/runReport";
import { noteTouched, type EntityKey } from "../../shared/touched";
import type { ExecuteOrdersInput } from "../../shared/types/ExecuteOrdersInput";
import type { ReportOutcome } from "../../shared/types/ReportOutcome";
import { followLineOrders } from "../orders/followLineOrders";
import { lineRedress } from "../orders/lineRedress";
import { STOPPING } from "../orders/stoppingOrders";
import { tellLineOrders } from "../orders/tellLineOrders";
import { tellLinesRestored } from "../orders/tellLinesRestored";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import type { TelecomContext } from "../telecomContext";

/**
 * A carrier says what it made of its orders: executed, or refused and why. Sent twice it has one effect; a wrong
 * item loses no other. Lines follow their orders, and who restores last ends the cause, which the police are told.
 */
export async function executeLineOrders(
  { requestId, institution, outcomes }: ExecuteOrdersInput,
  context: TelecomContext,
): Promise<ReportOutcome> {
  requireOutcomeCount(outcomes.length);
  const { clock, database, keys } = context;
  const at = clock();
  const touched: EntityKey[] = [];
  let restorations: readonly Restoration[] = [];
  const outcome = await runReport({
    subgraph: "telecom",
    database,
    ids: keys.ids,
    at,
    institution,
    requestId,
    items: outcomes,
    parse: item => parseOrderOutcome(item, at),
    async store(tx, parsed) {
      // Orders change under one lock, whoever changes them: a cause that is lifted meanwhile sees what was done.
      await createCursorStore("telecom", tx).lockPlace(tx, "police");
      const store = createOrderKeepingStore(tx);
      const ids = parsed.map(({ orderId }) => orderId);
      await store.lockLinesOfOrders(ids);
      const orders = await store.lockOwn(institution, ids);
      const { verdicts, settled } = judgeOutcomes(orders, parsed);
      const { saved, executed, refused, late, restores, restoredCauses, corrected } = sumUpOutcomes(
        settled,
        at,
      );
      await store.saveOutcomes(saved);
      await followLineOrders(tx, executed, at);
      const told = [
        ...(await tellLineOrders(tx, "ORDER_EXECUTED", executed, at)),
        ...(await tellLineOrders(tx, "ORDER_REFUSED", refused, at)),
      ];
      await store.takeBack(late.map(({ order }) => order));
      // The line was carried to another carrier, and the cause stands: nothing is to be undone.
      const elsewhere = await store.orderedElsewhere(late.map(({ order }) => order));
      const undone = late.filter(({ order }) => !elsewhere.has(order.id));
      await undoLate(lineRedress(tx, at), undone, at);
      touched.push(...told.flatMap(change => change.touched));
      await tellLinesRestored(tx, corrected, at);
      if (restores.length > 0) {
        await tellLinesRestored(tx, await store.restoredCauses(restoredCauses), at);
        await tellLinesRestored(tx, await store.undoneBy(restores), at);
        const times = await store.restoreTimes(restores, STOPPING);
        restorations = times.map(time => ({ ...time, sector: "TELECOM" }));
      }
      return verdicts;
    },
  });
  countRestorations(restorations);
  noteTouched(context, touched);
  return outcome;
}
