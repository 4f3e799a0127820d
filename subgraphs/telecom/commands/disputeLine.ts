import { randomUUID } from "node:crypto";
import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../../shared/parseText";
import { OrderStatus } from "../../shared/types/enums";
import { personOfView } from "../../shared/view";
import { derivedId } from "../input/derivedId";
import type { OrderRow } from "../store/orderStore";
import { LineOrderKind, LineStatus } from "../types/enums";
import type { DisputeLineInput } from "../types/DisputeLineInput";
import { toChange } from "./change";
import { EVERY_ROW } from "./everyRow";
import { issueOrders } from "./issueOrders";
import { requireRow } from "./requireRow";
import type { TelecomTransaction } from "./telecomTransaction";

const MAX_REASON_LENGTH = 500;
const OPEN: readonly OrderStatus[] = [OrderStatus.ISSUED, OrderStatus.DELIVERED];

/**
 * The person says that a line in their name is not theirs: their carrier verifies who holds it. Nothing is suspended
 * by it. Said again while that is still open, it is the same order.
 */
export async function disputeLine(
  { lineId, reason }: DisputeLineInput,
  transaction: TelecomTransaction,
): Promise<OrderRow> {
  const { claims, at, stores, tell } = transaction;
  const text = parseText("reason", reason, MAX_REASON_LENGTH);
  const subjectId = personOfView(claims.view);
  const line = (await stores.lineReports.lockLines([lineId])).get(lineId);
  if (subjectId === null || line === undefined || line.subjectId !== subjectId)
    throw new HubError("NOT_FOUND", "There is no such line in your name.");
  if (line.status === LineStatus.CLOSED) throw new HubError("INVALID_TRANSITION", "The line is CLOSED.");
  const causeId = derivedId("dispute", subjectId, lineId);
  const disputes = await stores.orders.ordersByCauses([{ subjectId, causeId }], EVERY_ROW);
  const open = disputes.find(order => OPEN.includes(order.status));
  if (open !== undefined) return open;
  const id = randomUUID();
  const finding = {
    ruleId: "disputedByHolder",
    article: "EXT:个人信息保护法",
    message: "The holder says that the line is not theirs.",
    until: null,
    fact: text,
  };
  const { carrier } = line;
  await issueOrders(
    [{ id, kind: LineOrderKind.REVERIFY, subjectId, lineId, carrier, reason: finding, causeId }],
    transaction,
  );
  await tell([toChange({ kind: "LINE_DISPUTED", at, carrier, subjectId, lineId })]);
  return requireRow(stores.orders.ordersByIds([id], EVERY_ROW), "an order that was just issued");
}
