import { startSyntheticHub, type SyntheticHub } from "./askSynthetic";
import { callerWith } from "./callers";
import { createSyntheticAuthorizer, operationOf, UNDECIDED } from "./syntheticAuthorizer";

let hub: SyntheticHub;

beforeAll(async () => {
  hub = await startSyntheticHub();
});
afterAll(() => hub.gateway.stop());

describe("a denied field is null on every road to it, and its subgraph is never asked", () => {
  const roads: readonly (readonly [string, string, Record<string, unknown>, readonly string[]])[] = [
    ["directly", `{ person(id: "p1") { reviews { stars } id } }`, {}, ["person", "reviews"]],
    ["under an alias", `{ person(id: "p1") { id: reviews { stars } } }`, {}, ["person", "id"]],
    [
      "in an inline fragment",
      `{ person(id: "p1") { ... { reviews { stars } } id } }`,
      {},
      ["person", "reviews"],
    ],
    [
      "in fragments within fragments",
      `{ person(id: "p1") { ...A } } fragment A on Person { ...B id } fragment B on Person { reviews { stars } }`,
      {},
      ["person", "reviews"],
    ],
    [
      "on a member of an interface",
      `{ node(id: "p1") { ... on Person { reviews { stars } } } }`,
      {},
      ["node", "reviews"],
    ],
    [
      "on a member of a union",
      `{ person(id: "p0") { owns { ... on Person { reviews { stars } } } } }`,
      {},
      ["person", "owns", "0", "reviews"],
    ],
    [
      "included by a variable",
      `query ($yes: Boolean!) { person(id: "p1") { id reviews @include(if: $yes) { stars } } }`,
      { yes: true },
      ["person", "reviews"],
    ],
    [
      "not skipped",
      `query ($no: Boolean!) { person(id: "p1") { id reviews @skip(if: $no) { stars } } }`,
      { no: false },
      ["person", "reviews"],
    ],
    ["in a list", `{ people { id reviews { stars } } }`, {}, ["people", "0", "reviews"]],
    [
      "behind other people",
      `{ person(id: "p1") { friends { friend { reviews { stars } } } } }`,
      {},
      ["person", "friends", "0", "friend", "reviews"],
    ],
    [
      "beside itself",
      `{ person(id: "p1") { reviews { stars } reviews { by { id } } } }`,
      {},
      ["person", "reviews"],
    ],
  ];

  test.each(roads)("%s", async (_, text, variables, path) => {
    const { data, told, fetched, authorized } = await hub.ask(text, [], variables);
    expect(path.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], data)).toBeNull();
    expect(told).toContain(`FORBIDDEN ${path.join(".")}`);
    expect(fetched).not.toContain("s1");
    expect(authorized.coordinatesDenied).toEqual(["Person.reviews"]);
  });

  test.each(roads)("%s, and there for a caller who may see it", async (_, text, variables, path) => {
    const { data, told } = await hub.ask(text, ["review", "book"], variables);
    expect(
      path.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], data),
    ).toBeInstanceOf(Array);
    expect(told).toEqual([]);
  });

  test("excluded by a variable it is not even refused", async () => {
    const text = `query ($no: Boolean!) { person(id: "p1") { id reviews @include(if: $no) { stars } } }`;
    const { data, told } = await hub.ask(text, [], { no: false });
    expect(data).toEqual({ person: { id: "p1" } });
    expect(told).toEqual([]);
  });
});

