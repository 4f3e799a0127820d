import { chinaDay } from "../../../schema/contract/calendar";
import { parseText } from "../input/parseText";
import { CaseStatus } from "../types/enums";
import type { Case } from "../types/Case";
import type { CloseCaseInput } from "../types/CloseCaseInput";
import type { PoliceTransaction } from "./policeTransaction";
import { requireOpenCase } from "./requireCase";

/** Ends a case: from now on it is no purpose for looking at anybody. */
export async function closeCase(input: CloseCaseInput, transaction: PoliceTransaction): Promise<Case> {
  const { officer, at, cases, outbox } = transaction;
  const reason = parseText("reason", input.reason);
  const open = await requireOpenCase(input.number, transaction);
  const closedOn = chinaDay(at);
  await cases.closeCase(open.number, officer.id, reason, closedOn);
  await outbox.insert({ kind: "CASE_CLOSED", at, caseNumber: open.number });
  return { ...open, status: CaseStatus.CLOSED, closedOn };
}
