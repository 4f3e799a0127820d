import { buildSchema, parse } from "graphql";
import { createOperationCost } from "../../../../gateway/supergraph/operationCost";

const schema = buildSchema(`
  type Query { people(first: Int! = 20): [Person!] named(names: [String!]!): [Person] person: Person all: [Person!] }
  type Person { name: String lines(first: Int! = 100): Lines friends: [Person!] best: Person }
  type Lines { total: Int nodes: [Line!]! info: Info }
  type Line { number: String flags: [Info!] }
  type Info { a: Int }
`);

const costOf = (text: string, variables: Record<string, unknown> = {}) =>
  createOperationCost(schema, parse(text))(variables);

describe("what an operation costs", () => {
  test.each<[string, string, Record<string, unknown>, number]>([
    ["a value each", `{ person { name best { name } } }`, {}, 1 + 1 + (1 + 1)],
    ["a list by its variable", `query($n: Int!) { people(first: $n) { name } }`, { n: 7 }, 1 + 7],
    ["a list by its default", `{ people { name } }`, {}, 1 + 20],
    ["a list that says nothing, by assumption", `{ all { name } }`, {}, 1 + 10],
    [
      "a list by the list that was given",
      `query($n: [String!]!) { named(names: $n) { name } }`,
      { n: ["a", "b", "c"] },
      1 + 3,
    ],
    [
      "a page once, its nodes as often as it allows",
      `query($n: Int!) { person { lines(first: $n) { total nodes { number } info { a } } } }`,
      { n: 5 },
      1 + 1 + 1 + (1 + 5) + (1 + 1),
    ],
    [
      "a list within a page's nodes by assumption",
      `query($n: Int!) { person { lines(first: $n) { nodes { flags { a } } } } }`,
      { n: 2 },
      1 + 1 + 1 + 2 * (1 + 10),
    ],
    ["lists in lists multiplied", `{ all { friends { name } } }`, {}, 1 + 10 * (1 + 10)],
    [
      "fragments as if written out",
      `{ all { ...F } person { ... on Person { ...F } } } fragment F on Person { name }`,
      {},
      1 + 10 + 1 + 1,
    ],
    ["a negative number as one", `query($n: Int!) { people(first: $n) { name } }`, { n: -1_000 }, 1 + 1],
  ])("counts %s", (_, text, variables, cost) => {
    expect(costOf(text, variables)).toBe(cost);
  });
});
