import { randomUUID } from "node:crypto";
import { parsePhoneNumber } from "../../../schema/contract/phoneNumber";
import { parseText } from "../input/parseText";
import { InvolvementRole } from "../types/enums";
import type { Involvement } from "../types/Involvement";
import type { NotifyCarrierInput } from "../types/NotifyCarrierInput";
import type { PoliceTransaction } from "./policeTransaction";
import { requireOpenCase } from "./requireCase";
import { requireInvolvement } from "./requireInvolvement";

/** Police notice to the carrier (SH): the line becomes a lead of the case, and telecom raises its flag. */
export async function notifyCarrier(
  input: NotifyCarrierInput,
  transaction: PoliceTransaction,
): Promise<Involvement> {
  const { officer, at, keys, involvements, outbox } = transaction;
  const number = parsePhoneNumber(input.number);
  const reason = parseText("reason", input.reason);
  const { number: caseNumber } = await requireOpenCase(input.caseNumber, transaction);
  const id = randomUUID();
  const lineId = keys.ids.lineId(number);
  await involvements.insertInvolvement({
    id,
    caseNumber,
    role: InvolvementRole.HOLDER,
    conduct: null,
    knowing: null,
    subjectId: null,
    lineId,
    sealedLineNumber: keys.sealer.seal(number, `police.involvement.line_number|${id}`),
    accountId: null,
    accountInstitution: null,
    reason,
    addedBy: officer.id,
    markedAt: at,
  });
  await outbox.insert({
    kind: "POLICE_NOTICE",
    at,
    caseNumber,
    event: { kind: "POLICE_NOTICE", involvementId: id, caseNumber, lineId },
  });
  return requireInvolvement(id, transaction);
}
