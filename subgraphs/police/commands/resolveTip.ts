import { HubError } from "../../../schema/contract/errors";
import { requireTransition } from "../rules/requireTransition";
import { TIP_TRANSITIONS } from "../rules/tipOff";
import { TipStatus } from "../types/enums";
import type { ResolveTipInput } from "../types/ResolveTipInput";
import type { Tip } from "../types/Tip";
import type { PoliceTransaction } from "./policeTransaction";
import { requireAssignedCase, requireOpenCase } from "./requireCase";

/**
 * Takes a tip further: into a case, to a reward, or aside. One that is in a case is only for those who work on it; the
 * reward may come after the case is closed. Throws NOT_FOUND for all others.
 */
export async function resolveTip(input: ResolveTipInput, transaction: PoliceTransaction): Promise<Tip> {
  const { at, prevention, outbox } = transaction;
  const tip = await prevention.lockTip(input.tipId);
  if (tip === null) throw new HubError("NOT_FOUND", "There is no such tip.");
  if (tip.caseNumber !== null) await requireAssignedCase(tip.caseNumber, transaction);
  requireTransition("tip", TIP_TRANSITIONS, tip.status, input.status);
  const resolved: Tip = {
    id: tip.id,
    receivedAt: tip.receivedAt,
    sealedContent: tip.sealedContent,
    status: input.status,
    caseNumber: await requireLink(tip, input, transaction),
    rewardDue: input.rewardDue,
  };
  requireReward(tip, resolved);
  await prevention.updateTip(resolved);
  await outbox.insert({ kind: "TIP_RESOLVED", at, caseNumber: resolved.caseNumber });
  return resolved;
}

async function requireLink(
  tip: Tip,
  { status, caseNumber }: ResolveTipInput,
  transaction: PoliceTransaction,
): Promise<string | null> {
  if (status !== TipStatus.LINKED) return tip.caseNumber;
  if (caseNumber === null || caseNumber === undefined)
    throw new HubError("BAD_INPUT", "LINKED names the case by `caseNumber`.");
  return (await requireOpenCase(caseNumber, transaction)).number;
}

/** What is not true leads to no reward, and one that was paid is due no more. */
function requireReward({ rewardDue: wasDue }: Tip, { status, rewardDue }: Tip): void {
  if (rewardDue && status !== TipStatus.LINKED)
    throw new HubError("BAD_INPUT", `A tip that is ${status} is due no reward: \`rewardDue\` is false.`);
  if (status === TipStatus.REWARDED && !wasDue)
    throw new HubError("INVALID_TRANSITION", "The tip is LINKED without a reward being due.");
}
