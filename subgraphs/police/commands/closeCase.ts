import { chinaDay } from "../../../schema/contract/calendar";
import { parseText } from "../input/parseText";
import type { Case } from "../types/Case";
import type { CloseCaseInput } from "../types/CloseCaseInput";
import { tellLookupsReleased } from "./tellLookupsReleased";
import type { PoliceTransaction } from "./policeTransaction";
import { rereadCase, requireLedCase } from "./requireCase";

/** The lead ends a case: from now on it is no purpose for looking at anybody. */
export async function closeCase(input: CloseCaseInput, transaction: PoliceTransaction): Promise<Case> {
  const { officer, at, cases, outbox } = transaction;
  const reason = parseText("reason", input.reason);
  const open = await requireLedCase(input.number, transaction);
  await cases.closeCase(open.number, officer.id, reason, chinaDay(at));
  await outbox.insert({ kind: "CASE_CLOSED", at, caseNumber: open.number });
  // With the case there is nobody left to be tipped off.
  await tellLookupsReleased(open.number, transaction);
  return rereadCase(open.number, transaction);
}
