import { createHash } from "node:crypto";
import { AnswerState } from "../shared/types/enums";
import { coverageState, withoutFinding } from "./coverageState";
import { unlistedCarrier } from "./otherCarriers";
import { decideLineOpening } from "./rules/decideLineOpening";
import type { LineOpeningFacts, MeasureFact } from "./rules/lineOpeningFacts";
import { showDecision } from "../shared/showDecision";
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

/** Collects the facts, asks the rules, files what they come to, and says what the answer rests on. */
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
    loaders.forgedBySubject({ carrier, day: on }).load(subject.id),
    loaders.blacklistBySubject.load(subject.id),
    answerOf(carrier, context),
  ]);
  const facts: LineOpeningFacts = {
    kind,
    on,
    holderKind: holder?.kind ?? null,
    recordsComplete: answer.state === AnswerState.ANSWERED,
    validMobileCards: counts?.validMobileCards ?? 0,
    mobileCardsAtMost: counts?.mobileCardsAtMost ?? 0,
    unprovedLines: counts?.unprovedLines ?? 0,
    unprovedLinesAtMost: counts?.unprovedLinesAtMost ?? 0,
    hasForgedDocument: forged !== null,
    blacklist,
    measures: readMeasures(subject),
  };
  const decision = decideLineOpening(facts);
  const filed = await loaders.filedDecision.load({
    id: digestOf({ subjectId: subject.id, carrier, ruleVersion: decision.ruleVersion, facts }),
    carrier,
    subjectId: subject.id,
    on,
    product: kind,
    ...decision,
    coverageState: answer.state,
    coverageAsOf: answer.asOf,
    decidedAt: clock(),
  });
  if (filed === null) throw new Error("A decision that was just filed is gone.");
  return showDecision(filed, answer.institution);
}

async function answerOf(carrier: string, { loaders, clock }: TelecomContext): Promise<InstitutionAnswer> {
  const institution = await loaders.institutionByCode(carrier);
  const asOf = institution?.completeAsOf ?? null;
  // Only a carrier asks, and whether something was found is in the findings, as far as it is the carrier's own.
  const state = withoutFinding(coverageState(false, asOf, clock()));
  return { institution: institution ?? unlistedCarrier(carrier), state, asOf };
}

// The same facts give the same id, so that a replay shows whether it saw what the decision saw.
function digestOf(decided: object): string {
  return createHash("sha256").update(JSON.stringify(decided)).digest("base64url");
}

/** In a reference moments are text; no history at all means that the police register did not answer. */
function readMeasures({ measureHistory }: Subject): MeasureFact[] | null {
  if (measureHistory === null || measureHistory === undefined) return null;
  return measureHistory.map(({ kind, sector, article, startsOn, endsOn, liftedAt }) => ({
    kind,
    sector,
    article,
    startsOn,
    endsOn,
    liftedAt: liftedAt === null ? null : new Date(liftedAt),
  }));
}
