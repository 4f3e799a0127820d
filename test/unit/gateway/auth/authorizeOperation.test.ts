import { print } from "graphql";
import type { Decisions } from "../../../../gateway/auth/authorizedOperation";
import { startSyntheticHub, type SyntheticHub } from "./askSynthetic";
import { callerWith } from "./callers";
import { operationOf, UNDECIDED } from "./syntheticAuthorizer";

let hub: SyntheticHub;

beforeAll(async () => {
  hub = await startSyntheticHub();
});
afterAll(() => hub.gateway.stop());

describe("a mutation is done whole or not at all", () => {
  test.each([
    [
      "a denied root field",
      `mutation { touch(id: "p1") { id } rename(id: "p1", label: "x") { id } }`,
      ["rename"],
    ],
    ["a result that would be lost", `mutation { touch(id: "p1") { id strict } }`, ["touch", "strict"]],
  ])("%s refuses it", (_, text, path) => {
    const { refusal } = hub.authorizer.authorize(operationOf(text), callerWith([]), UNDECIDED);
    expect(refusal).toMatchObject({ path, code: "FORBIDDEN" });
  });

  test("a denied root field refuses it where a variable includes it, and is no part of it where none does", async () => {
    const text = `mutation ($on: Boolean!) { touch(id: "p1") { id } rename(id: "p1", label: "x") @include(if: $on) { id } }`;
    const included = await hub.ask(text, [], { on: true });
    expect(included.authorized.refusal).toMatchObject({ path: ["rename"], code: "FORBIDDEN" });
    const excluded = await hub.ask(text, [], { on: false });
    expect(excluded.authorized.refusal).toBeNull();
    expect(excluded).toMatchObject({ data: { touch: { id: "p1" } }, told: [] });
  });

  test("a denied field of the result is null in an answer that is otherwise there", async () => {
    const { data, told, authorized } = await hub.ask(`mutation { touch(id: "p1") { id secret } }`, []);
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
    const { questions } = hub.authorizer.inquire(operation, callerWith([]));
    const asked = questions.map(question => question.readArguments(operation.variables)["shop"]);
    expect(asked).toEqual(["A", "B"]);
    const [mine, other] = questions.map(question => question.id);
    const answers = new Map([
      [mine ?? "", null],
      [other ?? "", "FORBIDDEN" as const],
    ]);
    const { document } = hub.authorizer.authorize(operation, callerWith([]), {
      answers,
      extendedAccess: true,
    });
    expect(document && print(document)).toContain("cared(shop: $mine)");
    expect(document && print(document)).not.toContain("$other");
  });

  test("one alternative granted is enough, none granted is not", async () => {
    const text = `{ owned(shop: "A", input: { shop: { code: "B" } }) { id } }`;
    const operation = operationOf(text);
    const { questions } = hub.authorizer.inquire(operation, callerWith([]));
    expect(questions.map(question => question.argument)).toEqual(["shop", "input.shop.code"]);
    const decide = (codes: readonly (null | "FORBIDDEN" | "PURPOSE_REQUIRED")[]): Decisions => ({
      answers: new Map(questions.map((question, index) => [question.id, codes[index] ?? null])),
      extendedAccess: false,
    });
    expect((await hub.ask(text, [], {}, decide(["FORBIDDEN", null]))).data).toEqual({ owned: { id: "p1" } });
    expect((await hub.ask(text, [], {}, decide(["FORBIDDEN", "FORBIDDEN"]))).told).toEqual([
      "FORBIDDEN owned",
    ]);
    expect((await hub.ask(text, [], {}, decide(["FORBIDDEN", "PURPOSE_REQUIRED"]))).told).toEqual([
      "PURPOSE_REQUIRED owned",
    ]);
  });

  test("a question that nobody decided is refused", async () => {
    expect((await hub.ask(`{ bound(id: "p1") { id } }`, [])).told).toEqual(["FORBIDDEN bound"]);
  });

  test("a row policy is left to the subgraph", async () => {
    expect(hub.authorizer.inquire(operationOf(`{ rows { id } }`), callerWith([])).questions).toEqual([]);
    expect((await hub.ask(`{ rows { id } }`, [])).data).toEqual({ rows: [{ id: "p4" }] });
  });

  test("what lies beyond the step limit is asked about too, so that nothing goes undecided when it is allowed", () => {
    const operation = operationOf(`{ person(id: "p1") { friend { friend { cared(shop: "A") { id } } } } }`);
    const inquiry = hub.authorizer.inquire(operation, callerWith([]));
    expect(inquiry.exceedsSteps).toBe(true);
    expect(inquiry.questions).toHaveLength(1);
    const { document } = hub.authorizer.authorize(operation, callerWith([]), {
      answers: new Map(),
      extendedAccess: true,
    });
    expect(document && print(document)).not.toContain("cared");
  });
});

describe("everything is computed once", () => {
  const operation = operationOf(`query ($id: ID!) { person(id: $id) { id secret } }`, { id: "p1" });

  test("the same document and rights give the same object, whatever the variables", () => {
    const first = hub.authorizer.authorize(operation, callerWith(["a", "b"]), UNDECIDED);
    const again = { ...operation, variables: { id: "p2" } };
    expect(hub.authorizer.authorize(again, callerWith(["b", "a"]), UNDECIDED)).toBe(first);
  });

  test("other rights give another document under another key, and those denied the same share a plan", () => {
    const key = (scopes: readonly string[]) =>
      hub.authorizer.authorize(operation, callerWith(scopes), UNDECIDED).operationKey;
    expect(key([])).toBe(key(["search"]));
    expect(key([])).not.toBe(key(["person:secret"]));
  });

  test("nothing denied leaves the document as it is", () => {
    expect(hub.authorizer.authorize(operation, callerWith(["person:secret"]), UNDECIDED).document).toBe(
      operation.document,
    );
  });

  test("variables of what was taken out are not declared any more", () => {
    const { document } = hub.authorizer.authorize(
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
    expect(() => hub.authorizer.authorize(operationOf(text), callerWith([]), UNDECIDED)).toThrow(
      "too many fields",
    );
  });
});
