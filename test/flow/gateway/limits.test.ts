import { createHash } from "node:crypto";
import { createInProcessTransport } from "../../../gateway/fetch/inProcessTransport";
import type { Gateway } from "../../../gateway/gatewayParts";
import { HubError } from "../../../schema/contract/errors";
import { ask, inProcessLibrary, startLibraryHub, type AskedQuestion } from "./support/libraryHub";

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(" ");
const nest = (depth: number): string => (depth === 0 ? "title" : `reviews { book { ${nest(depth - 1)} } }`);

describe("operations that ask too much", () => {
  const asked: AskedQuestion[] = [];
  let hub: Gateway;
  beforeAll(async () => {
    hub = await startLibraryHub({
      transport: createInProcessTransport(new Map(inProcessLibrary(asked))),
      introspection: false,
    });
  });
  afterAll(() => hub.close());
  beforeEach(() => void (asked.length = 0));

  test.each([
    ["too deep", `{ book(id: 1) { ${nest(10)} } }`],
    [
      "too deep by fragments",
      `{ book(id: 1) { ...A } } fragment A on Book { reviews { book { reviews { book { ...B } } } } } fragment B on Book { reviews { book { reviews { book { ...C } } } } } fragment C on Book { reviews { book { reviews { book { reviews { book { title } } } } } } }`,
    ],
    ["101 aliases of a root field", `{ ${times(101, index => `a${index}: shelves { name }`)} }`],
    ["101 aliases of __typename", `{ shelves { ${times(101, index => `a${index}: __typename`)} } }`],
    ["60 directives", `{ shelves { name ${times(60, index => `@include(if: ${index >= 0})`)} } }`],
    ["500 repeats of a field", `{ shelves { ${times(500, () => "name")} } }`],
    ["500 repeats by a fragment", `{ shelves { ${times(500, () => "...F")} } } fragment F on Shelf { name }`],
    ["too many root fields", `{ ${times(31, () => "shelves { name }")} }`],
    [
      "a fragment bomb",
      `{ shelves { ...F0 } } ${times(20, index => `fragment F${index} on Shelf { ${times(9, () => `...F${index + 1}`)} }`)} fragment F20 on Shelf { name }`,
    ],
    ["a list of a million", `{ books(first: 1000000) { title } }`],
    ["reserved aliases", `{ __x: shelves { name } }`],
  ])("%s: 400 before any subgraph is asked", async (_, query) => {
    const { status, body } = await ask(hub, query);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions["code"]).toBe("LIMIT_EXCEEDED");
    expect(body.errors?.length).toBeLessThanOrEqual(10);
    expect(asked).toEqual([]);
  });

  test.each([
    [
      "a circle of fragments",
      `{ shelves { ...A } } fragment A on Shelf { ...B } fragment B on Shelf { ...A }`,
    ],
    [
      "a circle of fragments through fields",
      `{ book(id: 1) { ...A } } fragment A on Book { reviews { book { ...A } } }`,
    ],
    ["introspection", `{ __schema { types { name } } }`],
    ["introspection of one type", `{ __type(name: "Book") { name } }`],
    ["circular introspection", `{ __schema { types { fields { type { fields { type { name } } } } } } }`],
    ["an inaccessible field", `{ book(id: 1) { secret } }`],
    ["an inaccessible value", `{ books(kind: SECRET) { title } }`],
    ["federation's own fields", `{ _entities(representations: []) { __typename } }`],
    ["a hundred unknown fields", `{ ${times(25, index => `unknown${index}`)} }`],
  ])("%s: 400 without a name of the schema", async (_, query) => {
    const { status, body } = await ask(hub, query);
    expect(status).toBe(400);
    const codes = new Set(body.errors?.map(error => error.extensions["code"]));
    expect([...codes]).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    expect(body.errors?.length).toBeLessThanOrEqual(10);
    expect(JSON.stringify(body)).not.toMatch(/Shelf|Book|Query|mean|SECRET/);
    expect(asked).toEqual([]);
  });

  test("10,000 directives stop the parser", async () => {
    const { status, body } = await ask(hub, `{ shelves { name ${times(10_000, () => "@x")} } }`);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ extensions: { code: "LIMIT_EXCEEDED" } }]);
  });

  test("what is near the limits is answered", async () => {
    const query = `{ ${times(20, index => `a${index}: shelves { name }`)} book(id: 1) { reviews { book { reviews { book { title } } } } } }`;
    expect((await ask(hub, query)).body.errors).toBeUndefined();
  });

  test("in development the errors name what is wrong", async () => {
    const open = await startLibraryHub({ development: true });
    const { body } = await ask(open, `{ book(id: 1) { titel } }`);
    expect(body.errors?.[0]?.message).toMatch(/titel.*Book.*title/);
    await open.close();
  });
});

