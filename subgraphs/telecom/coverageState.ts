import { AnswerState } from "../shared/types/enums";

/** After so long a declaration no longer speaks for today: carriers report daily, a weekend may pass. */
const DECLARATION_LIFETIME_MS = 3 * 86_400_000;

/**
 * What a carrier's rows and its declaration come to. Half a backfill is NOT_ANSWERED even where it holds a
 * row: "nothing else" would be as wrong as "nothing".
 */
export function coverageState(holdsSomething: boolean, completeAsOf: Date | null, now: Date): AnswerState {
  if (completeAsOf === null) return AnswerState.NOT_ANSWERED;
  if (now.getTime() - completeAsOf.getTime() > DECLARATION_LIFETIME_MS) return AnswerState.STALE;
  return holdsSomething ? AnswerState.FOUND : AnswerState.NONE;
}

/** For all but the police: FOUND and NONE told apart would tell a carrier where else its customer has lines. */
export function withoutFinding(state: AnswerState): AnswerState {
  return state === AnswerState.FOUND || state === AnswerState.NONE ? AnswerState.ANSWERED : state;
}
