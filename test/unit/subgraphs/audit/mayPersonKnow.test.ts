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
    ["ORDER", "OK", false],
    ["ORDER", "PARTIAL", false],
    ["REPORTING", "OK", true],
    ["SELF", "OK", true],
  ])("for %p that came out %s: %s", (purpose, outcome, expected) => {
    expect(mayPersonKnow({ purpose, outcome, fieldsReturned: ["Subject.id"] })).toBe(expected);
  });

  test.each([
    ["REPORTING", "AccountOrder.account", false],
    ["REPORTING", "LineOrder.line", false],
    ["REPORTING", "Mutation.executeAccountOrders", false],
    ["REPORTING", "Mutation.executeLineOrders", false],
    ["REPORTING", "Mutation.reportAccounts", true],
    ["ONGOING_REVIEW", "AccountOrder.account", true],
  ])("for %p that returned %s: %s", (purpose, field, expected) => {
    const fieldsReturned = ["Subject.id", field];
    expect(mayPersonKnow({ purpose, outcome: "OK", fieldsReturned })).toBe(expected);
  });
});
