import { readFileSync } from "node:fs";
import { checkDecisionsUncached } from "../../../../scripts/compose/checkDecisionsUncached";
import { composeSupergraph } from "../../../../scripts/compose/composeSupergraph";
import { DECISION_TYPES } from "../../../../scripts/compose/decisionTypes";

const HEADER = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@composeDirective"])
  @link(url: "https://specs.duanka.example/cache/v1.0", import: ["@cacheHint"])
  @composeDirective(name: "@cacheHint")
directive @cacheHint(maxAge: Int!) on FIELD_DEFINITION | OBJECT
`;
const compose = (...sdls: string[]) =>
  composeSupergraph(sdls.map((sdl, index) => ({ name: `s${index}`, sdl: HEADER + sdl })));
const faultsOf = (sdl: string, hint = "") =>
  checkDecisionsUncached(compose(`${sdl} type Verdict ${hint} { isRight: Boolean grounds: [String] }`), [
    "Verdict",
  ]);

describe("the check that no decision stands on what was cached", () => {
  test("names a hinted field that answers a decision", () => {
    const faults = faultsOf(
      `type Query { man: Man } type Man @key(fields: "id") { id: ID! verdict: Verdict @cacheHint(maxAge: 9) }`,
    );
    expect(faults).toEqual([expect.stringMatching(/^Man\.verdict has a @cacheHint/)]);
  });

  test("names a hinted field that answers a decision further in", () => {
    const faults = faultsOf(`type Query { man: Man }
      type Man @key(fields: "id") { id: ID! page: Page @cacheHint(maxAge: 9) }
      type Page { next: Page entries: [Entry!] } type Entry { verdict: Verdict }`);
    expect(faults).toEqual([expect.stringContaining("Man.page")]);
  });

  test("names the fields of a decision that is hinted itself", () => {
    expect(faultsOf(`type Query { verdict: Verdict }`, "@cacheHint(maxAge: 9)")).toEqual([
      expect.stringContaining("Verdict.isRight"),
      expect.stringContaining("Verdict.grounds"),
    ]);
  });

  test("names a hinted field that another subgraph's field requires", () => {
    const owner = `type Query { man: Man } type Man @key(fields: "id") { id: ID!
      past: [Deed] @cacheHint(maxAge: 9) } type Deed { what: String }`;
    const judge = `type Man @key(fields: "id") { id: ID! past: [Deed] @external
      verdict: Verdict @requires(fields: "past { what }") } type Deed { what: String @external }
      type Verdict { isRight: Boolean }`;
    const supergraph = compose(owner, judge);
    expect(checkDecisionsUncached(supergraph, ["Verdict"])).toEqual([expect.stringContaining("Man.past")]);
  });

  test("names a type of decision that is not there, which would go unchecked", () => {
    const supergraph = compose(`type Query { isRight: Boolean }`);
    expect(checkDecisionsUncached(supergraph, ["Judgement"])).toEqual([expect.stringContaining("Judgement")]);
  });

  test("is content with a hint on another entity that has an uncached decision", () => {
    const faults = faultsOf(`type Query { man: Man }
      type Man @key(fields: "id") { id: ID! friends: [Man] @cacheHint(maxAge: 9) verdict: Verdict }`);
    expect(faults).toEqual([]);
  });

  test("is content with the hub's own schema, in which all its decisions are", () => {
    const supergraph = readFileSync("schema/graphql/supergraph.graphql", "utf8");
    expect(checkDecisionsUncached(supergraph, DECISION_TYPES)).toEqual([]);
    const hinted = supergraph.replace(/^( {2}lineOpening\(.*)$/m, "$1 @cacheHint(maxAge: 60)");
    expect(checkDecisionsUncached(hinted, DECISION_TYPES)).toEqual([
      expect.stringContaining("Subject.lineOpening"),
    ]);
  });
});
