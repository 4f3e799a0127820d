import { BREACHES } from "../../../../gateway/console/page/pages/rectifications/breaches";
import { RULE_ARTICLES } from "../../../../subgraphs/telecom/rules/ruleArticles";

it("a regulator is offered every rule for which the telecom register takes a deadline, and no other", () => {
  expect([...BREACHES].sort()).toEqual(Object.keys(RULE_ARTICLES).sort());
});
