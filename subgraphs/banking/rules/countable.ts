import { AnswerState } from "../../shared/types/enums";
import { isOpenOn, mayBeOpenOn } from "../openPeriod";
import type { Holding } from "./openingFacts";

/** Why a count is not certain where an account was closed and its day is missing. */
export const CLOSED_WITHOUT_DAY =
  "An account was reported as closed without the day on which it was, so that it cannot be told whether it was open on this day.";

const COUNTABLE: readonly AnswerState[] = [AnswerState.FOUND, AnswerState.NONE, AnswerState.ANSWERED];

/** Whether an institution has reported so completely and lately that its accounts can be counted. */
export function isCountable(coverage: AnswerState): boolean {
  return COUNTABLE.includes(coverage);
}

/** How many of these are open on a day, and how many at most: of some nobody has said when they were closed. */
export function countOpen(
  holdings: readonly Holding[],
  on: string,
): { readonly open: number; readonly atMost: number } {
  const open = holdings.filter(holding => isOpenOn(holding, on)).length;
  return { open, atMost: open + holdings.filter(holding => mayBeOpenOn(holding, on)).length };
}
