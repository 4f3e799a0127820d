import { coverageState, withoutFinding } from "../../../../subgraphs/banking/coverageState";
import { AnswerState } from "../../../../subgraphs/shared/types/enums";

const NOW = new Date("2026-11-24T04:00:00.000Z");
const THREE_DAYS_MS = 3 * 86_400_000;
const ago = (milliseconds: number): Date => new Date(NOW.getTime() - milliseconds);

test.each([
  [false, null, AnswerState.NOT_ANSWERED],
  [true, null, AnswerState.NOT_ANSWERED],
  [false, ago(THREE_DAYS_MS + 1), AnswerState.STALE],
  [true, ago(THREE_DAYS_MS + 1), AnswerState.STALE],
  [false, ago(THREE_DAYS_MS), AnswerState.NONE],
  [true, ago(THREE_DAYS_MS), AnswerState.FOUND],
  [false, ago(0), AnswerState.NONE],
  [true, ago(0), AnswerState.FOUND],
])("holding something: %j, complete as of %j → %s", (holds, asOf, expected) => {
  expect(coverageState(holds, asOf, NOW)).toBe(expected);
});

test("what was found is told apart from nothing for the police alone", () => {
  expect(withoutFinding(AnswerState.FOUND)).toBe(AnswerState.ANSWERED);
  expect(withoutFinding(AnswerState.NONE)).toBe(AnswerState.ANSWERED);
  expect(withoutFinding(AnswerState.NOT_ANSWERED)).toBe(AnswerState.NOT_ANSWERED);
  expect(withoutFinding(AnswerState.STALE)).toBe(AnswerState.STALE);
});
