import { mayPersonKnow } from "../../../../subgraphs/audit/rules/mayPersonKnow";

describe("a person may at once be told of a look", () => {
  test.each([
    ["CASE", "OK", false],
    ["CASE", "PARTIAL", false],
    ["SUPERVISION", "OK", false],
    ["AUDIT", "OK", false],
    ["", "OK", false],
    ["A_LATER_PURPOSE", "OK", false],
    ["ORDER", "FORBIDDEN", false],
    ["ACCOUNT_OPENING", "PURPOSE_REQUIRED", false],
    ["ACCOUNT_OPENING", "OK", true],
    ["LINE_OPENING", "PARTIAL", true],
    ["ONGOING_REVIEW", "OK", true],
    ["ORDER", "OK", true],
    ["SELF", "OK", true],
  ])("for %p that came out %s: %s", (purpose, outcome, expected) => {
    expect(mayPersonKnow({ purpose, outcome })).toBe(expected);
  });
});
