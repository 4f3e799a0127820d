import { HubError } from "../../../schema/contract/errors";
import { INDICATOR_TRANSITIONS } from "../rules/netTakedown";
import { requireTransition } from "../rules/requireTransition";
import type { Indicator } from "../types/Indicator";
import type { ResolveIndicatorInput } from "../types/ResolveIndicatorInput";
import type { CallerTransaction } from "./policeTransaction";

/** Writes down what became of an indicator: blocked, deleted, shut, or nothing to it. */
export async function resolveIndicator(
  { indicatorId, status }: ResolveIndicatorInput,
  { caller, at, prevention, outbox }: CallerTransaction,
): Promise<Indicator> {
  const found = await prevention.lockIndicator(indicatorId);
  if (found === null) throw new HubError("NOT_FOUND", "There is no such indicator.");
  requireTransition("indicator", INDICATOR_TRANSITIONS, found.status, status);
  await prevention.resolveIndicator(found.id, status, caller.id, at);
  await outbox.insert({ kind: "INDICATOR_RESOLVED", at, touched: [`Indicator:${found.id}`] });
  const { id, kind, value, recordedAt, caseNumber } = found;
  return { id, kind, value, recordedAt, caseNumber, status };
}
