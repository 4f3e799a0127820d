import { whoOpensAnswers } from "../../../../../subgraphs/banking/rules/whoOpensAnswers";

test.each([
  [0, 0, 0],
  [1, 0, 0],
  [1, 1, 10_000],
  [3, 1, 10_000 / 3],
  [20_000, 7, 3.5],
])("of %i accounts opened %i were in a case: %d of ten thousand", (opened, involved, rate) => {
  expect(whoOpensAnswers(opened, involved)).toBeCloseTo(rate);
});
