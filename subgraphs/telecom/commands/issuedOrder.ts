import { OrderStatus } from "../../shared/types/enums";
import type { OrderRecord } from "../store/tables/lineOrderTable";
import type { LineOrderKind } from "../types/enums";
import { dueAtOf } from "./orderTerms";

/** An order before it is issued. Lifting the cause reverses only what it caused. */
export interface OrderDraft extends Pick<
  OrderRecord,
  "id" | "subjectId" | "lineId" | "carrier" | "reason" | "causeId"
> {
  readonly kind: LineOrderKind;
}

/** An order as it is issued: due by its kind, and nothing has become of it yet. */
export function issuedOrder(
  { id, kind, subjectId, lineId, carrier, reason, causeId }: OrderDraft,
  at: Date,
): OrderRecord {
  return {
    ...{ id, kind, subjectId, lineId, carrier, reason, causeId },
    status: OrderStatus.ISSUED,
    issuedAt: at.toISOString(),
    dueAt: dueAtOf(kind, at).toISOString(),
    deliveredAt: null,
    executedAt: null,
    refusalReason: null,
  };
}
