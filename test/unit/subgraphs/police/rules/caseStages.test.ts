import { agedStages, requireForwardStage } from "../../../../../subgraphs/police/rules/caseStages";

const TODAY = "2026-11-24";
const filed = { name: "FILED", enteredOn: "2026-10-01" };
const investigation = { name: "INVESTIGATION", enteredOn: "2026-10-01" };
const trial = { name: "TRIAL", enteredOn: "2026-11-20" };

describe("the stages of a case", () => {
  test.each([
    ["back", [filed, trial], { name: "PROSECUTION", enteredOn: TODAY }, "INVALID_TRANSITION", /TRIAL/],
    ["to where it is", [filed], { name: "FILED", enteredOn: TODAY }, "INVALID_TRANSITION", /FILED/],
    [
      "before it came to where it is",
      [filed],
      { name: "TRIAL", enteredOn: "2026-09-30" },
      "BAD_INPUT",
      /2026-10-01/,
    ],
    ["tomorrow", [filed], { name: "TRIAL", enteredOn: "2026-11-25" }, "BAD_INPUT", /to come/],
  ])("do not go %s", (_where, entries, next, code, message) => {
    expect(() => requireForwardStage(entries, next, TODAY)).toThrow(expect.objectContaining({ code }));
    expect(() => requireForwardStage(entries, next, TODAY)).toThrow(message);
  });

  test.each([
    [[], filed],
    [[filed], investigation],
    [[filed, investigation], { name: "JUDGED", enteredOn: TODAY }],
  ])("go forward, also past some: %j → %j", (entries, next) => {
    expect(() => requireForwardStage(entries, next, TODAY)).not.toThrow();
  });

  test("are ordered by proceedings, not by day, and each is as old as the days spent in it", () => {
    expect(agedStages([trial, investigation, filed], TODAY)).toEqual([
      { ...filed, ageDays: 0 },
      { ...investigation, ageDays: 50 },
      { ...trial, ageDays: 4 },
    ]);
  });

  test("of a closed case age no more; a last day before the entry counts as none", () => {
    expect(agedStages([trial], "2026-11-22")).toEqual([{ ...trial, ageDays: 2 }]);
    expect(agedStages([trial], "2026-11-01")).toEqual([{ ...trial, ageDays: 0 }]);
  });
});
