import { readRequirements } from "../../../../gateway/auth/requirements";
import { composeSynthetic } from "./syntheticSupergraph";

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])\n`;

/** A supergraph written out, for what today's composition does not write. */
const supergraph = (links: string, types: string) =>
  `schema ${links} { query: Query } type Query { a: Int } ${types}`;

describe("requirements are read from the composed supergraph", () => {
  const requirements = readRequirements(composeSynthetic());

  test.each([
    ["a type's scopes, under a renamed directive", "Book", { scopes: [["book"]], policies: null }],
    [
      "alternatives of scopes",
      "Person.secret",
      { scopes: [["person:secret"], ["staff", "secret"]], policies: null },
    ],
    [
      "policies beside a known caller",
      "Query.owned",
      { scopes: null, policies: [["own_shop:shop"], ["own_shop:input.shop.code"]] },
    ],
    ["a known caller alone", "Stone", { scopes: null, policies: null }],
    ["an enum's scopes", "Mood", { scopes: [["mood"]], policies: null }],
    ["a scalar's scopes", "Weight", { scopes: [["weight"]], policies: null }],
    ["nothing where nothing is said", "Bare.value", undefined],
    ["nothing that composition copied onto an interface", "Node", undefined],
    ["nor onto its fields", "Node.secret", undefined],
  ])("%s: %s", (_, coordinate, expected) => {
    expect(requirements.byCoordinate.get(coordinate)).toEqual(expected);
  });

  test("people are the types tagged person, entities those with a key", () => {
    expect([...requirements.personTypes]).toEqual(["Person"]);
    expect([...requirements.entityTypes].sort()).toEqual(["Book", "Person"]);
  });
});

test("what subgraphs ask of a shared field together is asked together", () => {
  const part = (scope: string) =>
    link('"@key", "@shareable", "@requiresScopes"') +
    `type Query { a: Int @shareable @requiresScopes(scopes: [["${scope}"]]) }`;
  const { byCoordinate } = readRequirements(composeSynthetic([part("one"), part("two")]));
  expect(byCoordinate.get("Query.a")).toEqual({ scopes: [["one", "two"]], policies: null });
});

test("a requirement that stands on an interface and on none of its types was written there, and stays", () => {
  const sdl = supergraph(
    `@link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)`,
    `interface Node @requiresScopes(scopes: [["by hand"]]) { id: ID @requiresScopes(scopes: [["copied"]]) }
     type Thing implements Node { id: ID @requiresScopes(scopes: [["copied"]]) }`,
  );
  const { byCoordinate } = readRequirements(sdl);
  expect([...byCoordinate.keys()].sort()).toEqual(["Node", "Thing.id"]);
});

test.each([
  [
    "an alias of the feature",
    `@link(url: "https://specs.apollo.dev/requiresScopes/v0.1", as: "may", for: SECURITY)`,
    "may",
  ],
  [
    "an import under another name",
    `@link(url: "https://specs.apollo.dev/requiresScopes/v0.1", import: [{ name: "@requiresScopes", as: "@needs" }], for: SECURITY)`,
    "needs",
  ],
  [
    "an import under its own name",
    `@link(url: "https://specs.apollo.dev/requiresScopes/v0.1", as: "x", import: ["@requiresScopes"], for: SECURITY)`,
    "requiresScopes",
  ],
])("the directive is found through %s", (_, links, name) => {
  const { byCoordinate } = readRequirements(supergraph(links, `type A @${name}(scopes: [["s"]]) { b: Int }`));
  expect(byCoordinate.get("A")).toEqual({ scopes: [["s"]], policies: null });
});

test("a directive of somebody else's that happens to bear the name asks nothing", () => {
  const sdl = supergraph(
    `@link(url: "https://example.com/requiresScopes/v0.1")`,
    `type A @requiresScopes(scopes: [["s"]]) { b: Int }`,
  );
  expect(readRequirements(sdl).byCoordinate.size).toBe(0);
});

test.each([
  ["a security feature that nobody here enforces", "https://specs.apollo.dev/context/v0.1"],
  ["another maker's", "https://example.com/policy/v0.1"],
  ["a later version of a known one", "https://specs.apollo.dev/policy/v1.0"],
])("%s stops the start", (_, url) => {
  const sdl = supergraph(`@link(url: "${url}", for: SECURITY)`, "");
  expect(() => readRequirements(sdl)).toThrow(url);
});
