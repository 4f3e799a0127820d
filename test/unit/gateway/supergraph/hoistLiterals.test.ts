import fc from "fast-check";
import {
  buildSchema,
  execute,
  getOperationAST,
  GraphQLScalarType,
  parse,
  print,
  validate,
  visit,
  type DocumentNode,
} from "graphql";
import { hoistLiterals } from "../../../../gateway/supergraph/hoistLiterals";

const schema = buildSchema(`
  type Query { echo(value: Everything, list: [Int!], id: ID, first: Int! = 50, kind: Kind, any: Json): String self: Query! }
  input Everything { id: ID ids: [ID!] text: String int: Int float: Float yes: Boolean kind: Kind any: Json inner: Everything list: [Everything!] matrix: [[Int!]!] limit: Int! = 7 }
  enum Kind { NOVEL POEMS }
  scalar Json
`);
(schema.getType("Json") as GraphQLScalarType).serialize = value => value;

const rootValue: Record<string, unknown> = { echo: (args: unknown) => JSON.stringify(args) };
rootValue["self"] = () => rootValue;

function hoist(text: string) {
  const document = parse(text);
  return hoistLiterals(schema, document, getOperationAST(document)!);
}

async function answersOf(document: DocumentNode, variableValues: Record<string, unknown>) {
  const { data, errors } = await execute({ schema, document, rootValue, variableValues });
  expect(errors).toBeUndefined();
  return data;
}

/** A literal of the language for a value of each kind. */
const text = fc.string({ maxLength: 12, unit: "grapheme" }).map(value => JSON.stringify(value));
const int = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map(String);
const id = fc.oneof(text, int, fc.bigInt({ min: 0n, max: 10n ** 18n }).map(String));
const float = fc.oneof(
  int,
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map(value => value.toFixed(3)),
);
const yes = fc.boolean().map(String);
const kind = fc.constantFrom("NOVEL", "POEMS");
const nullable = (literal: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 9, arbitrary: literal }, { weight: 1, arbitrary: fc.constant("null") });
/** A single value may stand for a list of one. */
const listOf = (literal: fc.Arbitrary<string>) =>
  fc.oneof(
    literal,
    fc.array(literal, { maxLength: 3 }).map(items => `[${items.join(", ")}]`),
  );
const json = fc.letrec<{ value: string }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    int,
    yes,
    fc.array(tie("value"), { maxLength: 3 }).map(items => `[${items.join(" ")}]`),
    fc
      .array(tie("value"), { maxLength: 2 })
      .map(items => `{${items.map((item, index) => `k${index}: ${item}`).join(" ")}}`),
  ),
})).value;

const object = fc.letrec<{ value: string }>(tie => ({
  value: fc
    .record(
      {
        id: nullable(id),
        ids: nullable(listOf(id)),
        text: nullable(text),
        int: nullable(int),
        float: nullable(float),
        yes: nullable(yes),
        kind: nullable(kind),
        any: json,
        matrix: fc
          .array(fc.array(int, { maxLength: 2 }), { maxLength: 2 })
          .map(rows => `[${rows.map(row => `[${row.join(" ")}]`).join(" ")}]`),
        inner: nullable(fc.oneof({ maxDepth: 3 }, fc.constant("{}"), tie("value"))),
        list: nullable(listOf(fc.oneof({ maxDepth: 3 }, fc.constant("{}"), tie("value")))),
        limit: int,
      },
      { requiredKeys: [] },
    )
    .map(
      fields =>
        `{ ${Object.entries(fields)
          .map(([name, value]) => `${name}: ${value}`)
          .join(", ")} }`,
    ),
})).value;

const argumentTexts = fc
  .record(
    {
      value: nullable(object),
      list: nullable(listOf(int)),
      id: nullable(id),
      first: int,
      kind: nullable(kind),
      any: json,
    },
    { requiredKeys: [] },
  )
  .map(fields =>
    Object.entries(fields)
      .map(([name, value]) => `${name}: ${value}`)
      .join(", "),
  );

const field = argumentTexts.map(texts => (texts === "" ? "echo" : `echo(${texts})`));

