// N16-5, N20-5: a sanction is a person's, and so is what follows for the holder of a case account. What it did to accounts
// that turn out to be somebody else's is undone at once, whether it is the account that was given the wrong holder or the case.
import type { Kysely } from "kysely";
import { isWaiting, mayBeDone } from "../../shared/orders/planOrders";
import { restoreIdOf, restoreOf } from "../../shared/orders/restoreOf";
import type { RuleFinding } from "../../shared/types/RuleFinding";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { addRestores } from "./addRestores";
import { tellLifted } from "./tellLifted";
import { tellOrders } from "./tellOrders";

const REASON: RuleFinding = {
  ruleId: "objectionLift",
  article: "N20-5",
  message:
    "The account is not held by the person against whom this was ordered: undo at once what it did. Other orders for the account stand.",
  until: null,
  fact: null,
};

/** Withdraws or undoes, once, what these causes did to accounts that are not the person's. */
export async function leaveOthersAccounts(
  tx: Kysely<unknown>,
  causeIds: readonly string[],
  at: Date,
): Promise<void> {
  const store = createOrderKeepingStore(tx);
  const found = await store.lockOnOthersAccounts(causeIds);
  const undone = new Set(
    (await store.lockOrders(found.map(({ id }) => restoreIdOf(id)))).map(({ id }) => id),
  );
  // Where an objection to the order was confirmed before, that goes on holding for the account.
  const left = found.filter(({ id }) => !undone.has(restoreIdOf(id)));
  if (left.length === 0) return;
  const withdrawn = left.filter(isWaiting);
  const restores = left.filter(mayBeDone).map(order => restoreOf(order, REASON));
  await store.withdraw(withdrawn);
  await tellLifted(tx, await store.liftRestrictionsOf(left, at), at);
  await addRestores(tx, restores, at);
  await store.giveAway(left, at);
  await tellOrders(tx, "ORDER_EXPIRED", withdrawn, at);
  await tellOrders(tx, "ORDER_ISSUED", restores, at);
}
