import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../input/parseText";
import { requireUndecided } from "../rules/objectionLift";
import { isEnded } from "../rules/sanctionStatus";
import { InvolvementStanding, ObjectionStatus, ObjectionTarget } from "../types/enums";
import type { DecideObjectionInput } from "../types/DecideObjectionInput";
import type { Objection } from "../types/Objection";
import { endFreeze } from "./endFreeze";
import { endInvolvement, type Ending } from "./endInvolvement";
import { endSanction } from "./endSanction";
import { endStopPayment } from "./endStopPayment";
import type { PoliceTransaction } from "./policeTransaction";
import { requireAuthorityOver, requireImposingOrgan } from "./requireOrgan";
import { requireSanction } from "./requireSanction";

/**
 * The organ that recognised decides, or any above it: what has to end with the measure may be an act of a higher organ.
 * Confirmed, the measure is lifted in the same transaction; what another subgraph keeps, it lifts when it hears of the
 * decision.
 */
export async function decideObjection(
  { objectionId, confirmed, decision }: DecideObjectionInput,
  transaction: PoliceTransaction,
): Promise<Objection> {
  const { officer, at, objections, outbox } = transaction;
  await requireImposingOrgan(transaction);
  const words = parseText("decision", decision);
  const causeId = await objections.lockObjection(objectionId);
  const objection = await rereadObjection(objectionId.toLowerCase(), transaction);
  await requireAuthorityOver(objection.authorityCode, transaction);
  requireUndecided(objection.status);
  const status = confirmed ? ObjectionStatus.CONFIRMED : ObjectionStatus.REJECTED;
  await objections.decideObjection(objection.id, status, officer.id, at, words);
  const { id, target, targetId, subjectId } = objection;
  await outbox.insert({
    kind: "OBJECTION_DECIDED",
    at,
    subjectId,
    sanctionId: target === ObjectionTarget.SANCTION ? targetId : null,
    touched: [`Objection:${id}`],
    event: {
      kind: "OBJECTION_DECIDED",
      ...{ objectionId: id, target, targetId, subjectId, confirmed, decidedBy: officer.id },
    },
  });
  const ending = { by: officer.id, reason: words, objectionId: id };
  if (confirmed) await lift({ target, targetId, causeId }, ending, transaction);
  return rereadObjection(id, transaction);
}

async function rereadObjection(id: string, { read }: PoliceTransaction): Promise<Objection> {
  const found = (await read.objections.objectionsByIds([id])).get(id);
  if (found === undefined) throw new HubError("NOT_FOUND", "There is no such objection.");
  return found;
}

/** What has ended meanwhile stays ended: the decision stands on its own, and all may be undone by now. */
async function lift(
  { target, targetId, causeId }: Pick<Objection, "target" | "targetId"> & { readonly causeId: string | null },
  ending: Ending,
  transaction: PoliceTransaction,
): Promise<void> {
  switch (target) {
    case ObjectionTarget.SANCTION: {
      const { sanction, status } = await requireSanction(targetId, transaction);
      if (!isEnded(status)) await endSanction(sanction, ending, transaction);
      break;
    }
    case ObjectionTarget.INVOLVEMENT: {
      const involvement = await transaction.involvements.lockInvolvement(targetId);
      if (involvement?.standing === InvolvementStanding.RECOGNISED)
        await endInvolvement(involvement, ending, transaction);
      break;
    }
    case ObjectionTarget.STOP_PAYMENT:
      await endStopPayment(targetId, ending, transaction);
      break;
    // Whoever keeps it lifts it, or has the record corrected, and says when it is done.
    case ObjectionTarget.ORDER:
      if (causeId !== null) await endWithItsOrder(causeId, ending, transaction);
      return;
    case ObjectionTarget.BLACKLIST_ENTRY:
    case ObjectionTarget.DATA_ERROR:
      return;
  }
  await transaction.restorations.settleObjections(targetId, transaction.at);
}

/** A freeze and a stop-payment have one account and so one order: without it nothing is left of them. */
async function endWithItsOrder(
  causeId: string,
  ending: Ending,
  transaction: PoliceTransaction,
): Promise<void> {
  await endFreeze(causeId, ending, transaction);
  await endStopPayment(causeId, ending, transaction);
}
