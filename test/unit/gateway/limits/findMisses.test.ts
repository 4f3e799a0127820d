import { GraphQLError, parse } from "graphql";
import { createSought } from "../../../../gateway/limits/createSought";
import { findMisses } from "../../../../gateway/limits/findMisses";
import type { AnsweredOperation } from "../../../../gateway/requestContext";
import { claimsOf } from "../../../support/claims";
import { naming } from "./limitsWorld";

/** As the hub's own dossier is asked: a person, what is held, and who answered. */
const QUERY = `query ($p: ID, $q: ID, $n: Int) {
  one: person(id: $p, first: $n) { id lines { total nodes { id } page { more } } identity { name } answered { who } }
  ...More
} fragment More on Query { ... on Query { two: person(id: $q) { lines { total } } } }`;
const HOLDINGS = [
  ["one", "lines"],
  ["one", "identity"],
  ["two", "lines"],
];
const NO_LINES = { total: 0, nodes: [], page: { more: false, __typename: "Page" } };
const namesIn = (peopleIn: (value: unknown) => string[]) =>
  createSought({
    peopleIn: (_operation, value) => peopleIn(value),
    shownTypes: new Set(),
    keepers: new Set(),
    lookUps: {},
  }).namedBy;

function misses(data: object, rest: Partial<AnsweredOperation> = {}, holdings = HOLDINGS): string[] {
  const document = parse(QUERY);
  const answered: AnsweredOperation = {
    claims: claimsOf({}),
    operation: naming([], { document, variables: { p: "P", q: "Q", n: 5 } }),
    schema: undefined as never,
    document,
    clientPath: path => path,
    denied: [],
    people: [],
    servedFromCache: [],
    sources: { telecom: "ANSWERED" },
    result: { data: { ...data } },
    ...rest,
  };
  return findMisses(
    answered,
    () => holdings,
    namesIn(value => (typeof value === "string" ? [value] : [])),
  );
}
const nobody = { id: "P", lines: NO_LINES, identity: null, answered: [{ who: "C01" }] };

describe("a person of whom nothing was found", () => {
  test.each<[string, object, string[]]>([
    ["an empty page and no identity, whoever answered", { one: nobody, two: { lines: { total: 1 } } }, ["P"]],
    ["no person at all", { one: null, two: { lines: { total: 1 } } }, ["P"]],
    [
      "nothing in a fragment",
      { one: { ...nobody, identity: { name: "x" } }, two: { lines: { total: 0 } } },
      ["Q"],
    ],
    ["nothing of either", { one: nobody, two: null }, ["P", "Q"]],
  ])("is a miss: %s", (_what, data, expected) => {
    expect(misses(data)).toEqual(expected);
  });

  test.each<[string, object]>([
    ["an identity", { one: { ...nobody, identity: { name: "x" } } }],
    ["one line", { one: { ...nobody, lines: { total: 1, nodes: [{ id: "l" }] } } }],
    ["a total of what is elsewhere", { one: { ...nobody, lines: { total: 3, nodes: [] } } }],
  ])("is none where there is %s", (_what, data) => {
    expect(misses({ ...data, two: { lines: { total: 1 } } })).toEqual([]);
  });

  test("is none where it was not asked what is held", () => {
    expect(misses({ one: nobody, two: null }, {}, [])).toEqual([]);
  });

  test.each<[string, Partial<AnsweredOperation>]>([
    ["a source that is silent", { sources: { telecom: "ANSWERED", banking: "NOT_ANSWERED" } }],
    ["an operation refused whole", { document: null }],
    ["an error", { result: { data: { one: null, two: null }, errors: [new GraphQLError("x")] } }],
  ])("is none after %s", (_what, rest) => {
    expect(misses({ one: nobody, two: null }, rest)).toEqual([]);
  });

  const wrong = (code: string, ...path: (string | number)[]) =>
    new GraphQLError("x", { path, extensions: { code } });

  test.each<[string, GraphQLError, string[]]>([
    ["a mistake elsewhere hides nothing", wrong("BAD_INPUT", "other"), ["P", "Q"]],
    ["nor does one beside what would tell", wrong("BAD_INPUT", "one", "answered"), ["P", "Q"]],
    ["one in what would tell leaves the rest of it", wrong("BAD_INPUT", "one", "lines", "page"), ["P", "Q"]],
    ["one in all that would tell of a person", wrong("BAD_INPUT", "two", "lines"), ["P"]],
    ["one who may not be seen was not missed", wrong("FORBIDDEN", "two"), ["P"]],
    ["a register that failed anywhere tells nothing", wrong("INTERNAL", "other"), []],
  ])("with an error: %s", (_what, error, expected) => {
    expect(misses({}, { result: { data: { one: nobody, two: null }, errors: [error] } })).toEqual(expected);
  });

  test("is not one whom a list leaves out", () => {
    const operation = naming([], { document: parse(QUERY), variables: { p: ["A", "B", "C"] } });
    const result = {
      data: { one: [null, nobody, nobody] },
      errors: [wrong("FORBIDDEN", "one", 0), wrong("BAD_INPUT", "one", 2, "lines")],
    };
    const answered = { operation, document: operation.document, result, sources: {} };
    const found = findMisses(
      {
        claims: claimsOf({}),
        schema: undefined as never,
        clientPath: path => path,
        denied: [],
        people: [],
        servedFromCache: [],
        ...answered,
      },
      () => [["one", "lines"]],
      namesIn(value => (value ?? []) as string[]),
    );
    expect(found).toEqual(["B"]);
  });

  test("is one under an alias for which the planner was given another name", () => {
    const clientPath = ([first, ...rest]: readonly string[]) => [
      first === "one" ? "lines" : (first ?? ""),
      ...rest,
    ];
    const result = (held: object) => ({
      clientPath,
      result: { data: { lines: held, two: { lines: { total: 1 } } } },
    });
    expect(misses({}, result(nobody))).toEqual(["P"]);
    expect(misses({}, result({ ...nobody, lines: { total: 2 } }))).toEqual([]);
  });

  test("is one where something else was denied, of which nothing is left to judge", () => {
    const denied = new GraphQLError("no", { extensions: { code: "FORBIDDEN" } });
    expect(
      misses({}, { result: { data: { one: nobody, two: { lines: { total: 2 } } }, errors: [denied] } }),
    ).toEqual(["P"]);
  });
});
