import {
  createSubgraphExecutor,
  type SubgraphExecutor,
} from "../../../../subgraphs/shared/createSubgraphExecutor";
import { claimsOf } from "../../../support/claims";
import { createSampleSubgraph } from "./sampleSubgraph";

describe("an operation sent to a subgraph", () => {
  const logged: unknown[] = [];
  let execute: SubgraphExecutor;
  beforeAll(async () => {
    execute = createSubgraphExecutor(await createSampleSubgraph(), (_id, error) => logged.push(error));
  });

  const may = (...scopes: string[]) => claimsOf({ scopes });
  const codeOf = async (query: string, claims = may(), variables = {}) =>
    (await execute({ query, variables }, claims)).errors?.[0]?.extensions?.code;

  test.each([
    ["a field of a type whose scope is missing", "{ shelf { box { id } } }"],
    ["the same under another name", "{ s: shelf { b: box { i: id } } }"],
    ["the same in a named fragment", "query { shelf { ...f } } fragment f on Shelf { box { id } }"],
    ["the same in an inline fragment", "{ shelf { ... on Shelf { box { __typename } } } }"],
    ["the same behind @include", "query ($x: Boolean = true) { shelf { box @include(if: $x) { id } } }"],
    [
      "an entity by its key",
      `{ _entities(representations: [{ __typename: "Box", id: "b1" }]) { ... on Box { id } } }`,
    ],
    ["a field that nobody marked", "{ unmarked }"],
    ["the subgraph's own SDL", "{ _service { sdl } }"],
  ])("%s is refused as FORBIDDEN, and nothing of the answer is given", async (_what, query) => {
    const answer = await execute({ query }, may());
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  });

  test("a field that asks more than its type is refused to a caller who has the type's scope alone", async () => {
    expect(await codeOf("{ shelf { box { content } } }", may("box:read"))).toBe("FORBIDDEN");
    expect(await codeOf("{ shelf { box { content } } }", may("box:read", "box:open"))).toBeUndefined();
  });

  test("a verdict for one caller is not reused for a caller with other scopes", async () => {
    const query = "{ shelf { box { id } } }";
    expect(await codeOf(query, may("box:read"))).toBeUndefined();
    expect(await codeOf(query, may("shelf:read"))).toBe("FORBIDDEN");
  });

  test("an argument that names another institution is refused, one's own is not", async () => {
    const query = "query ($i: ID!) { ownShelf(institution: $i) { owner } }";
    expect(await codeOf(query, may("box:read"), { i: "103" })).toBe("FORBIDDEN");
    expect(await codeOf(query, may("box:read"), { i: "102" })).toBeUndefined();
    expect(await codeOf(query, claimsOf({ scopes: ["box:read"], institution: null }), { i: "102" })).toBe(
      "FORBIDDEN",
    );
  });

  test("a policy with an alternative that the gateway decides does not fall on the argument", async () => {
    const query = `{ shelfOf(institution: "103") { owner } }`;
    expect(await codeOf(query, may("box:read"))).toBeUndefined();
  });

  test("a driver's error leaves as INTERNAL with an id, and its text goes to the log alone", async () => {
    const answer = await execute({ query: "{ broken }" }, may());
    expect(JSON.stringify(answer)).not.toMatch(/110105|select/);
    expect(answer.errors?.[0]?.extensions).toEqual({ code: "INTERNAL", errorId: expect.any(String) });
    expect(String(logged.at(-1))).toContain("select secret");
  });

  test("a coded error keeps its code and public sentence, not its detail", async () => {
    const answer = await execute({ query: "{ refused }" }, may());
    expect(answer.errors?.[0]).toMatchObject({
      message: "Say which box.",
      extensions: { code: "BAD_INPUT" },
    });
    expect(JSON.stringify(answer)).not.toContain("110105");
  });

  test.each(["{", "{ nosuch }", "query A { shelf { owner } } query B { shelf { owner } }"])(
    "an operation that does not fit (%s) is answered with an error, without the schema's names",
    async query => {
      const answer = await execute({ query }, may());
      expect(answer.errors).toHaveLength(1);
      expect(JSON.stringify(answer)).not.toMatch(/Did you mean|shelf/);
    },
  );

  test("the caller's claims reach the resolvers", async () => {
    expect(await execute({ query: "{ shelf { owner } }" }, may())).toEqual({
      data: { shelf: { owner: "bank/bank-risk" } },
    });
  });

  test("a mutation tells what it touched, each entity once, and only of its own request", async () => {
    const query = "mutation ($id: ID!) { fillBox(id: $id) { id } }";
    const first = await execute({ query, variables: { id: "b1" } }, may("box:read"));
    expect(first.extensions).toEqual({ touched: ["Box:b1", "Shelf:of b1"] });
    const second = await execute({ query, variables: { id: "b2" } }, may("box:read"));
    expect(second.extensions).toEqual({ touched: ["Box:b2", "Shelf:of b2"] });
  });

  test("a query has touched nothing, whatever it called", async () => {
    expect(await execute({ query: "{ looked }" }, may())).toEqual({ data: { looked: "only looked" } });
  });
});
