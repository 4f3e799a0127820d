import type { KeptKind, KeptThing } from "../../../schema/contract/keptThings";
import type { KeepingSubgraph } from "../../shared/objections/askKept";
import type { PoliceContext } from "../policeContext";
import { ObjectionTarget } from "../types/enums";

type Asking = Pick<PoliceContext, "askKept" | "claims" | "stores">;

/**
 * What the sectors know of a thing that somebody objects to: whose it is, and what it goes back to. Of an involvement
 * and a stop-payment: whose the account or line is that they name, since the police may have named its holder wrongly; of
 * a case account, who held it then and is restricted by it. To an institution each of the police's own acts is known by
 * what it was ordered to do.
 */
export async function findKept(
  target: ObjectionTarget,
  targetId: string,
  context: Asking,
): Promise<KeptThing | null> {
  const { institution } = context.claims.caller;
  const isOfPolice = [
    ObjectionTarget.SANCTION,
    ObjectionTarget.INVOLVEMENT,
    ObjectionTarget.STOP_PAYMENT,
  ].includes(target);
  if (isOfPolice && institution !== null)
    return askAll(["banking", "telecom"], "CAUSE_AT", `${institution}|${targetId}`, context);
  switch (target) {
    case ObjectionTarget.SANCTION:
      return null;
    case ObjectionTarget.INVOLVEMENT:
      return (await findCaseAccount(targetId, context)) ?? findHolding(targetId, context);
    case ObjectionTarget.STOP_PAYMENT:
      return findHolding(targetId, context);
    case ObjectionTarget.ORDER:
      return askAll(["banking", "telecom"], "ORDER", targetId, context);
    case ObjectionTarget.BLACKLIST_ENTRY:
      return askAll(["telecom"], "BLACKLIST_ENTRY", targetId, context);
    case ObjectionTarget.DATA_ERROR:
      return askAll(["banking", "telecom"], "HOLDING", targetId, context);
  }
}

/** Whom the spread of a recognition has hit may hold the account no longer. */
async function findCaseAccount(involvementId: string, context: Asking): Promise<KeptThing | null> {
  if (context.claims.caller.person === null) return null;
  const named = await context.stores.causes.holdingOf(involvementId);
  return named?.accountId ? askAll(["banking"], "CASE_ACCOUNT", involvementId, context) : null;
}

/** Only of a person it matters in whose name the thing is: they object for themselves. */
async function findHolding(causeId: string, context: Asking): Promise<KeptThing | null> {
  if (context.claims.caller.person === null) return null;
  const named = await context.stores.causes.holdingOf(causeId);
  if (named?.accountId) return askAll(["banking"], "HOLDING", named.accountId, context);
  return named?.lineId ? askAll(["telecom"], "HOLDING", named.lineId, context) : null;
}

/** Both at once; where one has it, the other's silence does not matter. */
async function askAll(
  sources: readonly KeepingSubgraph[],
  kind: KeptKind,
  id: string,
  { askKept }: Asking,
): Promise<KeptThing | null> {
  const answers = await Promise.allSettled(sources.map(source => askKept(source, kind, id)));
  const found = answers.flatMap(answer => (answer.status === "fulfilled" ? (answer.value ?? []) : []))[0];
  if (found !== undefined) return found;
  for (const answer of answers) if (answer.status === "rejected") throw answer.reason;
  return null;
}
