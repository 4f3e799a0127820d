import { AnswerState } from "../shared/types/enums";

/** After so long a declaration no longer speaks for today: institutions report daily, weekends may pass. */
const DECLARATION_STALE_MS = 3 * 86_400_000;

/**
 * What an institution's silence or rows mean. Half a backfill is no answer, whatever rows it has brought:
 * "nothing held" may be said only by one who has reported everything.
 */
export function coverageState(holdsSomething: boolean, completeAsOf: Date | null, now: Date): AnswerState {
  if (completeAsOf === null) return AnswerState.NOT_ANSWERED;
  if (now.getTime() - completeAsOf.getTime() > DECLARATION_STALE_MS) return AnswerState.STALE;
  return holdsSomething ? AnswerState.FOUND : AnswerState.NONE;
}

/** For all but the police: FOUND and NONE told apart would tell one bank where else a customer banks. */
export function withoutFinding(state: AnswerState): AnswerState {
  return state === AnswerState.FOUND || state === AnswerState.NONE ? AnswerState.ANSWERED : state;
}
