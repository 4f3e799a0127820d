import { HubError } from "../../../schema/contract/errors";
import { carrierOfView } from "../rowFilter";
import type { FlagRow } from "../store/flagStore";
import type { VerifyAbnormalFlagInput } from "../types/VerifyAbnormalFlagInput";
import { decideFlag } from "./decideFlag";
import type { TelecomTransaction } from "./telecomTransaction";

/**
 * A carrier decides on a flag of its own line. Throws NOT_FOUND for another carrier's, FORBIDDEN for anybody else:
 * a carrier's view knows its lines, while an officer must name whom the case is about (`verifyFlagInCase`).
 */
export async function verifyAbnormalFlag(
  { flagId, ...decision }: VerifyAbnormalFlagInput,
  transaction: TelecomTransaction,
): Promise<FlagRow> {
  const carrier = carrierOfView(transaction.claims.view);
  if (carrier === null)
    throw new HubError("FORBIDDEN", "A carrier verifies its own flags; the police use `verifyFlagInCase`.");
  const [seen] = await transaction.stores.flags.flagsByIds([flagId], { carrier, person: null });
  if (seen === undefined)
    throw new HubError("NOT_FOUND", "There is no such flag, or it is not yours to verify.");
  return decideFlag(seen, decision, transaction);
}
