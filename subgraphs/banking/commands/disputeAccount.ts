import { randomUUID } from "node:crypto";
import { HubError } from "../../../schema/contract/errors";
import { noteTouched, type EntityKey } from "../../shared/touched";
import { OrderStatus, Sector } from "../../shared/types/enums";
import { personOfView } from "../../shared/view";
import type { BankingContext } from "../bankingContext";
import { parseText } from "../input/parseText";
import { createDisputeStore } from "../store/disputeStore";
import { createOrderStore, type OrderRow } from "../store/orderStore";
import { createOutboxStore } from "../store/outboxStore";
import type { DisputeAccountInput } from "../types/DisputeAccountInput";
import { AccountOrderKind } from "../types/enums";

/** What a person writes into a form. */
const MAX_REASON_LENGTH = 500;
/** Such a row of digits is the number of a document, an account or a phone, which stand nowhere in clear. */
const NUMBER = /\d{6}/;
/** The institution has to look at papers and perhaps ask somebody in. */
const REVIEW_DUE_MS = 10 * 24 * 3_600_000;
const RULE = { ruleId: "disputedByHolder", article: "EXT:个人信息保护法" } as const;

/**
 * A person says that an account in their name is not theirs: its institution is told to look at it. Said again
 * while it does, the same order is answered. Throws NOT_FOUND for another's account and for none alike.
 */
export async function disputeAccount(input: DisputeAccountInput, context: BankingContext): Promise<OrderRow> {
  const { claims, clock, database } = context;
  const subjectId = personOfView(claims.view);
  if (subjectId === null) throw noSuchAccount();
  const { accountId } = input;
  const reason = parseReason(input.reason);
  const at = clock();
  const orderId = await database.transaction(async tx => {
    const disputes = createDisputeStore(tx);
    const own = await disputes.lockOwnAccount(accountId, subjectId);
    if (own === null) throw noSuchAccount();
    const open = await disputes.findOpenReview(subjectId, accountId, RULE.ruleId);
    if (open !== null) return open;
    const order = reviewOrder({ subjectId, accountId, institution: own.institution }, reason, at);
    await createOrderStore(tx).addOrders([order]);
    const audience = `${own.sector === Sector.PAYMENT ? "payment" : "bank"}:${own.institution}`;
    const { institution, id } = order;
    const change = { kind: "ORDER_ISSUED", institution, subjectId, accountId, orderId: id };
    const touched = touchedBy(accountId, subjectId);
    await createOutboxStore(tx).addChanges([{ ...change, audiences: [audience], touched }], at);
    return id;
  });
  noteTouched(context, touchedBy(accountId, subjectId));
  const order = await context.loaders.order.load(orderId);
  if (order === null) throw noSuchAccount();
  return order;
}

type OrderPlace = Pick<OrderRow, "subjectId" | "accountId" | "institution">;

function reviewOrder(place: OrderPlace, reason: string, issuedAt: Date): OrderRow {
  const id = randomUUID();
  const message = "The holder says that the account is not theirs.";
  return {
    ...place,
    id,
    kind: AccountOrderKind.REVIEW,
    status: OrderStatus.ISSUED,
    reason: { ...RULE, message, until: null, fact: reason },
    issuedAt,
    dueAt: new Date(issuedAt.getTime() + REVIEW_DUE_MS),
    deliveredAt: null,
    executedAt: null,
    refusalReason: null,
    // Nothing else stands behind it.
    causeId: id,
  };
}

function touchedBy(accountId: string, subjectId: string): EntityKey[] {
  return [`Account:${accountId}`, `Subject:${subjectId}`];
}

function parseReason(text: string): string {
  const reason = parseText("reason", text, MAX_REASON_LENGTH);
  if (NUMBER.test(reason.normalize("NFKC")))
    throw new HubError("BAD_INPUT", "Leave numbers out of the `reason`: the account is known already.");
  return reason;
}

function noSuchAccount(): HubError {
  return new HubError("NOT_FOUND", "There is no such account, or it is not in your name.");
}
