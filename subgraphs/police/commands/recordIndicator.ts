import { randomUUID } from "node:crypto";
import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../input/parseText";
import { IndicatorStatus } from "../types/enums";
import type { Indicator } from "../types/Indicator";
import type { RecordIndicatorInput } from "../types/RecordIndicatorInput";
import type { CallerTransaction } from "./policeTransaction";

const MAX_VALUE_LENGTH = 500;

/** Writes down what is to be blocked or shut. Police name the case it comes from; carriers and regulator have none. */
export async function recordIndicator(
  input: RecordIndicatorInput,
  { caller, at, read, prevention, outbox }: CallerTransaction,
): Promise<Indicator> {
  const value = parseText("value", input.value, MAX_VALUE_LENGTH);
  const caseNumber = input.caseNumber ?? null;
  if (caseNumber !== null && (await read.cases.assignedCases([caseNumber], caller.id)).size === 0)
    throw new HubError("NOT_FOUND", "There is no such case, or you are not assigned to it.");
  const indicator: Indicator = {
    id: randomUUID(),
    kind: input.kind,
    status: IndicatorStatus.REPORTED,
    value,
    recordedAt: at,
    caseNumber,
  };
  await prevention.insertIndicator(indicator, caller.id);
  await outbox.insert({ kind: "INDICATOR_RECORDED", at, caseNumber });
  return indicator;
}
