import { HubError } from "../../../schema/contract/errors";
import { parsePhoneNumber } from "../../../schema/contract/phoneNumber";
import type { LineState } from "../reports/lineDraft";
import { carrierOfView } from "../rowFilter";
import type { TelecomTransaction } from "./telecomTransaction";

/** The carrier's own line, held for this transaction. Throws NOT_FOUND for another's and for none alike. */
export async function requireOwnLine(
  number: string,
  { claims, keys, stores }: TelecomTransaction,
): Promise<LineState> {
  const id = keys.ids.lineId(parsePhoneNumber(number));
  const line = (await stores.lineReports.lockLines([id])).get(id);
  const carrier = carrierOfView(claims.view);
  if (line === undefined || carrier === null || line.carrier !== carrier)
    throw new HubError("NOT_FOUND", "There is no such line with your institution.");
  return line;
}
