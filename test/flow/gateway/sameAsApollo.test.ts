import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { graphql } from "graphql";
import fc from "fast-check";
import type { Gateway } from "../../../gateway/gatewayParts";
import { loadSupergraph } from "../../../gateway/supergraph/loadSupergraph";
import { ask, startLibraryHub } from "./support/libraryHub";
import { createLibrarySchemas, LIBRARY_SDL } from "./support/libraryWorld";

const selection = (...parts: fc.Arbitrary<string>[]) =>
  fc
    .shuffledSubarray(parts, { minLength: 1 })
    .chain(chosen => fc.tuple(...chosen).map(texts => texts.join(" ")));
const plain = (...names: string[]) => names.map(name => fc.constant(name));
const aliased = (text: string) =>
  fc.integer({ min: 0, max: 3 }).map(number => `${text.replace(/\W.*$/s, "")}_${number}: ${text}`);

const book = fc.letrec<{ value: string }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    selection(...plain("id", "title", "kind", "__typename")),
    selection(
      ...plain(
        "title",
        "pages",
        "inStock",
        "mustCount",
        "rating",
        "shipping",
        "copies { state branch { code city } }",
        "author { name born praise }",
      ),
      fc.boolean().map(express => `s${express ? 1 : 0}: shipping(express: ${express})`),
      aliased("rating"),
      fc.constantFrom("true", "false").map(yes => `pages @include(if: ${yes}) weight @skip(if: ${yes})`),
      tie("value").map(
        inner => `reviews(first: 2) { text stars book { ${inner} } writer { id reviewCount limit } }`,
      ),
      tie("value").map(inner => `... on Book { ${inner} }`),
    ),
  ),
})).value;

const root = fc.oneof(
  fc.tuple(book, fc.integer({ min: 1, max: 6 })).map(([inner, id]) => `book(id: ${id}) { ${inner} }`),
  fc
    .tuple(book, fc.integer({ min: 0, max: 5 }))
    .map(([inner, first]) => `books(first: ${first}, filter: { kinds: NOVEL }) { ${inner} }`),
  book.map(inner => `shelves { name nested { ${inner} } books { id ...F } }`),
  book.map(
    inner => `search(text: "x") { __typename ... on Book { ${inner} } ... on Author { name praise } }`,
  ),
  book.map(inner => `latest { stars book { ${inner} } }`),
);
const operation = fc
  .tuple(root, root, book)
  .map(
    ([one, two, fragment]) =>
      `query { ${one} x: shelves { name } ... on Query { ${two} } shelves { books { ...F } } } fragment F on Book { ${fragment} }`,
  );

/** Planning an operation drawn at random takes Apollo a few milliseconds or some seconds: 60 of them took 4 to 48 s. */
const LIMIT_MS = 240_000;

describe("a hub without rights to check", () => {
  let hub: Gateway;
  let apollo: ApolloServer;
  beforeAll(async () => {
    const schemas = createLibrarySchemas();
    const gateway = new ApolloGateway({
      supergraphSdl: loadSupergraph(LIBRARY_SDL).plannerSdl,
      buildService: ({ name }) => ({
        process: async ({ request }) => {
          const answered = await graphql({
            schema: schemas[name as keyof typeof schemas],
            source: request.query ?? "",
            variableValues: request.variables ?? {},
          });
          return JSON.parse(JSON.stringify(answered)) as object;
        },
      }),
    });
    apollo = new ApolloServer({ gateway, nodeEnv: "test" });
    await apollo.start();
    hub = await startLibraryHub();
  });
  afterAll(async () => {
    await hub.close();
    await apollo.stop();
  });

  test(
    "answers random operations as Apollo's gateway alone does",
    async () => {
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(operation, async query => {
          const expected = await apollo.executeOperation({ query });
          if (expected.body.kind !== "single") throw new Error("an answer comes whole");
          const { data, errors } = expected.body.singleResult;
          // Both refuse what clashes.
          fc.pre(errors === undefined);
          compared += 1;
          const { body } = await ask(hub, query);
          expect(body.errors).toBeUndefined();
          expect(body.data).toEqual(JSON.parse(JSON.stringify(data)));
        }),
        { numRuns: 60 },
      );
      expect(compared).toBeGreaterThan(20);
    },
    LIMIT_MS,
  );
});
