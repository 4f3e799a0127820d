import { randomUUID } from "node:crypto";
import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../input/parseText";
import { regionRange } from "../rules/regionRange";
import type { PublishWarningInput } from "../types/PublishWarningInput";
import type { Warning } from "../types/Warning";
import type { PoliceTransaction } from "./policeTransaction";
import { requireImposingOrgan } from "./requireOrgan";

const MAX_TITLE_LENGTH = 200;
/** As many as there are provinces; beyond that it is for the whole country. */
const MAX_REGIONS = 34;

/** Publishes a warning for some regions, or for the whole country (N16-8). */
export async function publishWarning(
  input: PublishWarningInput,
  transaction: PoliceTransaction,
): Promise<Warning> {
  const { at, prevention, outbox } = transaction;
  await requireImposingOrgan(transaction);
  if (input.regions.length > MAX_REGIONS)
    throw new HubError(
      "LIMIT_EXCEEDED",
      `A warning names at most ${MAX_REGIONS} regions; none is all of them.`,
    );
  input.regions.forEach(regionRange);
  const warning = {
    id: randomUUID(),
    title: parseText("title", input.title, MAX_TITLE_LENGTH),
    body: parseText("body", input.body),
    regions: [...new Set(input.regions)],
    publishedAt: at,
  };
  await prevention.insertWarning(warning);
  const event = { kind: "WARNING_PUBLISHED", warningId: warning.id } as const;
  await outbox.insert({ kind: event.kind, at, warningId: warning.id, event });
  return warning;
}
