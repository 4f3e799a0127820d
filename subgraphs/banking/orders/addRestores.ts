import type { Kysely } from "kysely";
import type { Restore } from "../../shared/orders/restoreOf";
import { OrderStatus } from "../../shared/types/enums";
import { createOrderStore } from "../store/orderStore";
import { AccountOrderKind } from "../types/enums";
import { dueAtOf } from "./accountOrderTerms";

/** Orders institutions to undo what orders did to accounts. */
export async function addRestores(
  tx: Kysely<unknown>,
  restores: readonly Restore[],
  at: Date,
): Promise<void> {
  const kind = AccountOrderKind.RESTORE;
  await createOrderStore(tx).addOrders(
    restores.map(({ id, subjectId, holdingId: accountId, institution, causeId, reason }) => ({
      ...{ id, subjectId, accountId, institution, kind, reason, causeId },
      status: OrderStatus.ISSUED,
      issuedAt: at,
      dueAt: dueAtOf(kind, at),
      deliveredAt: null,
      executedAt: null,
      refusalReason: null,
    })),
  );
}
