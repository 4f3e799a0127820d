import { chinaDay } from "../../../schema/contract/calendar";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { measureFacts } from "./measureEvent";
import type { CallerTransaction } from "./policeTransaction";

/** A freeze and the involvement that it rests on. */
export interface FreezeFacts {
  readonly id: string;
  readonly issuedAt: Date;
  readonly until: string;
  readonly caseNumber: string;
  readonly subjectId: string | null;
  readonly accountId: string | null;
  readonly accountInstitution: string | null;
}

/** What has become of a freeze. */
type FreezeTurn =
  | { readonly kind: "MEASURE_IN_FORCE" | "MEASURE_EXPIRED" }
  | { readonly kind: "MEASURE_LIFTED"; readonly objectionId: string | null };

/** Tells the sectors, and whoever follows, that a freeze begins or has ended. */
export async function tellFreeze(
  turn: FreezeTurn,
  freeze: FreezeFacts,
  { at, outbox }: Pick<CallerTransaction, "at" | "outbox">,
): Promise<void> {
  const { caseNumber, subjectId, accountId } = freeze;
  const event = { ...turn, ...freezeFacts(freeze) };
  const touched = [`Account:${accountId}` as const];
  await outbox.insert({ kind: event.kind, at, subjectId, caseNumber, event, touched });
}

/** The facts of a freeze for an event: until its last day, that day included. */
function freezeFacts(freeze: FreezeFacts): Omit<Extract<PoliceEvent, { kind: "MEASURE_IN_FORCE" }>, "kind"> {
  const { id, issuedAt, until, caseNumber, subjectId, accountId, accountInstitution } = freeze;
  return measureFacts({
    causeKind: "FREEZE",
    causeId: id,
    caseNumber,
    subjectId,
    accountId,
    institution: accountInstitution,
    measures: [{ kind: "FREEZE", sector: "BANKING", startsOn: chinaDay(issuedAt), endsOn: until }],
    // By the legal paper that the officer names; no notice knows freezing.
    article: "EXT:FREEZE",
  });
}
