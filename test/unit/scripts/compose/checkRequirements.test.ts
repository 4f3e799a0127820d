import { checkRequirements } from "../../../../scripts/compose/checkRequirements";
import { composeSupergraph } from "../../../../scripts/compose/composeSupergraph";

const HEADER = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@authenticated", "@requiresScopes", "@policy"])\n`;

const faultsOf = (sdl: string) => checkRequirements(composeSupergraph([{ name: "one", sdl: HEADER + sdl }]));

describe("the check of the supergraph", () => {
  test("names a field that neither it nor its type has a requirement for", () => {
    const faults = faultsOf(
      `type Query { box: Box @authenticated } type Box { id: ID! lid: String @authenticated }`,
    );
    expect(faults).toEqual([expect.stringContaining("Box.id has no requirement")]);
  });

  test("names a non-null field that asks more than the road to it", () => {
    const faults = faultsOf(`type Query { box: Box @authenticated }
      type Box @authenticated { id: ID! content: String! @requiresScopes(scopes: [["open"]]) }`);
    expect(faults).toEqual([expect.stringContaining("Box.content asks open")]);
  });

  test("takes the weakest of several roads", () => {
    const faults = faultsOf(`type Query { a: Box @requiresScopes(scopes: [["open"]]) b: Box @authenticated }
      type Box @authenticated { content: String! @requiresScopes(scopes: [["open"]]) }`);
    expect(faults).toHaveLength(1);
  });

  test("names a list whose items ask more than their container, since one refusal would take the list", () => {
    const faults = faultsOf(`type Query { shelf: Shelf @authenticated }
      type Shelf @authenticated { boxes: [Box!]! } type Box @requiresScopes(scopes: [["open"]]) { id: ID! }`);
    expect(faults).toEqual([expect.stringContaining("Shelf.boxes")]);
  });

  test("names a non-null root field with a scope, whose refusal would take the whole answer", () => {
    expect(faultsOf(`type Query { box: String! @requiresScopes(scopes: [["open"]]) }`)).toHaveLength(1);
  });

  test("is content where the road to a non-null field asks the same", () => {
    const faults = faultsOf(`type Query { shelf: Shelf @requiresScopes(scopes: [["open", "walk"]]) }
      type Shelf @authenticated { box: Box! }
      type Box @requiresScopes(scopes: [["open"], ["see"]]) { id: ID! content: String! @requiresScopes(scopes: [["walk"]]) }`);
    expect(faults).toEqual([]);
  });

  test("is content with a mutation's non-null root field: a refused mutation is refused whole", () => {
    const faults = faultsOf(`type Query { a: String @authenticated }
      type Mutation { open: String! @requiresScopes(scopes: [["open"]]) }`);
    expect(faults).toEqual([]);
  });
});