describe("hoisting the literals of an operation", () => {
  test("changes no answer and leaves no literal", async () => {
    await fc.assert(
      fc.asyncProperty(field, field, field, async (one, two, three) => {
        const source = `query Q($n: Int = 3) { a: ${one} self { ...F ... on Query { b: ${two} } } c: echo(first: $n) } fragment F on Query { d: ${three} }`;
        const document = parse(source);
        fc.pre(validate(schema, document).length === 0);
        const hoisted = hoist(source);
        expect(validate(schema, hoisted.document)).toEqual([]);
        expect(await answersOf(hoisted.document, hoisted.variablesOf({}))).toEqual(
          await answersOf(document, {}),
        );
        const values: string[] = [];
        visit(hoisted.document, { Argument: ({ value }) => void values.push(value.kind) });
        expect(values.filter(kindOfValue => kindOfValue !== "Variable")).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("makes one text of two operations that differ in values alone", () => {
    const [one, two] = [
      `{ echo(id: 1, value: { text: "a" }) }`,
      `{ echo(id: 22, value: { ids: ["x"], int: 3 }) }`,
    ].map(hoist);
    expect(print(one!.document)).toBe(print(two!.document));
    expect(one!.variablesOf({})).not.toEqual(two!.variablesOf({}));
  });

  test("keeps all digits of an identifier written as a number", () => {
    expect(hoist(`{ echo(id: 110101199003074477, any: 110101199003074477) }`).variablesOf({})).toEqual({
      literal_0: "110101199003074477",
      literal_1: "110101199003074477",
    });
  });

  test("puts a literal together with the variables in it; what was not given is left out, or null in a list", async () => {
    const source = `query($t: String, $i: Int, $n: [Int!] = [4]) { echo(value: { text: $t, int: $i, limit: 2, list: [{ int: $i }] }, any: { a: [$t, 1] }) b: echo(list: $n) c: echo(value: { matrix: [$n, [1]] }) }`;
    const hoisted = hoist(source);
    for (const given of [{}, { t: "x" }, { t: null, i: 7, n: [1, 2] }]) {
      expect(await answersOf(hoisted.document, hoisted.variablesOf(given))).toEqual(
        await answersOf(parse(source), given),
      );
    }
  });

  test("takes values out from between variables, in lists and objects", async () => {
    const source = `query($t: String, $i: Int!) { echo(value: { text: $t, int: 4, list: [{ int: $i }, { int: 5 }] }, list: [1, $i, 3]) }`;
    const hoisted = hoist(source);
    expect(print(hoisted.document)).not.toMatch(/: \d|\b[1345]\b/);
    const given = { t: "x", i: 2 };
    expect(await answersOf(hoisted.document, hoisted.variablesOf(given))).toEqual(
      await answersOf(parse(source), given),
    );
  });

  test("takes defaults of variables out of the text; what the client gives goes before them", async () => {
    const source = `query($n: Int = 9, $k: Kind = POEMS, $e: Everything = { text: "default" }) { echo(first: $n, kind: $k, value: $e) self { echo(first: $n) } }`;
    const hoisted = hoist(source);
    expect(print(hoisted.document)).not.toMatch(/default|POEMS|9/);
    for (const given of [{}, { n: 2, k: "NOVEL" }, { k: null, e: { int: 1 } }]) {
      expect(await answersOf(hoisted.document, hoisted.variablesOf(given))).toEqual(
        await answersOf(parse(source), given),
      );
    }
  });

  test("a default that made a variable fit keeps it fitting", () => {
    const hoisted = hoist(
      `query($yes: Boolean = true, $i: Int = 1) { self @include(if: $yes) { echo(list: [$i]) } }`,
    );
    expect(print(hoisted.document)).toContain("($yes: Boolean!, $literal_0: [Int!])");
    expect(validate(schema, hoisted.document)).toEqual([]);
  });

  test("conditions stay where they are", () => {
    expect(print(hoist(`{ self @skip(if: false) { echo(id: 1) } }`).document)).toContain("@skip(if: false)");
  });

  test("a variable of the client's own with a name of ours, or of the planner's, does no harm", () => {
    const hoisted = hoist(
      `query($literal_0: Int!, $representations: ID, $representations_: ID) { echo(first: $literal_0, id: $representations, list: 3) a: echo(id: $representations_) }`,
    );
    expect(hoisted.variablesOf({ literal_0: 1, representations: "a", representations_: "b" })).toEqual({
      literal_0: 1,
      literal__0: 3,
      representations__: "a",
      representations_: "b",
    });
    expect(validate(schema, hoisted.document)).toEqual([]);
    expect(print(hoisted.document)).not.toContain("$representations,");
  });

  test("an operation is taken alone, with the fragments it uses", () => {
    const document = parse(
      `query A { ...F } query B { echo } fragment F on Query { ...G } fragment G on Query { echo } fragment H on Query { echo }`,
    );
    const { document: hoisted } = hoistLiterals(schema, document, getOperationAST(document, "A")!);
    expect(hoisted.definitions.map(one => "name" in one && one.name?.value)).toEqual(["A", "F", "G"]);
  });
});
