import { AnswerState } from "../../shared/types/enums";

const COUNTABLE: readonly AnswerState[] = [AnswerState.FOUND, AnswerState.NONE, AnswerState.ANSWERED];

/** Whether an institution has reported so completely and lately that its accounts can be counted. */
export function isCountable(coverage: AnswerState): boolean {
  return COUNTABLE.includes(coverage);
}
