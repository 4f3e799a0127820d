import { GraphQLError, parse } from "graphql";
import {
  createInProcessTransport,
  type ExecuteInProcess,
} from "../../../../gateway/fetch/inProcessTransport";
import type { SubgraphRequest } from "../../../../gateway/fetch/subgraphTransport";
import { claimsOf } from "../../../support/claims";

const request = (changes: Partial<SubgraphRequest> = {}): SubgraphRequest => ({
  subgraph: "a",
  document: parse("{ x }"),
  source: "{ x }",
  operationName: undefined,
  operationType: "query",
  variables: {},
  claims: claimsOf({}),
  deadlineAt: performance.now() + 10_000,
  notes: { servedFromCache: new Set(), people: new Set(), extensions: new Map() },
  ...changes,
});

const transportOf = (execute: ExecuteInProcess, limitMs?: number) =>
  createInProcessTransport(new Map([["a", execute]]), limitMs);

describe("an operation handed over within the process", () => {
  test("comes back as it would over a wire", async () => {
    const error = new GraphQLError("no", {
      path: ["x"],
      originalError: new Error("secret"),
      extensions: { code: "FORBIDDEN" },
    });
    const transport = transportOf(() =>
      Promise.resolve({ data: { x: [{ at: new Date(0) }], y: null }, errors: [error] }),
    );
    expect(await transport.send(request())).toEqual({
      data: { x: [{ at: "1970-01-01T00:00:00.000Z" }], y: null },
      errors: [{ message: "no", path: ["x"], extensions: { code: "FORBIDDEN" } }],
    });
  });

  test("shares no object with the subgraph", async () => {
    const kept = { x: { list: [1] } };
    const transport = transportOf(() => Promise.resolve({ data: kept }));
    const { data } = await transport.send(request());
    (data as typeof kept).x.list.push(2);
    expect(kept).toEqual({ x: { list: [1] } });
  });

  test.each<[string, ExecuteInProcess, Partial<SubgraphRequest>, string]>([
    ["that is never answered", () => new Promise(() => undefined), {}, "TIMED_OUT"],
    ["that throws", () => Promise.reject(new Error("x")), {}, "UNREACHABLE"],
    ["whose request has ended before", () => Promise.resolve({ data: {} }), { deadlineAt: 0 }, "DEADLINE"],
    [
      "whose request ends meanwhile",
      () => new Promise(() => undefined),
      { deadlineAt: performance.now() + 15 },
      "DEADLINE",
    ],
  ])("%s fails with its reason", async (_, execute, changes, reason) => {
    await expect(transportOf(execute, 30).send(request(changes))).rejects.toMatchObject({
      reason,
      subgraph: "a",
    });
  });

  test("for a subgraph that is not here is a fault of ours", async () => {
    await expect(transportOf(() => Promise.resolve({})).send(request({ subgraph: "b" }))).rejects.toThrow(
      /no subgraph "b"/,
    );
  });
});
