import { print, type ExecutionResult } from "graphql";
import type { OperationAuthorizer } from "../../../../gateway/auth/authorizeOperation";
import type { AuthorizedOperation, Decisions, Operation } from "../../../../gateway/auth/authorizedOperation";
import { restoreDenied } from "../../../../gateway/auth/restoreDenied";
import { callerWith } from "./callers";
import { createSyntheticAuthorizer, operationOf, UNDECIDED } from "./syntheticAuthorizer";
import { startSyntheticGateway, type SyntheticGateway } from "./syntheticSupergraph";

let gateway: SyntheticGateway;
let authorizer: OperationAuthorizer;

beforeAll(async () => {
  gateway = await startSyntheticGateway();
  authorizer = createSyntheticAuthorizer(gateway);
});
beforeEach(() => gateway.fetched.clear());
afterAll(() => gateway.stop());

async function answer(authorized: AuthorizedOperation, operation: Operation): Promise<ExecutionResult> {
  const { document, operationKey } = authorized;
  const result =
    document === null
      ? { data: {} }
      : await gateway.execute(document, operationKey, { ...operation.variables });
  return restoreDenied(authorized, result, operation.variables);
}

async function ask(
  text: string,
  scopes: readonly string[],
  variables: Readonly<Record<string, unknown>> = {},
  decisions: Decisions = { ...UNDECIDED, extendedAccess: true },
) {
  const operation = operationOf(text, variables);
  const authorized = authorizer.authorize(operation, callerWith(scopes), decisions);
  const { data, errors } = await answer(authorized, operation);
  const told = (errors ?? []).map(
    error => `${String(error.extensions["code"])} ${(error.path ?? []).join(".")}`,
  );
  return {
    authorized,
    data: JSON.parse(JSON.stringify(data)) as unknown,
    told,
    fetched: [...gateway.fetched.keys()],
  };
}

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
    const { data, told, fetched, authorized } = await ask(text, [], variables);
    expect(path.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], data)).toBeNull();
    expect(told).toContain(`FORBIDDEN ${path.join(".")}`);
    expect(fetched).not.toContain("s1");
    expect(authorized.coordinatesDenied).toEqual(["Person.reviews"]);
  });

  test.each(roads)("%s, and there for a caller who may see it", async (_, text, variables, path) => {
    const { data, told } = await ask(text, ["review", "book"], variables);
    expect(
      path.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], data),
    ).toBeInstanceOf(Array);
    expect(told).toEqual([]);
  });

  test("excluded by a variable it is not even refused", async () => {
    const text = `query ($no: Boolean!) { person(id: "p1") { id reviews @include(if: $no) { stars } } }`;
    const { data, told } = await ask(text, [], { no: false });
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
    const { data } = await ask(text, scopes);
    expect(data).toEqual(expected);
  });

  test("nobody known sees nothing that asks for a known caller", () => {
    const { document, denied } = authorizer.authorize(operationOf(`{ people { id } }`), null, UNDECIDED);
    expect(document).toBeNull();
    expect(denied).toEqual([
      { path: ["people"], coordinate: "Query.people", nullable: true, code: "FORBIDDEN" },
    ]);
  });

  test("unmarked fields are open where the gateway was told so", () => {
    const open = createSyntheticAuthorizer(gateway, "allow");
    expect(open.authorize(operationOf(`{ unmarked }`), callerWith([]), UNDECIDED).denied).toEqual([]);
  });

  test("an alias with the name of a key shows what was asked for, not the key", async () => {
    const { data } = await ask(`{ person(id: "p1") { id: label score } }`, ["person:secret"]);
    expect(data).toEqual({ person: { id: "person 1", score: 10 } });
  });

  test("where a denied field takes its parent with it, nobody is asked whether there is one", async () => {
    const { told, fetched } = await ask(`{ person(id: "none") { id strict } }`, []);
    expect(told).toEqual(["FORBIDDEN person.strict"]);
    expect(fetched).toEqual([]);
  });
});

describe("a mutation is done whole or not at all", () => {
  test.each([
    [
      "a denied root field",
      `mutation { touch(id: "p1") { id } rename(id: "p1", label: "x") { id } }`,
      ["rename"],
    ],
    [
      "a denied root field that a variable excludes",
      `mutation ($no: Boolean!) { touch(id: "p1") { id } rename(id: "p1", label: "x") @include(if: $no) { id } }`,
      ["rename"],
    ],
    ["a result that would be lost", `mutation { touch(id: "p1") { id strict } }`, ["touch", "strict"]],
  ])("%s refuses it", (_, text, path) => {
    const { refusal } = authorizer.authorize(operationOf(text, { no: false }), callerWith([]), UNDECIDED);
    expect(refusal).toMatchObject({ path, code: "FORBIDDEN" });
  });

  test("a denied field of the result is null in an answer that is otherwise there", async () => {
    const { data, told, authorized } = await ask(`mutation { touch(id: "p1") { id secret } }`, []);
    expect(authorized.refusal).toBeNull();
    expect(data).toEqual({ touch: { id: "p1", secret: null } });
    expect(told).toEqual(["FORBIDDEN touch.secret"]);
  });
});

