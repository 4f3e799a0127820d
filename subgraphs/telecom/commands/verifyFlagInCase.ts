import { HubError } from "../../../schema/contract/errors";
import { requireToken } from "../../shared/subjects/requireToken";
import { isPoliceView } from "../../shared/view";
import type { FlagRow } from "../store/flagStore";
import type { VerifyFlagInCaseInput } from "../types/VerifyFlagInCaseInput";
import { decideFlag } from "./decideFlag";
import { EVERY_ROW } from "./everyRow";
import type { TelecomTransaction } from "./telecomTransaction";

/**
 * An officer decides on a flag of somebody in the case, whom the gateway has had the case looked at for. Throws
 * NOT_FOUND for a flag of anybody else: whose it is would be told otherwise.
 */
export async function verifyFlagInCase(
  { flagId, document, ...decision }: VerifyFlagInCaseInput,
  transaction: TelecomTransaction,
): Promise<FlagRow> {
  const { claims, stores } = transaction;
  if (!isPoliceView(claims.view) || claims.purpose !== "CASE")
    throw new HubError(
      "FORBIDDEN",
      "Only the police verify a flag in a case; a carrier its own by `verifyAbnormalFlag`.",
    );
  const subjectId = requireToken(document);
  const [seen] = await stores.flags.flagsByIds([flagId], EVERY_ROW);
  if (seen === undefined || seen.subjectId !== subjectId)
    throw new HubError("NOT_FOUND", "This person has no such flag.");
  return decideFlag(seen, decision, transaction);
}
