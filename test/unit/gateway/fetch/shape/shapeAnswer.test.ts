import { buildSchema, parse } from "graphql";
import { readResultShape } from "../../../../../gateway/fetch/shape/resultShape";
import { shapeAnswer } from "../../../../../gateway/fetch/shape/shapeAnswer";

const SCHEMA = buildSchema(`
  type Query { one: One  must: One!  list: [Must]  lists: [[Must!]]  found: [Found!]  leaf: Leaf }
  type One { id: ID  name: String  below: Must }
  type Must { id: ID!  name: String  deep: Must }
  union Found = One | Must
  enum Kind { A B }
  scalar Json
  type Leaf { string: String  id: ID  int: Int  float: Float  yes: Boolean  kind: Kind  any: Json  ints: [Int!] }
`);

function shape(text: string, gathered: Record<string, unknown>, variables: Record<string, unknown> = {}) {
  const { data, violations } = shapeAnswer(readResultShape(SCHEMA, parse(text))(variables), gathered);
  return { text: JSON.stringify(data), violations: violations.map(path => path.join(".")) };
}

describe("an answer", () => {
  test("has what was asked for and no more, in the order of the operation", () => {
    const gathered = { one: { __typename: "One", id: "1", more: true, n: "x" }, must: { id: "2" } };
    expect(
      shape(`{ must { ...F } one { n: name ...F } } fragment F on One { id __typename }`, gathered),
    ).toEqual({
      text: `{"must":{"id":"2","__typename":"One"},"one":{"n":"x","id":"1","__typename":"One"}}`,
      violations: [],
    });
  });

  test("has of one thing selected twice everything that either selects", () => {
    const gathered = { one: { id: "1", below: { id: "2", name: "x" } } };
    const text = `{ one { below { id } ... on One { id below { name } } } }`;
    expect(shape(text, gathered).text).toBe(`{"one":{"below":{"id":"2","name":"x"},"id":"1"}}`);
  });

  test("has null for what nobody brought", () => {
    expect(shape(`{ one { id name } list { id } }`, { one: {} })).toEqual({
      text: `{"one":{"id":null,"name":null},"list":null}`,
      violations: [],
    });
  });

  test("leaves out what variables leave out, for each request anew", () => {
    const read = readResultShape(
      SCHEMA,
      parse(`query ($yes: Boolean!) { one { id @include(if: $yes) name } }`),
    );
    const gathered = { one: { id: "1", name: "x" } };
    const answers = [true, false, true].map(yes => shapeAnswer(read({ yes }), gathered).data);
    expect(answers).toEqual([gathered, { one: { name: "x" } }, gathered]);
  });

  test("takes of an object that may be of several types what is selected of its own", () => {
    const found = [
      { __typename: "Must", id: "1", name: "x" },
      { __typename: "One", id: "2", name: "y" },
    ];
    expect(shape(`{ found { __typename ... on One { name } ... on Must { id } } }`, { found }).text).toBe(
      `{"found":[{"__typename":"Must","id":"1"},{"__typename":"One","name":"y"}]}`,
    );
  });

  test.each<[string, string, Record<string, unknown>, string, string[]]>([
    [
      "takes the object along",
      `{ one { id below { id name } } }`,
      { one: { id: "1", below: { name: "x" } } },
      `{"one":{"id":"1","below":null}}`,
      ["one.below.id"],
    ],
    [
      "takes everything along where nothing above may be null",
      `{ must { id below { id } } }`,
      {},
      `null`,
      ["must"],
    ],
    [
      "takes an item of a list along",
      `{ list { id } }`,
      { list: [{ id: "1" }, {}, null] },
      `{"list":[{"id":"1"},null,null]}`,
      ["list.1.id"],
    ],
    [
      "takes a list along whose items must be there, once for each item",
      `{ lists { id } }`,
      { lists: [[{ id: "1" }, {}, null], [{ id: "2" }]] },
      `{"lists":[null,[{"id":"2"}]]}`,
      ["lists.0.1.id", "lists.0.2"],
    ],
    [
      "is told once, where it began",
      `{ must { below { deep { id } id } } }`,
      { must: { below: { id: "1", deep: {} } } },
      `{"must":{"below":{"deep":null,"id":"1"}}}`,
      ["must.below.deep.id"],
    ],
  ])("where null may not stand it %s", (_, text, gathered, expected, violations) => {
    expect(shape(text, gathered)).toEqual({ text: expected, violations });
  });

  test.each<[string, unknown]>([
    ["string", 1],
    ["string", {}],
    ["id", 1.5],
    ["id", true],
    ["int", 1.5],
    ["int", "1"],
    ["float", "1"],
    ["float", Infinity],
    ["yes", "true"],
    ["yes", 0],
    ["kind", "C"],
    ["kind", "toString"],
    ["kind", 1],
    ["ints", 1],
    ["ints", ["1"]],
  ])("has no %s that is %j: null, and it is said", (name, value) => {
    const { text, violations } = shape(`{ leaf { ${name} } }`, { leaf: { [name]: value } });
    expect(text).toBe(`{"leaf":{"${name}":null}}`);
    expect(violations).toEqual([Array.isArray(value) ? `leaf.${name}.0` : `leaf.${name}`]);
  });

  test.each<[string, unknown]>([
    ["string", ""],
    ["id", "1"],
    ["id", 7],
    ["int", 0],
    ["float", 1],
    ["float", 1.5],
    ["yes", false],
    ["kind", "B"],
    ["any", { deep: ["x", null] }],
    ["any", 0],
    ["ints", []],
    ["ints", [0, 1]],
  ])("has a %s that is %j", (name, value) => {
    expect(shape(`{ leaf { ${name} } }`, { leaf: { [name]: value } })).toEqual({
      text: JSON.stringify({ leaf: { [name]: value } }),
      violations: [],
    });
  });

  test.each<[string, string, Record<string, unknown>, string]>([
    ["a list where an object was asked for", `{ one { id } }`, { one: [] }, "one"],
    ["an object where a list was asked for", `{ list { id } }`, { list: {} }, "list"],
    ["text where an object was asked for", `{ one { id } }`, { one: "x" }, "one"],
    [
      "an object of no known type",
      `{ found { ... on One { id } } }`,
      { found: [{ __typename: "Query" }, { __typename: "Ghost" }].slice(1) },
      "found.0",
    ],
    [
      "an object that does not say its type",
      `{ found { ... on One { id } } }`,
      { found: [{ id: "1" }] },
      "found.0",
    ],
  ])("does not take %s: null, and it is said", (_, text, gathered, where) => {
    const { text: answer, violations } = shape(text, gathered);
    expect(violations).toEqual([where]);
    expect(answer).toContain("null");
  });

  test("about the schema is none that could be fetched: it is refused before anybody is asked", () => {
    const read = () => readResultShape(SCHEMA, parse(`{ one { id } __schema { types { name } } }`));
    expect(read).toThrow("an answer cannot have Query.__schema");
  });
});
