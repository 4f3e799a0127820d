// N20-5: an objection does not pause the measures; they end by lifting or by their last day.
import { SanctionStatus } from "../types/enums";
import type { SanctionState } from "../types/Sanction";
import { isMeasureOver, type MeasureInterval } from "./measureInForce";

interface SanctionFacts {
  readonly state: SanctionState;
  readonly measures: readonly MeasureInterval[];
  readonly hasOpenObjection: boolean;
  readonly servedOn: string | null;
}

/** Where a sanction stands on a day: what is written down, unless its measures have ended or somebody objects. */
export function sanctionStatus(
  { state, measures, hasOpenObjection, servedOn }: SanctionFacts,
  day: string,
): SanctionStatus {
  if (state === SanctionStatus.LIFTED) return SanctionStatus.LIFTED;
  // A sanction without measures (telecom: the regulator sets them later) has nothing that could run out.
  if (measures.length > 0 && measures.every(measure => isMeasureOver(measure, day)))
    return SanctionStatus.EXPIRED;
  if (hasOpenObjection) return SanctionStatus.OBJECTED;
  // The day of service is the person's; from the next day on the notice has taken effect.
  const hasTakenEffect = state === SanctionStatus.SERVED && servedOn !== null && servedOn < day;
  return hasTakenEffect ? SanctionStatus.ACTIVE : state;
}

/** Nothing of the sanction restricts any more. */
export function isEnded(status: SanctionStatus): boolean {
  return status === SanctionStatus.LIFTED || status === SanctionStatus.EXPIRED;
}
