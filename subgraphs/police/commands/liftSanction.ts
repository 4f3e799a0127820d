import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../input/parseText";
import { isEnded } from "../rules/sanctionStatus";
import type { LiftSanctionInput } from "../types/LiftSanctionInput";
import type { Sanction } from "../types/Sanction";
import { endSanction } from "./endSanction";
import type { PoliceTransaction } from "./policeTransaction";
import { requireActsFor, requireImposingOrgan } from "./requireOrgan";
import { requireSanction, rereadSanction } from "./requireSanction";

/** The organ that recognised, or the one right above it, lifts a sanction of its own motion: at once, everywhere. */
export async function liftSanction(
  input: LiftSanctionInput,
  transaction: PoliceTransaction,
): Promise<Sanction> {
  await requireImposingOrgan(transaction);
  const reason = parseText("reason", input.reason);
  const { sanction, status } = await requireSanction(input.sanctionId, transaction);
  await requireActsFor(sanction.authorityCode, transaction);
  if (isEnded(status)) throw new HubError("INVALID_TRANSITION", `The sanction is ${status} already.`);
  await endSanction(sanction, { by: transaction.officer.id, reason, objectionId: null }, transaction);
  return rereadSanction(sanction.id, transaction);
}
