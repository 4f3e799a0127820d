import { createInProcessTransport } from "../../../gateway/fetch/inProcessTransport";
import type { Gateway } from "../../../gateway/gatewayParts";
import { permitEverything } from "../../../scripts/bench/rig/permitEverything";
import type { AnsweredOperation, UnderstoodOperation } from "../../../gateway/requestContext";
import {
  ask,
  CARD_TOKENS,
  inProcessLibrary,
  startLibraryHub,
  tokenOf,
  type AskedQuestion,
} from "./support/libraryHub";
import { seenCards } from "./support/libraryWorld";

describe("people named in the inputs of an operation", () => {
  const asked: AskedQuestion[] = [];
  const permitted: UnderstoodOperation[] = [];
  const answered: AnsweredOperation[] = [];
  let tokenised = 0;
  let hub: Gateway;

  beforeAll(async () => {
    hub = await startLibraryHub({
      transport: createInProcessTransport(new Map(inProcessLibrary(asked))),
      tokenising: {
        ...CARD_TOKENS,
        tokenise(value) {
          tokenised += 1;
          return CARD_TOKENS.tokenise(value);
        },
      },
      createGuard: () => ({
        permit(operation, claims) {
          permitted.push(operation);
          return permitEverything.permit(operation, claims);
        },
      }),
      audit: {
        begin: () => () => undefined,
        refuse: () => Promise.resolve(undefined),
        intend: () => Promise.resolve(),
        record: operation =>
          Promise.resolve(void answered.push(operation)).then(() => ({ sequence: answered.length })),
      },
    });
  });
  afterAll(() => hub.close());
  beforeEach(() => {
    for (const list of [asked, permitted, answered, seenCards]) list.length = 0;
    tokenised = 0;
  });

  const places: readonly (readonly [string, string, object])[] = [
    ["a literal", `{ reader(card: { number: "12 34567" }) { id loans { state } } }`, {}],
    [
      "a variable",
      `query($c: CardInput!) { reader(card: $c) { id loans { state } } }`,
      { c: { number: "1234567" } },
    ],
    [
      "a default",
      `query($c: CardInput = { number: "1234567" }) { reader(card: $c) { id loans { state } } }`,
      {},
    ],
    [
      "a part of a literal",
      `query($n: String!) { reader(card: { number: $n, country: "CN" }) { id loans { state } } }`,
      { n: "1234567" },
    ],
    [
      "a fragment",
      `{ ...F } fragment F on Query { reader(card: { number: "1234567" }) { id loans { state } } }`,
      {},
    ],
  ];

  test.each(places)(
    "are tokenised once, from %s, and subgraphs see no number",
    async (_, query, variables) => {
      const { body } = await ask(hub, query, variables);
      expect(body.errors).toBeUndefined();
      expect(body.data).toEqual({ reader: { id: tokenOf("1234567"), loans: [{ state: "LENT" }] } });
      expect(tokenised).toBe(1);
      expect(seenCards.length).toBeGreaterThan(0);
      for (const card of seenCards) expect(card).toMatchObject({ number: "", token: tokenOf("1234567") });
      expect(JSON.stringify(asked)).not.toContain("1234567");
      expect(permitted[0]?.tokens).toEqual([tokenOf("1234567")]);
      expect(answered[0]?.operation.tokens).toEqual([tokenOf("1234567")]);
    },
  );

  test("are found in lists, in one given for a list, and named each once", async () => {
    const cards = [{ number: "1234567" }, { number: "7654321" }, { number: "1234567" }];
    const query = `query($c: [CardInput!]!) { readers(cards: $c) { id } }`;
    expect((await ask(hub, query, { c: cards })).body.data).toEqual({
      readers: cards.map(({ number }) => ({ id: tokenOf(number) })),
    });
    expect(permitted[0]?.tokens).toEqual([tokenOf("1234567"), tokenOf("7654321")]);
    expect((await ask(hub, query, { c: { number: "1234567" } })).body.data).toEqual({
      readers: [{ id: tokenOf("1234567") }],
    });
    expect(permitted[1]?.tokensIn(permitted[1].variables["c"])).toEqual([tokenOf("1234567")]);
  });

  test("keep their numbers, normalised, in a mutation", async () => {
    const query = `mutation { addBook(input: { id: 9, title: "New", card: { number: "12 34567" } }) { id inStock } }`;
    const { body } = await ask(hub, query);
    expect(body.data).toEqual({ addBook: { id: "9", inStock: true } });
    expect(seenCards).toEqual([{ number: "1234567", token: tokenOf("1234567") }]);
  });

  test.each([
    ["a literal", `{ one: reader(card: { number: "12" }) { id } }`, {}, ["one"], ["card"]],
    [
      "a variable",
      `query($c: [CardInput!]!) { ...F } fragment F on Query { readers(cards: $c) { id } }`,
      { c: [{ number: "1234567" }, { number: "9876543210123" }] },
      ["readers"],
      ["cards", 1],
    ],
    [
      "an input",
      `mutation($i: AddBookInput!) { addBook(input: $i) { id } }`,
      { i: { id: 1, title: "x", card: { number: "x" } } },
      ["addBook"],
      ["input", "card"],
    ],
  ])("are refused with their place where they name nobody: %s", async (_, query, variables, path, input) => {
    const { status, body } = await ask(hub, query, variables);
    expect(status).toBe(400);
    expect(body).toEqual({
      errors: [
        { message: "A card number has seven digits.", path, extensions: { code: "INVALID_DOCUMENT", input } },
      ],
    });
    expect(asked).toEqual([]);
    expect(JSON.stringify(body)).not.toContain("9876543210123");
  });

  test("cannot be given as a token by the client", async () => {
    const query = `query($c: CardInput!) { reader(card: $c) { id } }`;
    const { status, body } = await ask(hub, query, { c: { number: "1234567", token: "of somebody else" } });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      {
        message: "The value does not fit its type.",
        path: ["reader"],
        extensions: { code: "BAD_INPUT", input: ["card"] },
      },
    ]);
    const literal = await ask(hub, `{ reader(card: { number: "1234567", token: "x" }) { id } }`);
    expect(literal.body.errors).toMatchObject([{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
    expect(asked).toEqual([]);
  });

  test("are not echoed where a variable does not fit", async () => {
    const query = `query($c: CardInput!) { reader(card: $c) { id } }`;
    const { status, body } = await ask(hub, query, { c: { number: { wrong: "110101199003074477" } } });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).not.toContain("110101");
    expect(body.errors).toMatchObject([
      { path: ["reader"], extensions: { code: "BAD_INPUT", input: ["card", "number"] } },
    ]);
  });

  test("a thousand that name nobody are answered with ten errors", async () => {
    const c = Array.from({ length: 1_000 }, () => ({ number: "x" }));
    const { body } = await ask(hub, `query($c: [CardInput!]!) { readers(cards: $c) { id } }`, { c });
    expect(body.errors).toHaveLength(10);
  });
});
