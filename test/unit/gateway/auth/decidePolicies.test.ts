import { caseAssigned } from "../../../../gateway/auth/policies/caseAssigned";
import { decidePolicies } from "../../../../gateway/auth/policies/decidePolicies";
import { createExtendedAccess } from "../../../../gateway/auth/policies/extendedAccess";
import { createVerdicts } from "../../../../gateway/auth/policies/verdicts";
import type { Purpose } from "../../../../schema/contract/claims";
import { questionOf, requestOf, subgraphs } from "./policyQuestions";

const clock = () => new Date();

describe("an approval for further steps", () => {
  const ask = (purpose: Purpose | null, exceedsSteps: boolean, yes: readonly string[]) => {
    const world = subgraphs({ police: yes });
    const findExtendedAccess = createExtendedAccess(createVerdicts(clock), { CASE: ["police"] });
    const request = requestOf({ purpose, askVerdict: world.askVerdict });
    return {
      ...world,
      decided: decidePolicies({ questions: [], exceedsSteps }, request, findExtendedAccess),
    };
  };

  test("is asked for only where an operation goes further", async () => {
    const { asked, decided } = ask("CASE", false, ["the purpose itself"]);
    expect((await decided).extendedAccess).toBe(false);
    expect(asked).toEqual([]);
  });

  test.each<[string, Purpose | null, readonly string[], boolean]>([
    ["given", "CASE", ["the purpose itself"], true],
    ["not given", "CASE", [], false],
    ["never given without a purpose", null, ["the purpose itself"], false],
    ["never given for a purpose that knows none", "ONGOING_REVIEW", ["the purpose itself"], false],
  ])("%s", async (_, purpose, yes, expected) => {
    expect((await ask(purpose, true, yes).decided).extendedAccess).toBe(expected);
  });
});

test("a row policy that is asked for here all the same is not granted", async () => {
  const question = questionOf({}, { policy: caseAssigned });
  const { answers } = await decidePolicies(
    { questions: [question], exceedsSteps: false },
    requestOf({}),
    () => Promise.resolve(false),
  );
  expect(answers.get(question.id)).toBe("FORBIDDEN");
});
