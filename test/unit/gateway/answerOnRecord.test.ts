import type { ExecutionResult } from "graphql";
import { answerOnRecord } from "../../../gateway/answerOnRecord";
import type { HubRequest, OperationAudit } from "../../../gateway/requestContext";
import { HubError } from "../../../schema/contract/errors";
import { claimsOf } from "../../support/claims";

const REQUEST: HubRequest = { claims: claimsOf({}, {}), deadlineAt: 1_000 };

/** Knows how many operations are under way. */
function createCountingAudit(refuse: OperationAudit["refuse"] = () => Promise.resolve(undefined)) {
  const audit = {
    underWay: 0,
    begin: () => {
      audit.underWay += 1;
      return () => void (audit.underWay -= 1);
    },
    intend: () => Promise.resolve(),
    record: () => Promise.resolve({}),
    refuse,
  };
  return audit;
}

describe("an operation's end is told to the records", () => {
  const ways: [string, () => Promise<ExecutionResult>][] = [
    ["answered", () => Promise.resolve({ data: {}, extensions: { audit: {} } })],
    ["refused", () => Promise.resolve({ errors: [new HubError("FORBIDDEN", "Not this.")] })],
    ["broken off", () => Promise.reject(new HubError("RATE_LIMITED", "Later."))],
    ["left without a record", () => Promise.reject(new HubError("AUDIT_UNAVAILABLE", "No record."))],
    ["failed", () => Promise.reject(new Error("a fault of ours"))],
  ];

  test.each(ways)("when it was %s", async (_how, answer) => {
    const audit = createCountingAudit();
    await answerOnRecord(audit, REQUEST, "Dossier", () => {
      expect(audit.underWay).toBe(1);
      return answer();
    }).catch(() => undefined);
    expect(audit.underWay).toBe(0);
  });

  test("when not even its refusal could be recorded", async () => {
    const audit = createCountingAudit(() => Promise.reject(new HubError("AUDIT_UNAVAILABLE", "No record.")));
    const answered = answerOnRecord(audit, REQUEST, "Dossier", () =>
      Promise.reject(new HubError("RATE_LIMITED", "Later.")),
    );
    await expect(answered).rejects.toThrow("No record.");
    expect(audit.underWay).toBe(0);
  });
});