describe("operations that are legal and costly", () => {
  const many = `query($n: Int!) { books(first: $n) { title reviews(first: $n) { text } } }`;

  test("are refused where a variable asks for more than a literal could", async () => {
    const hub = await startLibraryHub({ limits: { maxCost: 1_000 } });
    expect((await ask(hub, many, { n: 3 })).body.errors).toBeUndefined();
    const { status, body } = await ask(hub, many, { n: 100 });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ extensions: { code: "LIMIT_EXCEEDED" } }]);
    await hub.close();
  });

  test("are charged to their caller, who is told when to come back", async () => {
    const charged: number[] = [];
    const hub = await startLibraryHub({
      charge(claims, cost) {
        charged.push(cost);
        const total = charged.reduce((sum, one) => sum + one, 0);
        if (total <= 100) return Promise.resolve();
        return Promise.reject(
          new HubError("RATE_LIMITED", `${claims.caller.kind}: later.`, { retryAfterSeconds: 60 }),
        );
      },
    });
    expect((await ask(hub, many, { n: 2 })).status).toBe(200);
    expect((await ask(hub, "{ shelves { name } }")).status).toBe(200);
    const refused = await ask(hub, many, { n: 9 });
    expect(refused).toMatchObject({
      status: 429,
      body: { errors: [{ extensions: { code: "RATE_LIMITED" } }] },
    });
    expect(refused.headers["retry-after"]).toBe("60");
    // books: 1 + n × (title, reviews: 1 + n × text); shelves: 1 + 10 × name.
    expect(charged).toEqual([1 + 2 * (1 + 1 + 2), 1 + 10, 1 + 9 * (1 + 1 + 9)]);
    await hub.close();
  });
});

describe("where only trusted documents are answered", () => {
  const trusted = "{ shelves { name } }";
  const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
  const byHash = (text: string) => ({
    extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } },
  });
  const start = (mayAskFreely = false) =>
    startLibraryHub({ trustedDocuments: { texts: [trusted], mayAskFreely: () => mayAskFreely } });

  test("those are, by text or by hash", async () => {
    const hub = await start();
    expect((await ask(hub, trusted)).body.data).toBeDefined();
    const response = await hub.app.inject({ method: "POST", url: "/graphql", payload: byHash(trusted) });
    expect(response.json()).toHaveProperty("data.shelves");
    await hub.close();
  });

  test("others are refused, and do not become trusted by being sent", async () => {
    const hub = await start();
    const other = "{ shelves { name __typename } }";
    for (const more of [{}, byHash(other)]) {
      const { status, body } = await ask(hub, other, {}, more);
      expect(status).toBe(403);
      expect(body.errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    }
    const response = await hub.app.inject({ method: "POST", url: "/graphql", payload: byHash(other) });
    expect(response.json()).not.toHaveProperty("data");
    await hub.close();
  });

  test("a caller whose issuer is allowed to may ask freely", async () => {
    const hub = await start(true);
    expect((await ask(hub, "{ shelves { name __typename } }")).status).toBe(200);
    await hub.close();
  });
});
