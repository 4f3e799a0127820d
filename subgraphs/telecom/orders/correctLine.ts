import type { Kysely } from "kysely";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { derivedId } from "../../shared/derivedId";
import { wrongRecordReason } from "../../shared/objections/wrongRecord";
import { issuedOrder } from "../commands/issuedOrder";
import { createOrderStore } from "../store/orderStore";
import { createLineReportStore } from "../store/lineReportStore";
import { LineOrderKind } from "../types/enums";
import { tellLineOrders } from "./tellLineOrders";
import { tellLinesRestored } from "./tellLinesRestored";

type Decision = Extract<PoliceEvent, { kind: "OBJECTION_DECIDED" }>;

/** An objection to what is reported of a line was confirmed: its carrier is ordered to correct it. */
export async function correctLine(
  tx: Kysely<unknown>,
  { objectionId, targetId: lineId, subjectId }: Decision,
  at: Date,
): Promise<void> {
  const line = (await createLineReportStore(tx).lockLines([lineId])).get(lineId);
  if (line === undefined) return; // an account, which banking keeps
  // Reported under another holder since: it says no longer what was objected to.
  if (line.subjectId !== subjectId)
    return tellLinesRestored(tx, [{ causeId: objectionId, lastRestoredAt: at }], at);
  const { carrier } = line;
  const kind = LineOrderKind.REVERIFY;
  const id = derivedId("order", objectionId, lineId, kind);
  await createOrderStore(tx).insertOrders([
    issuedOrder(
      { id, subjectId, lineId, carrier, kind, causeId: objectionId, reason: wrongRecordReason(objectionId) },
      at,
    ),
  ]);
  await tellLineOrders(tx, "ORDER_ISSUED", [{ id, subjectId, holdingId: lineId, institution: carrier }], at);
}
