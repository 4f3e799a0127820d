import { gzipSync } from "node:zlib";
import type { Gateway } from "../../../gateway/gatewayParts";
import { MAX_BODY_BYTES } from "../../../gateway/http/httpLimits";
import { HubError } from "../../../schema/contract/errors";
import { ask, CLAIMS, startLibraryHub } from "./support/libraryHub";

const JSON_HEADERS = { "content-type": "application/json" };

describe("requests that are no proper requests", () => {
  let hub: Gateway;
  beforeAll(async () => void (hub = await startLibraryHub()));
  afterAll(() => hub.close());

  const post = (payload: string | Buffer, headers: Record<string, string> = JSON_HEADERS) =>
    hub.app.inject({ method: "POST", url: "/graphql", payload, headers });

  test.each<[string, () => ReturnType<typeof post>, number, string]>([
    ["malformed JSON", () => post("{"), 400, "BAD_INPUT"],
    ["an empty body", () => post(""), 400, "BAD_INPUT"],
    ["a body that is no object", () => post("7"), 400, "BAD_INPUT"],
    ["a body without a query", () => post(`{"variables":{}}`), 400, "BAD_INPUT"],
    ["a query that is no text", () => post(`{"query":{"kind":"Document"}}`), 400, "BAD_INPUT"],
    [
      "variables that are a text",
      () => post(`{"query":"{shelves{name}}","variables":"{}"}`),
      400,
      "BAD_INPUT",
    ],
    ["variables that are a list", () => post(`{"query":"{shelves{name}}","variables":[]}`), 400, "BAD_INPUT"],
    ["an array batch", () => post(`[{"query":"{shelves{name}}"}]`), 400, "BAD_INPUT"],
    [
      "a body of a megabyte and more",
      () => post(`{"query":"${"x".repeat(MAX_BODY_BYTES)}"}`),
      413,
      "LIMIT_EXCEEDED",
    ],
    [
      "a packed body",
      () => post(gzipSync(`{"query":"{shelves{name}}"}`), { ...JSON_HEADERS, "content-encoding": "gzip" }),
      415,
      "BAD_INPUT",
    ],
    [
      "another charset",
      () => post(`{"query":"{shelves{name}}"}`, { "content-type": "application/json; charset=utf-16" }),
      415,
      "BAD_INPUT",
    ],
    [
      "another kind of body",
      () => post("{shelves{name}}", { "content-type": "text/plain" }),
      415,
      "BAD_INPUT",
    ],
    [
      "a form",
      () => post("query=1", { "content-type": "application/x-www-form-urlencoded" }),
      415,
      "BAD_INPUT",
    ],
    ["bytes that are no UTF-8", () => post(Buffer.from([0x22, 0xff, 0x22])), 400, "BAD_INPUT"],
    ["NUL", () => post(`{"query":"{shelves{name}}","variables":{"a":"\\u0000"}}`), 400, "BAD_INPUT"],
    [
      "half a character",
      () => post(`{"query":"{shelves{name}}","variables":{"a":["\\ud800"]}}`),
      400,
      "BAD_INPUT",
    ],
    ["another address", () => hub.app.inject({ url: "/nowhere" }), 404, "NOT_FOUND"],
    ["DELETE", () => hub.app.inject({ method: "DELETE", url: "/graphql" }), 405, "BAD_INPUT"],
    [
      "PUT with a body of another kind",
      () =>
        hub.app.inject({
          method: "PUT",
          url: "/graphql",
          payload: "x",
          headers: { "content-type": "text/plain" },
        }),
      405,
      "BAD_INPUT",
    ],
    [
      "a mutation by GET",
      () =>
        hub.app.inject({
          url: `/graphql?query=${encodeURIComponent('mutation{addBook(input:{id:1,title:"x"}){id}}')}`,
        }),
      405,
      "BAD_INPUT",
    ],
    [
      "arguments by GET",
      () => hub.app.inject({ url: `/graphql?query=${encodeURIComponent("{book(id:1){title}}")}` }),
      405,
      "BAD_INPUT",
    ],
    [
      "a number by GET",
      () =>
        hub.app.inject({
          url: `/graphql?query=${encodeURIComponent("query($c:CardInput!){reader(card:$c){id}}")}&variables=${encodeURIComponent('{"c":{"number":"1234567"}}')}`,
        }),
      405,
      "BAD_INPUT",
    ],
    [
      "what is no GraphQL",
      () => post(`{"query":"{ book(id: 110101199003074477 { }"}`),
      400,
      "GRAPHQL_PARSE_FAILED",
    ],
    [
      "too many words",
      () => post(JSON.stringify({ query: `{ ${"a ".repeat(5_000)} }` })),
      400,
      "LIMIT_EXCEEDED",
    ],
    [
      "what does not fit the schema",
      () => post(`{"query":"{ bok(id: 1) { titel } }"}`),
      400,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "one of two operations, unnamed",
      () => post(`{"query":"query A {shelves{name}} query B {shelves{name}}"}`),
      400,
      "BAD_INPUT",
    ],
    [
      "an operation that is not there",
      () => post(`{"query":"query A {shelves{name}}","operationName":"B"}`),
      400,
      "BAD_INPUT",
    ],
    [
      "a variable that is missing",
      () => post(`{"query":"query($id:ID!){book(id:$id){title}}"}`),
      400,
      "BAD_INPUT",
    ],
    [
      "a stored document under a wrong hash",
      () =>
        post(`{"query":"{shelves{name}}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}`),
      400,
      "BAD_INPUT",
    ],
  ])("%s is refused in JSON with a code", async (_, send, status, code) => {
    const response = await send();
    expect(response.statusCode).toBe(status);
    expect(response.headers["content-type"]).toMatch(/^application\/json/);
    expect(response.headers["cache-control"]).toBe("no-store");
    const { errors, data } = response.json<{
      errors: { message: string; extensions: { code: string } }[];
      data?: unknown;
    }>();
    expect(data).toBeUndefined();
    expect(errors.map(error => error.extensions.code)).toContain(code);
    expect(response.body).not.toMatch(/\bat .*\.[jt]s|node_modules|110101|[Dd]id you mean|titel|"Query"/);
  });

  test("a mutation by GET is told which method to use", async () => {
    const query = encodeURIComponent('mutation{addBook(input:{id:1,title:"x"}){id}}');
    const { headers } = await hub.app.inject({ url: `/graphql?query=${query}` });
    expect(headers.allow).toBe("POST");
  });

  test("a query that takes no argument may be sent by GET", async () => {
    const response = await hub.app.inject({ url: `/graphql?query=${encodeURIComponent("{shelves{name}}")}` });
    expect(response.json()).toMatchObject({ data: { shelves: [{ name: "upper" }, { name: "lower" }] } });
    expect(response.headers["cache-control"]).toBe("no-store");
  });

  test("what asks about the schema alone may be sent by GET, arguments and all", async () => {
    const response = await hub.app.inject({
      url: `/graphql?query=${encodeURIComponent('{__type(name:"Book"){name}}')}`,
    });
    expect(response.json()).toEqual({ data: { __type: { name: "Book" } } });
  });

  test("a persisted document is unknown until it was sent, then found by its hash", async () => {
    const query = "{ shelves { name } }";
    const sha256Hash = (await import("node:crypto")).createHash("sha256").update(query).digest("hex");
    const persistedQuery = { version: 1, sha256Hash };
    const send = (body: object) => post(JSON.stringify({ ...body, extensions: { persistedQuery } }));
    expect((await send({})).json()).toMatchObject({
      errors: [{ extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }],
    });
    expect((await send({ query })).json()).toHaveProperty("data.shelves");
    expect((await send({})).json()).toHaveProperty("data.shelves");
  });

  test("the gateway says that it lives and that it is ready, until it stops taking requests", async () => {
    expect((await hub.app.inject("/healthz")).statusCode).toBe(200);
    expect((await hub.app.inject("/readyz")).statusCode).toBe(200);
    const stopping = await startLibraryHub();
    stopping.stopTaking();
    expect((await stopping.app.inject("/readyz")).statusCode).toBe(503);
    expect((await stopping.app.inject("/healthz")).statusCode).toBe(200);
    await stopping.close();
  });

  test("the metrics count requests, errors and fetches and name no person", async () => {
    await ask(hub, `query($c: CardInput!) { reader(card: $c) { id } }`, { c: { number: "7654321" } });
    const { body } = await hub.app.inject("/metrics");
    expect(body).toMatch(/duanka_request_seconds_count\{status="200"\} [1-9]/);
    expect(body).toMatch(/duanka_errors_total\{code="GRAPHQL_VALIDATION_FAILED"\} [1-9]/);
    expect(body).toMatch(/duanka_subgraph_seconds_count\{subgraph="catalogue",outcome="ANSWERED"\} [1-9]/);
    expect(body).not.toMatch(/7654321|library\/reader/);
  });
});