describe("policies are asked about before anything is planned", () => {
  const twoShops = `query ($mine: ID!, $other: ID!) {
    nodes {
      ... on Person { x: friend { cared(shop: $mine) { id } } }
      ... on Stone { x: friend { cared(shop: $other) { id } } }
    }
  }`;

  test("the same field with other arguments under another fragment is another question", () => {
    const operation = operationOf(twoShops, { mine: "A", other: "B" });
    const { questions } = authorizer.inquire(operation, callerWith([]));
    const asked = questions.map(question => question.readArguments(operation.variables)["shop"]);
    expect(asked).toEqual(["A", "B"]);
    const [mine, other] = questions.map(question => question.id);
    const answers = new Map([
      [mine ?? "", null],
      [other ?? "", "FORBIDDEN" as const],
    ]);
    const { document } = authorizer.authorize(operation, callerWith([]), { answers, extendedAccess: true });
    expect(document && print(document)).toContain("cared(shop: $mine)");
    expect(document && print(document)).not.toContain("$other");
  });

  test("one alternative granted is enough, none granted is not", async () => {
    const text = `{ owned(shop: "A", input: { shop: { code: "B" } }) { id } }`;
    const operation = operationOf(text);
    const { questions } = authorizer.inquire(operation, callerWith([]));
    expect(questions.map(question => question.argument)).toEqual(["shop", "input.shop.code"]);
    const decide = (codes: readonly (null | "FORBIDDEN" | "PURPOSE_REQUIRED")[]): Decisions => ({
      answers: new Map(questions.map((question, index) => [question.id, codes[index] ?? null])),
      extendedAccess: false,
    });
    expect((await ask(text, [], {}, decide(["FORBIDDEN", null]))).data).toEqual({ owned: { id: "p1" } });
    expect((await ask(text, [], {}, decide(["FORBIDDEN", "FORBIDDEN"]))).told).toEqual(["FORBIDDEN owned"]);
    expect((await ask(text, [], {}, decide(["FORBIDDEN", "PURPOSE_REQUIRED"]))).told).toEqual([
      "PURPOSE_REQUIRED owned",
    ]);
  });

  test("a question that nobody decided is refused", async () => {
    expect((await ask(`{ bound(id: "p1") { id } }`, [])).told).toEqual(["FORBIDDEN bound"]);
  });

  test("a row policy is left to the subgraph", async () => {
    expect(authorizer.inquire(operationOf(`{ rows { id } }`), callerWith([])).questions).toEqual([]);
    expect((await ask(`{ rows { id } }`, [])).data).toEqual({ rows: [{ id: "p4" }] });
  });

  test("what lies beyond the step limit is asked about too, so that nothing goes undecided when it is allowed", () => {
    const operation = operationOf(`{ person(id: "p1") { friend { friend { cared(shop: "A") { id } } } } }`);
    const inquiry = authorizer.inquire(operation, callerWith([]));
    expect(inquiry.exceedsSteps).toBe(true);
    expect(inquiry.questions).toHaveLength(1);
    const { document } = authorizer.authorize(operation, callerWith([]), {
      answers: new Map(),
      extendedAccess: true,
    });
    expect(document && print(document)).not.toContain("cared");
  });
});

describe("everything is computed once", () => {
  const operation = operationOf(`query ($id: ID!) { person(id: $id) { id secret } }`, { id: "p1" });

  test("the same document and rights give the same object, whatever the variables", () => {
    const first = authorizer.authorize(operation, callerWith(["a", "b"]), UNDECIDED);
    const again = { ...operation, variables: { id: "p2" } };
    expect(authorizer.authorize(again, callerWith(["b", "a"]), UNDECIDED)).toBe(first);
  });

  test("other rights give another document under another key, and those denied the same share a plan", () => {
    const key = (scopes: readonly string[]) =>
      authorizer.authorize(operation, callerWith(scopes), UNDECIDED).operationKey;
    expect(key([])).toBe(key(["search"]));
    expect(key([])).not.toBe(key(["person:secret"]));
  });

  test("nothing denied leaves the document as it is", () => {
    expect(authorizer.authorize(operation, callerWith(["person:secret"]), UNDECIDED).document).toBe(
      operation.document,
    );
  });

  test("variables of what was taken out are not declared any more", () => {
    const { document } = authorizer.authorize(
      operationOf(`query ($id: ID!, $mood: Mood) { person(id: $id) { id } inMood(mood: $mood) { id } }`),
      callerWith([]),
      UNDECIDED,
    );
    expect(document && print(document)).toMatch(/^query \(\$id: ID!\)/);
  });

  test("an operation that multiplies beyond reason is refused before it is planned", () => {
    const fragments = Array.from(
      { length: 20 },
      (_, n) => `fragment F${n} on Person { ...F${n + 1} ...F${n + 1} }`,
    );
    const text = `{ person(id: "p1") { ...F0 } } ${fragments.join(" ")} fragment F20 on Person { id }`;
    expect(() => authorizer.authorize(operationOf(text), callerWith([]), UNDECIDED)).toThrow(
      "too many fields",
    );
  });
});
