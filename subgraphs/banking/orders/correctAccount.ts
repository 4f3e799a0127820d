import type { Kysely } from "kysely";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { derivedId } from "../../shared/derivedId";
import { wrongRecordReason } from "../../shared/objections/wrongRecord";
import { OrderStatus } from "../../shared/types/enums";
import { createKeptThingStore } from "../store/keptThingStore";
import { createOrderStore } from "../store/orderStore";
import { AccountOrderKind } from "../types/enums";
import { dueAtOf } from "./accountOrderTerms";
import { tellOrders } from "./tellOrders";
import { tellRestored } from "./tellRestored";

type Decision = Extract<PoliceEvent, { kind: "OBJECTION_DECIDED" }>;

/** An objection to what is reported of an account was confirmed: its institution is ordered to correct it. */
export async function correctAccount(
  tx: Kysely<unknown>,
  { objectionId, targetId: accountId, subjectId }: Decision,
  at: Date,
): Promise<void> {
  const kept = await createKeptThingStore(tx).find("HOLDING", accountId);
  if (kept === null) return; // a line, which telecom keeps
  // Reported under another holder since: it says no longer what was objected to.
  if (kept.subjectId !== subjectId)
    return tellRestored(tx, [{ causeId: objectionId, lastRestoredAt: at }], at);
  const { institution } = kept;
  const kind = AccountOrderKind.REVIEW;
  const id = derivedId("order", objectionId, accountId, kind);
  await createOrderStore(tx).addOrders([
    {
      ...{ id, subjectId, accountId, institution, kind, causeId: objectionId },
      status: OrderStatus.ISSUED,
      reason: wrongRecordReason(objectionId),
      issuedAt: at,
      dueAt: dueAtOf(kind, at),
      deliveredAt: null,
      executedAt: null,
      refusalReason: null,
    },
  ]);
  await tellOrders(tx, "ORDER_ISSUED", [{ id, subjectId, holdingId: accountId, institution }], at);
}
