import type { ToldStep } from "../../scripts/demo/askStep";
import { tellDemo } from "../../scripts/demo/tellDemo";
import { startTestHub, type TestHub } from "../support/hub";

let hub: TestHub;
let told: ToldStep[];
beforeAll(async () => {
  hub = await startTestHub();
  told = await tellOnce();
});
afterAll(() => hub.close());

async function tellOnce(): Promise<ToldStep[]> {
  const steps: ToldStep[] = [];
  for await (const step of tellDemo(hub)) steps.push(step);
  return steps;
}

function linesOf(title: string, steps = told): string {
  const found = steps.find(({ step }) => step.title.includes(title));
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

  it("has the county's mark change nothing and its recognition refused, where a city organ's restricts", () => {
    expect(linesOf("marks the person")).toBe("involvement LEAD");
    expect(linesOf("A lead restricts nothing")).toBe(linesOf("How the person's accounts stand"));
    expect(linesOf("The county organ recognises")).toMatch(/^refused: AUTHORITY_TOO_LOW/);
    expect(linesOf("A city organ recognises").match(/^measure /gm)).toHaveLength(4);
    expect(linesOf("has its orders").match(/^orders .*issued [12], executed 0/gm)).toHaveLength(5);
  });

  it("lets institutions carry out what the person then sees, and what they have not carried out be withdrawn", () => {
    expect(linesOf("华衡银行 carries them out")).toBe("carried out: 2");
    expect(linesOf("汇云支付 carries them out")).toBe("carried out: 1");
    expect(causes("one cause more")).toEqual(
      causes("How the person's accounts stand").map(count => count + 1),
    );
    expect(linesOf("by when it is decided")).toMatch(/^objection FILED, to be decided by 20/);
    expect(linesOf("Lifted").match(/next due/g)).toHaveLength(2);
    expect(linesOf("华衡银行 is told what to undo").match(/^order {4}RESTORE/gm)).toHaveLength(2);
  });

  it("ends where it began, and can be told again on the same hub", async () => {
    const before = linesOf("How the person's accounts stand");
    expect(linesOf("watches each institution restore")).toContain("all that was done is undone since");
    expect(linesOf("Back to where it began")).toBe(before);
    const again = await tellOnce();
    expect(linesOf("How the person's accounts stand", again)).toBe(before);
    expect(linesOf("Back to where it began", again)).toBe(before);
    expect(linesOf("华衡银行 carries them out", again)).toBe("carried out: 2");
  });
});

/** For how many causes each account of a step is restricted. */
function causes(title: string): number[] {
  return [...linesOf(title).matchAll(/ {2}(\d) causes?$/gm)].map(([, count]) => Number(count));
}
