import { chinaDay } from "../../../schema/contract/calendar";
import type { PoliceContext } from "../policeContext";
import { isEnded, sanctionStatus } from "../rules/sanctionStatus";
import { ObjectionStatus, type SanctionStatus } from "../types/enums";
import type { Sanction } from "../types/Sanction";

/** Loads what a sanction's status is derived from, and derives it for today. */
export async function loadStatus(
  sanction: Sanction,
  { loaders, clock }: PoliceContext,
): Promise<SanctionStatus> {
  const [measures, objections] = await Promise.all([
    loaders.measuresBySubject.load(sanction.subjectId),
    loaders.objectionsByTarget.load(sanction.id),
  ]);
  const facts = {
    state: sanction.state,
    measures: measures.filter(measure => measure.sanctionId === sanction.id),
    servedOn: sanction.servedOn,
    hasOpenObjection: objections.some(objection => objection.status === ObjectionStatus.FILED),
  };
  return sanctionStatus(facts, chinaDay(clock()));
}

/** Only those sanctions that still restrict something, or are about to. */
export async function withoutEnded(
  sanctions: readonly Sanction[],
  context: PoliceContext,
): Promise<Sanction[]> {
  const standing = await Promise.all(
    sanctions.map(async sanction => ({ sanction, status: await loadStatus(sanction, context) })),
  );
  return standing.filter(({ status }) => !isEnded(status)).map(({ sanction }) => sanction);
}
