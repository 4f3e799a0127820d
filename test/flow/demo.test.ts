import { tellDemo, type ToldStep } from "../../scripts/demo/tellDemo";
import { startTestHub, type TestHub } from "../support/hub";

let hub: TestHub;
let told: ToldStep[];
beforeAll(async () => {
  hub = await startTestHub();
  told = [];
  for await (const step of tellDemo(hub)) told.push(step);
});
afterAll(() => hub.close());

function linesOf(title: string): string {
  const found = told.find(({ step }) => step.title.includes(title));
  if (found === undefined) throw new Error(`the story has no step "${title}"`);
  return found.step.tell(found.answer).join("\n");
}

describe("the story that the demo tells", () => {
  it("begins with an investigator who is told nothing without a purpose", () => {
    expect(linesOf("does not say what for")).toMatch(/^subject: PURPOSE_REQUIRED/);
  });

  it("shows the investigator lines, accounts, measures and who did not answer", () => {
    const lines = linesOf("With the case");
    expect(lines.match(/^line /gm)).toHaveLength(4);
    expect(lines.match(/^account /gm)).toHaveLength(6);
    expect(lines).toContain("SUSPEND_NON_COUNTER  BANKING  until");
    expect(lines).toContain("did not answer:");
    expect(lines).not.toContain("FORBIDDEN");
  });

  it("shows how accounts of others are tied to the person", () => {
    const lines = linesOf("tied to this person");
    for (const kind of ["SHARED_DEVICE", "SHARED_PHONE", "FUND_TRANSFER"]) expect(lines).toContain(kind);
  });

  it("shows the bank its own accounts and refuses it the lines", () => {
    const lines = linesOf("A bank asks the same");
    expect(lines.match(/^account .*华衡银行$/gm)).toHaveLength(2);
    expect(lines.match(/^account /gm)).toHaveLength(2);
    expect(lines).toContain("subject.phoneLines: FORBIDDEN");
  });

  it("denies the sanctioned person an account and allows it to another", () => {
    expect(linesOf("for this person")).toMatch(/^outcome {2}DENY\n.*sanction/);
    expect(linesOf("against whom there is nothing")).toMatch(/^outcome {2}ALLOW/);
  });
});