describe("who may see what, by role and place", () => {
  // Written by hand: what a caller with these scopes gets.
  test.each([
    [
      "alternatives: the first is enough",
      `{ person(id: "p1") { secret } }`,
      ["person:secret"],
      { person: { secret: "secret of p1" } },
    ],
    [
      "alternatives: the second is needed whole",
      `{ person(id: "p1") { secret } }`,
      ["staff"],
      { person: { secret: null } },
    ],
    [
      "alternatives: both parts of the second",
      `{ person(id: "p1") { secret } }`,
      ["staff", "secret"],
      { person: { secret: "secret of p1" } },
    ],
    [
      "a field over a required one asks the same",
      `{ person(id: "p1") { score } }`,
      [],
      { person: { score: null } },
    ],
    [
      "a type's rule denies the fields that lead to it",
      `{ book(id: "b1") { id } node(id: "s1") { id } }`,
      [],
      { book: null, node: { id: "s1" } },
    ],
    [
      "an enum's rule denies the fields that show it",
      `{ person(id: "p1") { id mood } }`,
      [],
      { person: { id: "p1", mood: null } },
    ],
    ["an enum's rule denies filtering by it", `{ inMood(mood: CALM) { id } }`, [], { inMood: null }],
    ["not filtering by it is allowed", `{ inMood { id } }`, [], { inMood: [{ id: "p2" }] }],
    [
      "an enum inside an input denies filtering too",
      `{ found(filter: { deeper: { mood: CALM } }) { id } }`,
      [],
      { found: null },
    ],
    [
      "a scalar's rule denies the fields that show it",
      `{ node(id: "s1") { ... on Stone { weight } } }`,
      [],
      { node: { weight: null } },
    ],
    [
      "what nothing is said about is denied",
      `{ unmarked person(id: "p1") { id } }`,
      [],
      { unmarked: null, person: { id: "p1" } },
    ],
    [
      "a marked field on an unmarked type is allowed",
      `{ person(id: "p1") { shelf { bare { marked value } } } }`,
      [],
      { person: { shelf: { bare: { marked: 1, value: null } } } },
    ],
    ["a denied non-null field takes its parent", `{ person(id: "p1") { id strict } }`, [], { person: null }],
    [
      "and its parent's parent where that is non-null too",
      `{ person(id: "p1") { id shelf { top { id } } friend { id } } }`,
      [],
      { person: { id: "p1", shelf: null, friend: { id: "p2" } } },
    ],
    ["a denied non-null root field takes everything", `{ strict person(id: "p1") { id } }`, [], null],
    [
      "an object of a denied type is null in a list of several",
      `{ nodes { id } }`,
      [],
      { nodes: [{ id: "p0" }, null, null, { id: "s2" }] },
    ],
    ["and takes a list that may hold no null", `{ strictNodes { id } }`, [], null],
    [
      "unless nothing is asked of it",
      `{ strictNodes { ... on Stone { id } } }`,
      [],
      { strictNodes: [{ id: "s0" }, {}, {}] },
    ],
    [
      "an interface's field is denied for some of its types",
      `{ nodes { secret } }`,
      ["book"],
      { nodes: [{ secret: null }, { secret: null }, null, { secret: "secret of s2" }] },
    ],
    [
      "two fragments share a key, one is denied",
      `{ nodes { ... on Person { x: secret } ... on Stone { x: secret } } }`,
      [],
      { nodes: [{ x: null }, {}, null, { x: "secret of s2" }] },
    ],
    [
      "the empty object of a permitted one stays",
      `{ person(id: "p1") { reviews { stars } } }`,
      [],
      { person: { reviews: null } },
    ],
    [
      "one that is not there stays away",
      `{ person(id: "none") { reviews { stars } } }`,
      [],
      { person: null },
    ],
  ])("%s", async (_, text, scopes, expected) => {
    const { data } = await hub.ask(text, scopes);
    expect(data).toEqual(expected);
  });

  test("nobody known sees nothing that asks for a known caller", () => {
    const { document, denied } = hub.authorizer.authorize(operationOf(`{ people { id } }`), null, UNDECIDED);
    expect(document).toBeNull();
    expect(denied).toEqual([
      { path: ["people"], coordinate: "Query.people", nullable: true, code: "FORBIDDEN" },
    ]);
  });

  test("unmarked fields are open where the gateway was told so", () => {
    const open = createSyntheticAuthorizer(hub.gateway, "allow");
    expect(open.authorize(operationOf(`{ unmarked }`), callerWith([]), UNDECIDED).denied).toEqual([]);
  });

  test("an alias with the name of a key shows what was asked for, not the key", async () => {
    const { data } = await hub.ask(`{ person(id: "p1") { id: label score } }`, ["person:secret"]);
    expect(data).toEqual({ person: { id: "person 1", score: 10 } });
  });

  test("where a denied field takes its parent with it, nobody is asked whether there is one", async () => {
    const { told, fetched } = await hub.ask(`{ person(id: "none") { id strict } }`, []);
    expect(told).toEqual(["FORBIDDEN person.strict"]);
    expect(fetched).toEqual([]);
  });
});
