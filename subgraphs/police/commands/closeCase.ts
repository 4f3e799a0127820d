import { chinaDay } from "../../../schema/contract/calendar";
import { parseText } from "../input/parseText";
import type { Case } from "../types/Case";
import type { CloseCaseInput } from "../types/CloseCaseInput";
import { lookupsReleased } from "./lookupsReleased";
import type { PoliceTransaction } from "./policeTransaction";
import { rereadCase, requireOpenCase } from "./requireCase";

/** Ends a case: from now on it is no purpose for looking at anybody. */
export async function closeCase(input: CloseCaseInput, transaction: PoliceTransaction): Promise<Case> {
  const { officer, at, cases, outbox } = transaction;
  const reason = parseText("reason", input.reason);
  const open = await requireOpenCase(input.number, transaction);
  await cases.closeCase(open.number, officer.id, reason, chinaDay(at));
  // With the case there is nobody left to be tipped off.
  const event = await lookupsReleased(open.number, transaction);
  await outbox.insert({ kind: "CASE_CLOSED", at, caseNumber: open.number, event });
  return rereadCase(open.number, transaction);
}
