import { HubError } from "../../../schema/contract/errors";
import { parseNotice } from "../input/parseNotice";
import { isNobody } from "../nobody";
import { LineStatus } from "../types/enums";
import type { AcknowledgeRiskNoticeInput } from "../types/AcknowledgeRiskNoticeInput";
import type { RiskNoticeAcknowledgement } from "../types/RiskNoticeAcknowledgement";
import { toChange } from "./change";
import { requireOwnLine } from "./requireOwnLine";
import type { TelecomTransaction } from "./telecomTransaction";

/** Keeps that a holder has confirmed the risk notice; the one confirmed last stands, whichever comes first. */
export async function acknowledgeRiskNotice(
  { number, ...given }: AcknowledgeRiskNoticeInput,
  transaction: TelecomTransaction,
): Promise<RiskNoticeAcknowledgement & { readonly subjectId: string }> {
  const { at, stores, tell } = transaction;
  const notice = parseNotice(given, at);
  const line = await requireOwnLine(number, transaction);
  const { id: lineId, subjectId, carrier, status } = line;
  if (status === LineStatus.CLOSED) throw new HubError("INVALID_TRANSITION", "The line is CLOSED.");
  if (isNobody(subjectId))
    throw new HubError("BAD_INPUT", "Nobody is registered for this line who could confirm the notice.");
  await stores.lineClaims.keepNotice(lineId, notice);
  await stores.lineChanges.acknowledgeNotice({ subjectId, lineId }, notice);
  await tell([toChange({ kind: "RISK_NOTICE_ACKNOWLEDGED", at, carrier, subjectId, lineId })]);
  return { ...notice, subjectId };
}
