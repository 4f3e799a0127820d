import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../input/parseText";
import { SanctionStatus } from "../types/enums";
import type { Sanction } from "../types/Sanction";
import type { ServeSanctionInput } from "../types/ServeSanctionInput";
import type { PoliceTransaction } from "./policeTransaction";
import { requireActsFor, requireImposingOrgan } from "./requireOrgan";
import { requireSanction, rereadSanction } from "./requireSanction";

/** Writes down that the person has the notice: reason, remedy and papers. The measures held before, and go on. */
export async function serveSanction(
  input: ServeSanctionInput,
  transaction: PoliceTransaction,
): Promise<Sanction> {
  const { at, sanctions, outbox } = transaction;
  await requireImposingOrgan(transaction);
  const method = parseText("method", input.method);
  const { sanction, status } = await requireSanction(input.sanctionId, transaction);
  await requireActsFor(sanction.authorityCode, transaction);
  // Somebody may object before the notice reached them; what is written down says whether it did.
  const isServed = sanction.state !== SanctionStatus.RECOGNISED || status === SanctionStatus.EXPIRED;
  if (isServed)
    throw new HubError("INVALID_TRANSITION", `The sanction is ${status}: only a RECOGNISED one is served.`);
  if (input.servedOn > chinaDay(at) || input.servedOn < sanction.recognisedOn)
    throw new HubError("BAD_INPUT", "`servedOn` lies between the day of recognition and today.");
  await sanctions.serveSanction(sanction, input.servedOn, method);
  await outbox.insert({
    kind: "SANCTION_SERVED",
    at,
    subjectId: sanction.subjectId,
    sanctionId: sanction.id,
    caseNumber: sanction.caseNumber,
  });
  return rereadSanction(sanction.id, transaction);
}
