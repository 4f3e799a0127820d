import { OrderStatus } from "../../shared/types/enums";
import type { RuleFinding } from "../../shared/types/RuleFinding";
import type { OrderRecord } from "../store/tables/lineOrderTable";
import type { LineOrderKind } from "../types/enums";
import { toChange } from "./change";
import { dueAtOf } from "./orderTerms";
import type { OrderTransaction } from "./orderTransaction";

/** An order before it is issued. */
export interface OrderDraft {
  readonly id: string;
  readonly kind: LineOrderKind;
  readonly subjectId: string;
  readonly lineId: string;
  readonly carrier: string;
  readonly reason: RuleFinding;
  /** Lifting the cause reverses only what it caused. */
  readonly causeId: string;
}

/** Issues those whose id is new and tells of them; answers their ids. */
export async function issueOrders(
  drafts: readonly OrderDraft[],
  { at, stores, tell }: OrderTransaction,
): Promise<ReadonlySet<string>> {
  if (drafts.length === 0) return new Set();
  const records = drafts.map((draft): OrderRecord => ({
    ...draft,
    status: OrderStatus.ISSUED,
    issuedAt: at.toISOString(),
    deliveredAt: null,
    dueAt: dueAtOf(draft.kind, at).toISOString(),
    executedAt: null,
    refusalReason: null,
  }));
  const issued = await stores.orders.insertOrders(records);
  await tell(
    drafts
      .filter(({ id }) => issued.has(id))
      .map(({ id, subjectId, lineId, carrier }) =>
        toChange({ kind: "ORDER_ISSUED", at, carrier, subjectId, lineId, orderId: id }),
      ),
  );
  return issued;
}
