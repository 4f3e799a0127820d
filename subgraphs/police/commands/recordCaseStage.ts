import { chinaDay } from "../../../schema/contract/calendar";
import { requireForwardStage } from "../rules/caseStages";
import type { Case } from "../types/Case";
import type { RecordCaseStageInput } from "../types/RecordCaseStageInput";
import type { PoliceTransaction } from "./policeTransaction";
import { requireOpenCase } from "./requireCase";

/** Writes down that a case has come to its next stage. */
export async function recordCaseStage(
  input: RecordCaseStageInput,
  transaction: PoliceTransaction,
): Promise<Case> {
  const { at, read, cases, outbox } = transaction;
  const open = await requireOpenCase(input.caseNumber, transaction);
  const next = { name: input.stage, enteredOn: input.enteredOn };
  requireForwardStage(await read.cases.stagesOfCases([open.number]), next, chinaDay(at));
  await cases.insertStage(open.number, next.name, next.enteredOn);
  await outbox.insert({ kind: "CASE_STAGE_RECORDED", at, caseNumber: open.number });
  return open;
}
