import { randomUUID } from "node:crypto";
import { AnswerState } from "../shared/types/enums";
import { coverageState, withoutFinding } from "./coverageState";
import { unlistedCarrier } from "./otherCarriers";
import { decideLineOpening } from "./rules/decideLineOpening";
import type { MeasureFact } from "./rules/lineOpeningFacts";
import type { TelecomContext } from "./telecomContext";
import type { LineKind } from "./types/enums";
import type { InstitutionAnswer } from "./types/InstitutionAnswer";
import type { OpeningDecision } from "./types/OpeningDecision";
import type { Subject } from "./types/Subject";

interface Opening {
  readonly carrier: string;
  readonly kind: LineKind;
  readonly on: string;
}

/** Collects the facts, asks the rules, and says what the answer rests on. */
export async function checkLineOpening(
  subject: Subject,
  opening: Opening,
  context: TelecomContext,
): Promise<OpeningDecision> {
  const { carrier, kind, on } = opening;
  const { loaders, clock } = context;
  const [holder, counts, forged, blacklist, answer] = await Promise.all([
    loaders.subjectById.load(subject.id),
    loaders.openingCountsBySubject({ carrier, day: on }).load(subject.id),
    loaders.forgedBySubject(carrier).load(subject.id),
    loaders.blacklistBySubject.load(subject.id),
    answerOf(carrier, context),
  ]);
  const decision = decideLineOpening({
    kind,
    on,
    holderKind: holder?.kind ?? null,
    recordsComplete: answer.state === AnswerState.ANSWERED,
    validMobileCards: counts?.validMobileCards ?? 0,
    unprovedLines: counts?.unprovedLines ?? 0,
    hasForgedDocument: forged !== null,
    blacklist,
    measures: readMeasures(subject),
  });
  return { id: randomUUID(), ...decision, decidedAt: clock(), coverage: [answer] };
}

async function answerOf(carrier: string, { loaders, clock }: TelecomContext): Promise<InstitutionAnswer> {
  const institution = await loaders.institutionByCode(carrier);
  const asOf = institution?.completeAsOf ?? null;
  // Only a carrier asks, and whether something was found is in the findings, as far as it is the carrier's own.
  const state = withoutFinding(coverageState(false, asOf, clock()));
  return { institution: institution ?? unlistedCarrier(carrier), state, asOf };
}

/** In a reference moments are text; no history at all means that the police register did not answer. */
function readMeasures({ measureHistory }: Subject): MeasureFact[] | null {
  if (measureHistory === null || measureHistory === undefined) return null;
  return measureHistory.map(({ kind, sector, startsOn, endsOn, liftedAt }) => ({
    kind,
    sector,
    startsOn,
    endsOn,
    liftedAt: liftedAt === null ? null : new Date(liftedAt),
  }));
}
