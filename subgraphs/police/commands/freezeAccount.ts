import { randomUUID } from "node:crypto";
import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../input/parseText";
import type { FreezeAccountInput } from "../types/FreezeAccountInput";
import type { Involvement } from "../types/Involvement";
import type { PoliceTransaction } from "./policeTransaction";
import { InvolvementRole } from "../types/enums";
import { requireAccount } from "./requireAccount";
import { requireImposingOrgan } from "./requireOrgan";
import { tellFreeze } from "./tellFreeze";

/** Freezes an involved account by a legal paper, until a day; it ends before with the involvement it rests on. */
export async function freezeAccount(
  input: FreezeAccountInput,
  transaction: PoliceTransaction,
): Promise<Involvement> {
  const { officer, at, caseWork } = transaction;
  await requireImposingOrgan(transaction);
  const legalPaper = parseText("legalPaper", input.legalPaper);
  if (input.until < chinaDay(at)) throw new HubError("BAD_INPUT", "`until` is over already.");
  const involvement = await requireAccount(input.involvementId, transaction);
  if (involvement.role === InvolvementRole.VICTIM)
    throw new HubError("BAD_INPUT", "Nothing of a VICTIM's may be restricted.");
  const freeze = {
    id: randomUUID(),
    involvementId: involvement.id,
    until: input.until,
    legalPaper,
    authority: officer.authority,
    issuedBy: officer.id,
    issuedAt: at,
  };
  await caseWork.insertFreeze(freeze);
  const { caseNumber, subjectId, accountId, accountInstitution } = involvement;
  const place = { caseNumber, subjectId, accountId, accountInstitution };
  await tellFreeze({ kind: "MEASURE_IN_FORCE" }, { ...freeze, ...place }, transaction);
  return involvement;
}
