import { readFileSync } from "node:fs";
import { parse, print } from "graphql";
import { loadSupergraph } from "../../../../gateway/supergraph/loadSupergraph";
import { readKeys } from "../../../../gateway/supergraph/readKeys";
import { localDirectiveName, readLinks } from "../../../../gateway/supergraph/readLinks";
import { readUnanswered } from "../../../../gateway/supergraph/readUnanswered";
import { stripSecurity } from "../../../../gateway/supergraph/stripSecurity";

/** A supergraph by hand, with whatever links a test needs. */
function supergraph(links: string, rest: string): string {
  return `schema @link(url: "https://specs.apollo.dev/link/v1.0") ${links} { query: Query }
    enum join__Graph { A @join__graph(name: "alpha", url: "") B @join__graph(name: "beta", url: "") }
    ${rest}`;
}

const strip = (sdl: string) => print(stripSecurity(parse(sdl)));

describe("a supergraph with security directives", () => {
  test("is stripped of those that we enforce: links, definitions, scalars and uses", () => {
    const stripped = strip(readFileSync("schema/graphql/supergraph.graphql", "utf8"));
    expect(stripped).not.toMatch(/authenticated|requiresScopes|@policy|policy__|specs.apollo.dev\/policy/);
    expect(stripped).toMatch(/inaccessible/);
    expect(stripped).toMatch(/@unanswered/);
    expect(() => loadSupergraph(stripped)).not.toThrow();
  });

  test("is stripped of them under other names too", () => {
    const stripped = strip(
      supergraph(
        `@link(url: "https://specs.apollo.dev/requiresScopes/v0.1", as: "needs", for: SECURITY)
         @link(url: "https://specs.apollo.dev/policy/v0.1", import: [{ name: "@policy", as: "@rule" }, { name: "Policy", as: "Rule" }], for: SECURITY)`,
        `directive @needs(scopes: [[needs__Scope!]!]!) on FIELD_DEFINITION
         directive @rule(policies: [[Rule!]!]!) on FIELD_DEFINITION
         scalar needs__Scope scalar Rule scalar Kept
         type Query { a: Int @needs(scopes: [["x"]]) b: Kept @rule(policies: [["y"]]) }`,
      ),
    );
    expect(stripped).not.toMatch(/needs|rule|Rule/);
    expect(stripped).toMatch(/scalar Kept/);
    expect(stripped.match(/@link/g)).toHaveLength(1);
  });

  test.each([
    `@link(url: "https://specs.example.org/embargo/v1.0", for: SECURITY)`,
    `@link(url: "https://specs.apollo.dev/context/v0.1", for: SECURITY)`,
    // The same last word from somebody else is something else.
    `@link(url: "https://specs.example.org/authenticated/v0.1", for: SECURITY)`,
  ])("is refused where nobody here enforces what it asks for: %s", link => {
    expect(() => strip(supergraph(link, "type Query { a: Int }"))).toThrow(
      /does not enforce.*(embargo|context|authenticated)/,
    );
  });
});

describe("the links of a schema", () => {
  const names = (link: string, directive: string) =>
    readLinks(parse(supergraph(link, "type Query { a: Int }")))
      .slice(1)
      .map(one => localDirectiveName(one, directive));

  test.each([
    [`@link(url: "https://x.example/answers/v1.0", import: ["@unanswered"])`, "unanswered"],
    [
      `@link(url: "https://x.example/answers/v1.0", import: [{ name: "@unanswered", as: "@silent" }])`,
      "silent",
    ],
    [`@link(url: "https://x.example/answers/v1.0")`, "answers__unanswered"],
    [`@link(url: "https://x.example/answers/v1.0", as: "duanka")`, "duanka__unanswered"],
    [`@link(url: "https://x.example/unanswered/v1.0")`, "unanswered"],
    [`@link(url: "https://x.example/unanswered")`, "unanswered"],
  ])("say what a directive is called: %s", (link, expected) => {
    expect(names(link, "unanswered")).toEqual([expected]);
  });
});

const ANSWERS = `@link(url: "https://x.example/answers/v1.0", import: ["@unanswered"])`;
const withDefault = (json: string, more = "") =>
  supergraph(
    ANSWERS,
    `type Query { a: Int } enum E { X }
     type T @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") { id: ID! f: [O!] ${more} @unanswered(as: ${JSON.stringify(json)}) }
     type O { n: Int! e: E s: String }`,
  );

describe("what stands in for an unanswered field", () => {
  const read = (json: string, more = "") => readUnanswered(loadSupergraph(withDefault(json, more)));

  test("is read with the subgraphs whose silence it stands for", () => {
    const value = [{ n: 1, e: "X" }];
    expect(read(JSON.stringify(value)).get("T.f")).toEqual({ value, subgraphs: new Set(["alpha", "beta"]) });
    const one = read("[]", "@join__field(graph: B) @join__field(graph: A, external: true)");
    expect(one.get("T.f")?.subgraphs).toEqual(new Set(["beta"]));
  });

  test.each([
    ["no JSON", "[{"],
    ["no list", `{"n":1}`],
    ["a null item", "[null]"],
    ["a missing value", `[{"e":"X"}]`],
    ["an unknown field", `[{"n":1,"m":2}]`],
    ["an unknown value", `[{"n":1,"e":"Y"}]`],
    ["another type's name", `[{"n":1,"__typename":"T"}]`],
    ["an object for a value", `[{"n":1,"s":{}}]`],
  ])("must fit the field, or the gateway does not start: %s", (_, json) => {
    expect(() => read(json)).toThrow(/T\.f/);
  });
});

describe("the keys of entities", () => {
  const keys = readKeys(
    loadSupergraph(
      supergraph(
        "",
        `type Query { a: Int } interface I { id: ID }
         type T implements I @join__type(graph: A, key: "id") @join__type(graph: B, key: "other { id }") @join__type(graph: B, key: "id code") { id: ID! code: Int other: T }
         type X @join__type(graph: A, key: "id", resolvable: false) @join__type(graph: B, key: "id") { id: ID! @join__field(graph: A) }`,
      ),
    ),
  );

  test("are the first flat one that the subgraph can answer itself", () => {
    expect(keys.keyOf("alpha", "T")).toEqual(["id"]);
    expect(keys.keyOf("beta", "T")).toEqual(["id", "code"]);
    expect(keys.keyOf("alpha", "X")).toEqual([]);
    expect(keys.keyOf("beta", "X")).toEqual([]);
    expect(keys.keyOf("gamma", "T")).toEqual([]);
  });

  test("an entity of an interface may have any of its types", () => {
    expect(keys.isSameOrSubtype("T", "I")).toBe(true);
    expect(keys.isSameOrSubtype("X", "I")).toBe(false);
    expect(keys.isSameOrSubtype("Nowhere", "I")).toBe(false);
  });
});
