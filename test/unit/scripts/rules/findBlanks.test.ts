import { buildSchema } from "graphql";
import { join } from "node:path";
import { withRuleTable } from "../../../../scripts/rules/describeRules";
import { findBlanks } from "../../../../scripts/rules/findBlanks";
import type { RegisteredRule, RulePart } from "../../../../scripts/rules/registeredRule";
import { RULE_REGISTER } from "../../../../scripts/rules/ruleRegister";

const ROOT = join(__dirname, "../../../..");
const SCHEMA = buildSchema(`type Query { realNameRates: [Int] lineAccountability: Int }
  type Mutation { reportPhoneLines: Int }`);
const PART: RulePart = {
  letters: ["C"],
  by: ["Query.realNameRates"],
  file: "package.json",
  test: "README.md",
};

function blanksOf(changes: Partial<RegisteredRule>): string[] {
  const rule = {
    number: 3,
    ruleId: "realNameRate",
    articles: "N16-3",
    hub: ["C"],
    parts: [PART],
    ...changes,
  } as const;
  return findBlanks([rule], SCHEMA, ROOT).filter(blank => !blank.includes("is not in the register"));
}

describe("the register of rules", () => {
  it("misses a rule that is left out", () => {
    expect(findBlanks(RULE_REGISTER.slice(1), SCHEMA, ROOT)).toContain("rule 1 is not in the register");
  });

  it("misses a letter that nothing performs", () => {
    expect(blanksOf({ hub: ["C", "N"] })).toEqual(["3 realNameRate: nothing performs N"]);
  });

  it("misses a file, a test and an operation that are not there", () => {
    const parts = [{ ...PART, by: ["Query.gone"], file: "gone.ts", test: "gone.test.ts" }];
    expect(blanksOf({ parts })).toEqual([
      "3 realNameRate: gone.ts is not there",
      "3 realNameRate: gone.test.ts is not there",
      "3 realNameRate: Query.gone is no field of the supergraph",
    ]);
  });

  it("misses a check that its operation does not ask, though another does or its file is read for something else", () => {
    const check = (file: string) =>
      blanksOf({
        hub: ["K"],
        parts: [{ ...PART, letters: ["K"], by: ["Mutation.reportPhoneLines"], file }],
      });
    for (const name of ["realNameRegistration", "lineGovernance"])
      expect(check(`subgraphs/telecom/rules/${name}.ts`)).toEqual([
        `3 realNameRate: subgraphs/telecom/rules/${name}.ts is asked by none of Mutation.reportPhoneLines`,
      ]);
    for (const name of ["registeredHolder", "governedLine"])
      expect(check(`subgraphs/telecom/rules/${name}.ts`)).toEqual([]);
  });

  it("misses a figure that another subgraph answers than the one it is said to be made in", () => {
    const figure = { ...PART, by: ["Query.lineAccountability"] };
    const file = "subgraphs/banking/rules/whoOpensAnswers.ts";
    expect(blanksOf({ parts: [{ ...figure, file }] })).toEqual([
      `3 realNameRate: Query.lineAccountability is not answered where ${file} is`,
    ]);
    expect(
      blanksOf({ parts: [{ ...figure, file: "subgraphs/telecom/store/accountabilityStore.ts" }] }),
    ).toEqual([]);
  });

  it("has nothing to say of a rule that is whole, whether asked for or done daily", () => {
    expect(blanksOf({})).toEqual([]);
    expect(blanksOf({ parts: [{ ...PART, by: ["daily"] }] })).toEqual([]);
  });

  it("is printed between its marks, and the text around them stays", () => {
    const text =
      "before\n<!-- rules:begin, printed by `duanka compose` -->\nwhat stood there\n<!-- rules:end -->\nafter\n";
    const printed = withRuleTable(text, RULE_REGISTER);
    expect(printed).toMatch(/^before\n[^]*\| 45 \| debitCardCleanUp \|[^]*-->\nafter\n$/);
    expect(printed).not.toContain("what stood there");
    expect(withRuleTable(printed, RULE_REGISTER)).toBe(printed);
    expect(() => withRuleTable("no marks", RULE_REGISTER)).toThrow("are missing");
  });
});
