import { buildSchema } from "graphql";
import { join } from "node:path";
import { withRuleTable } from "../../../../scripts/rules/describeRules";
import { findBlanks } from "../../../../scripts/rules/findBlanks";
import type { RegisteredRule, RulePart } from "../../../../scripts/rules/registeredRule";
import { RULE_REGISTER } from "../../../../scripts/rules/ruleRegister";

const ROOT = join(__dirname, "../../../..");
const SCHEMA = buildSchema("type Query { realNameRates: [Int] }");
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
