import type { Kysely } from "kysely";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { derivedId } from "../../shared/derivedId";
import { OrderStatus } from "../../shared/types/enums";
import { createMeasureTargetStore } from "../store/measureTargetStore";
import { createOrderStore } from "../store/orderStore";
import { AccountOrderKind } from "../types/enums";
import { dueAtOf } from "./accountOrderTerms";
import { tellOrders } from "./tellOrders";

type StatementRequest = Extract<PoliceEvent, { kind: "STATEMENT_REQUESTED" }>;

/** Orders the statement of an account that the register knows; of one that it does not, nobody can be asked. */
export async function requestStatement(
  tx: Kysely<unknown>,
  event: StatementRequest,
  at: Date,
): Promise<void> {
  const { requestId, caseNumber, accountId, institution, from, to } = event;
  const subjectId = (await createMeasureTargetStore(tx).holdersOf([accountId])).get(accountId);
  if (subjectId === undefined) return;
  const kind = AccountOrderKind.SUPPLY_STATEMENT;
  const id = derivedId("order", requestId, accountId, kind);
  const message = "The police ask for the statement of the account in a case.";
  const fact = `case ${caseNumber}, from ${from} to ${to}`;
  await createOrderStore(tx).addOrders([
    {
      id,
      subjectId,
      accountId,
      institution,
      kind,
      status: OrderStatus.ISSUED,
      reason: { ruleId: "statementRequest", article: "EXT:STATEMENT", message, until: null, fact },
      issuedAt: at,
      dueAt: dueAtOf(kind, at),
      deliveredAt: null,
      executedAt: null,
      refusalReason: null,
      causeId: requestId,
    },
  ]);
  await tellOrders(tx, "ORDER_ISSUED", [{ id, subjectId, holdingId: accountId, institution }], at);
}
