// SH, N20-5: a police notice holds as long as the lead that it came from; what was ordered for it ends with it.
import type { Kysely } from "kysely";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { planOrders, type MeasureRule } from "../../shared/orders/planOrders";
import { toChange } from "../commands/change";
import { EVERY_ROW } from "../commands/everyRow";
import { createFlagStore, type FlagRow } from "../store/flagStore";
import { createLineReportStore } from "../store/lineReportStore";
import { createOutboxStore } from "../store/outboxStore";
import { FlagStatus, LineOrderKind } from "../types/enums";
import { endLineOrders } from "./endLineOrders";
import { LINE_ORDER_BOOK } from "./lineOrderBook";
import { lineRestoreReason } from "./lineOrderReason";
import { noticeFlagId } from "./noticeFlagId";

type Withdrawal = Extract<PoliceEvent, { kind: "INVOLVEMENT_WITHDRAWN" }>;

const NOTE = "The police have withdrawn what their notice came from.";

/** What a verified notice has the carrier do, by `verifiedBeforeStop`. */
const NOTICE_RULE: MeasureRule = { orderKind: LineOrderKind.SUSPEND, isUndone: true, endsByItself: false };

/** Dismisses the flag that an involvement raised, if it raised one, and ends the orders that the flag led to. */
export async function withdrawNotice(tx: Kysely<unknown>, withdrawal: Withdrawal, at: Date): Promise<void> {
  // Held first: nobody verifies the flag meanwhile, and it goes to nobody else along with its line.
  await createLineReportStore(tx).lockLines([withdrawal.lineId]);
  const [flag] = await createFlagStore(tx).flagsByIds([noticeFlagId(withdrawal)], EVERY_ROW);
  if (flag === undefined || !(await dismiss(tx, flag, withdrawal, at))) return;
  const orders = await LINE_ORDER_BOOK.lockOrders(tx, [flag.id]);
  const { withdraw, restore } = planOrders("LIFTED", NOTICE_RULE, [], orders);
  const reason = lineRestoreReason({ endedBy: "LIFTED" });
  await endLineOrders(
    tx,
    withdraw,
    restore.map(order => ({ order, reason })),
    at,
  );
}

/** False where it has been dismissed already: whoever did that has ended its orders too. */
async function dismiss(
  tx: Kysely<unknown>,
  flag: FlagRow,
  { withdrawnBy: verifiedBy }: Withdrawal,
  at: Date,
): Promise<boolean> {
  const store = createFlagStore(tx);
  const decision = { verifiedBy, verifiedAt: at, note: NOTE };
  const isDismissed =
    (await store.decideFlag(flag, { status: FlagStatus.DISMISSED, ...decision })) ||
    (await store.refuteFlag(flag, decision)) !== null;
  if (!isDismissed) return false;
  const { id: flagId, lineId, carrier, subjectId } = flag;
  const change = toChange({ kind: "FLAG_DISMISSED", at, lineId, carrier, subjectId, flagId });
  await createOutboxStore(tx).insertChanges([change]);
  return true;
}
