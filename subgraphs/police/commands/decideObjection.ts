import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../input/parseText";
import { requireUndecided } from "../rules/objectionLift";
import { isEnded } from "../rules/sanctionStatus";
import { InvolvementStanding, ObjectionStatus, ObjectionTarget } from "../types/enums";
import type { DecideObjectionInput } from "../types/DecideObjectionInput";
import type { Objection } from "../types/Objection";
import { endInvolvement, type Ending } from "./endInvolvement";
import { endSanction } from "./endSanction";
import { endStopPayment } from "./endStopPayment";
import type { PoliceTransaction } from "./policeTransaction";
import { requireActsFor, requireImposingOrgan } from "./requireOrgan";
import { requireSanction } from "./requireSanction";

/**
 * The organ that recognised, or the one right above it, decides. Confirmed, the measure is lifted in the same
 * transaction; what another subgraph keeps, it lifts when it hears of the decision.
 */
export async function decideObjection(
  { objectionId, confirmed, decision }: DecideObjectionInput,
  transaction: PoliceTransaction,
): Promise<Objection> {
  const { officer, at, objections, outbox } = transaction;
  await requireImposingOrgan(transaction);
  const words = parseText("decision", decision);
  const objection = await requireObjection(objectionId, transaction);
  await requireActsFor(objection.authorityCode, transaction);
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
    event: { kind: "OBJECTION_DECIDED", objectionId: id, target, targetId, subjectId, confirmed },
  });
  if (confirmed) await lift(objection, { by: officer.id, reason: words, objectionId: id }, transaction);
  return rereadObjection(id, transaction);
}

async function requireObjection(id: string, transaction: PoliceTransaction): Promise<Objection> {
  await transaction.objections.lockObjection(id);
  return rereadObjection(id.toLowerCase(), transaction);
}

async function rereadObjection(id: string, { read }: PoliceTransaction): Promise<Objection> {
  const found = (await read.objections.objectionsByIds([id])).get(id);
  if (found === undefined) throw new HubError("NOT_FOUND", "There is no such objection.");
  return found;
}

/** What has ended meanwhile stays ended: the decision stands on its own, and all may be undone by now. */
async function lift(
  { target, targetId }: Objection,
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
    case ObjectionTarget.BLACKLIST_ENTRY:
    case ObjectionTarget.DATA_ERROR:
      return;
  }
  await transaction.restorations.settleObjections(targetId, transaction.at);
}
