import { randomUUID } from "node:crypto";
import { HubError } from "../../../schema/contract/errors";
import { parseOfficerId } from "../input/parseOfficerId";
import { parseText } from "../input/parseText";
import type { AccessApproval } from "../types/AccessApproval";
import type { ApproveExtendedAccessInput } from "../types/ApproveExtendedAccessInput";
import type { PoliceTransaction } from "./policeTransaction";
import { requireLedCase } from "./requireCase";

/** An approval is for a piece of work, not for a whole case: after a month the reason is given anew. */
const MAX_DAYS = 30;
const DAY_MS = 86_400_000;

/** The lead lets another officer of the case look further than one step, for some days and for a reason. */
export async function approveExtendedAccess(
  input: ApproveExtendedAccessInput,
  transaction: PoliceTransaction,
): Promise<AccessApproval> {
  const { officer, at, read, involvements, outbox } = transaction;
  const approved = parseOfficerId(input.officer);
  const reason = parseText("reason", input.reason);
  if (input.days < 1 || input.days > MAX_DAYS)
    throw new HubError("BAD_INPUT", `\`days\` lies between 1 and ${MAX_DAYS}.`);
  const { number } = await requireLedCase(input.caseNumber, transaction);
  if (approved === officer.id)
    throw new HubError("FORBIDDEN", "Nobody approves for themself: another lead must.");
  const assigned = await read.cases.officersOfCases([number]);
  if (!assigned.some(row => row.officer === approved)) {
    throw new HubError("BAD_INPUT", "The officer is not assigned to this case: assign them first.");
  }
  const approval: AccessApproval = {
    id: randomUUID(),
    caseNumber: number,
    officer: approved,
    reason,
    approvedAt: at,
    expiresAt: new Date(at.getTime() + input.days * DAY_MS),
  };
  await involvements.insertApproval(approval, officer.id);
  await outbox.insert({ kind: "EXTENDED_ACCESS_APPROVED", at, caseNumber: number });
  return approval;
}
