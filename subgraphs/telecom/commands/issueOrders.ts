import { toChange } from "./change";
import { issuedOrder, type OrderDraft } from "./issuedOrder";
import type { OrderTransaction } from "./orderTransaction";

/** Issues those whose id is new and tells of them; answers their ids. */
export async function issueOrders(
  drafts: readonly OrderDraft[],
  { at, stores, tell }: OrderTransaction,
): Promise<ReadonlySet<string>> {
  if (drafts.length === 0) return new Set();
  const issued = await stores.orders.insertOrders(drafts.map(draft => issuedOrder(draft, at)));
  await tell(
    drafts
      .filter(({ id }) => issued.has(id))
      .map(({ id, subjectId, lineId, carrier }) =>
        toChange({ kind: "ORDER_ISSUED", at, carrier, subjectId, lineId, orderId: id }),
      ),
  );
  return issued;
}
