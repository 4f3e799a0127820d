import { createVerdicts } from "../../../../gateway/auth/policies/verdicts";
import { requestOf, subgraphs } from "./policyQuestions";

const AT = new Date("2026-11-24T02:00:00Z");
const REMEMBERED = 10_000;

describe("a yes that is remembered", () => {
  test("is forgotten for newer ones when there are too many, however often it was looked at", async () => {
    const people = Array.from({ length: REMEMBERED }, (_, place) => `T-${place}`);
    const { asked, askVerdict } = subgraphs({ police: [...people, "T-new"] });
    const verdicts = createVerdicts(() => AT);
    const judge = (...subjectIds: string[]) =>
      verdicts.judge(
        { policy: "p", purpose: "CASE", subgraphs: ["police"], subjectIds },
        requestOf({ askVerdict }),
      );
    expect(await judge(...people)).toBe("GRANTED");
    await judge("T-0");
    expect(asked).toHaveLength(1);
    await judge("T-new");
    await judge("T-1");
    expect(asked).toHaveLength(2);
    expect(await judge("T-0")).toBe("GRANTED");
    expect(asked.at(-1)?.subjectIds).toEqual(["T-0"]);
  });
});