describe("a caller who is not known", () => {
  test("is refused before anything is read, with 401", async () => {
    const hub = await startLibraryHub({
      identify: () => Promise.reject(new HubError("UNAUTHENTICATED", "Send a token.", { detail: "expired" })),
    });
    const { status, body } = await ask(hub, "{ this is not even GraphQL");
    expect(status).toBe(401);
    expect(body).toEqual({ errors: [{ message: "Send a token.", extensions: { code: "UNAUTHENTICATED" } }] });
    await hub.close();
  });

  test("is refused for a while where requests are too many, and told how long", async () => {
    const refusal = new HubError("RATE_LIMITED", "Too many requests.", { retryAfterSeconds: 2.5 });
    const hub = await startLibraryHub({ identify: () => Promise.reject(refusal) });
    const { status, headers } = await ask(hub, "{ shelves { name } }");
    expect(status).toBe(429);
    expect(headers["retry-after"]).toBe("3");
    await hub.close();
  });

  test("meets a fault in the identification: an id, and no word of what it was", async () => {
    const hub = await startLibraryHub({
      identify: () => Promise.reject(new Error("key 110101199003074477 at /etc/keys")),
    });
    const { status, body } = await ask(hub, "{ shelves { name } }");
    expect(status).toBe(500);
    expect(body.errors).toEqual([
      { message: expect.any(String), extensions: { code: "INTERNAL", id: expect.any(String) } },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/110101|etc/);
    expect(CLAIMS.caller.id).toBe("library/reader");
    await hub.close();
  });
});
