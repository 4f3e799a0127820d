// Nothing of the domain: interfaces, unions, lists, entities over two subgraphs, and rules on all of them.
const HEAD = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
    "@key", "@shareable", "@requires", "@external", "@tag", "@authenticated", "@policy", "@inaccessible",
    { name: "@requiresScopes", as: "@scoped" }])\n`;

/** One subgraph. */
export const LIBRARY = `${HEAD}
type Query {
  node(id: ID!): Node @authenticated
  nodes: [Node] @authenticated
  strictNodes: [Node!]! @authenticated
  search: [Hit] @scoped(scopes: [["search"]])
  person(id: ID!): Person @authenticated
  people: [Person!] @authenticated
  book(id: ID!): Book @authenticated
  inMood(mood: Mood): [Person!] @authenticated
  found(filter: Filter): [Person!] @authenticated
  strict: String! @scoped(scopes: [["strict"]])
  owned(shop: ID!, input: ShopInput): Person @authenticated @policy(policies: [["own_shop:shop"], ["own_shop:input.shop.code"]])
  bound(id: ID!): Person @authenticated @policy(policies: [["bound"]])
  rows: [Person!] @authenticated @policy(policies: [["own_shop"]])
  unmarked: Int
}
type Mutation {
  rename(id: ID!, label: String!): Person @scoped(scopes: [["write"]])
  drop(id: ID!): Book! @scoped(scopes: [["write"]])
  touch(id: ID!): Person! @authenticated
}
interface Node { id: ID! secret: String label: String self: Node friend: Person }
union Hit = Person | Book | Stone
input ShopInput { shop: ShopCode! }
input ShopCode { code: ID! }
input Filter { mood: Mood label: String deeper: Filter }
enum Mood @scoped(scopes: [["mood"]]) { CALM STORMY }
scalar Weight @scoped(scopes: [["weight"]])
type Person implements Node @key(fields: "id") @tag(name: "person") @authenticated {
  id: ID!
  secret: String @scoped(scopes: [["person:secret"], ["staff", "secret"]])
  label: String
  self: Person
  friend: Person
  friends: [Person!]
  links(depth: Int! = 1): [Link!]
  mood: Mood
  owns: [Hit!]
  strict: String! @scoped(scopes: [["strict"]])
  shelf: Shelf
  strictShelf: Shelf!
  cared(shop: ID!): Stone @policy(policies: [["own_shop:shop"]])
}
type Link @authenticated { to: Person book: Book weight: Int! }
type Book implements Node @key(fields: "id") @scoped(scopes: [["book"]]) {
  id: ID! secret: String @scoped(scopes: [["book:secret"]]) label: String
  self: Book! friend: Person owner: Person pages: Int! @scoped(scopes: [["strict"]])
}
type Stone implements Node @authenticated {
  id: ID! secret: String label: String self: Stone friend: Person weight: Weight
}
type Shelf @authenticated { id: ID! top: Book! any: Node! items: [Hit!]! rows: [[Node]!] bare: Bare }
type Bare { value: Int marked: Int @authenticated }
`;

/** The other. */
export const REVIEWS = `${HEAD}
type Person @key(fields: "id") @tag(name: "person") @authenticated {
  id: ID!
  secret: String @external
  reviews: [Review!] @scoped(scopes: [["review"]])
  score: Int @requires(fields: "secret") @scoped(scopes: [["person:secret"], ["staff", "secret"]])
}
type Book @key(fields: "id") @scoped(scopes: [["book"]]) { id: ID! reviews: [Review!] }
type Review @authenticated { stars: Int! by: Person about: Book text: String @scoped(scopes: [["text"]]) }
`;

/** Written by hand, apart from the SDL: what each place asks. A place that is not here asks nothing beyond a caller. */
export const ASKED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "Query.search": [["search"]],
  "Query.strict": [["strict"]],
  "Mutation.rename": [["write"]],
  "Mutation.drop": [["write"]],
  Mood: [["mood"]],
  Weight: [["weight"]],
  "Person.secret": [["person:secret"], ["staff", "secret"]],
  "Person.strict": [["strict"]],
  "Person.reviews": [["review"]],
  "Person.score": [["person:secret"], ["staff", "secret"]],
  Book: [["book"]],
  "Book.secret": [["book:secret"]],
  "Book.pages": [["strict"]],
  "Review.text": [["text"]],
};

/** Denied to everybody, since nothing is said about them. */
export const UNMARKED = ["Query.unmarked", "Bare.value"];

/** Every scope that something asks. */
export const ALL_SCOPES = [...new Set(Object.values(ASKED).flat(2))].sort();

/** An object as its resolvers give it. */
export type Row = Record<string, unknown>;

const person = (n: number): Row => ({
  __typename: "Person",
  id: `p${n}`,
  secret: `secret of p${n}`,
  label: n % 3 === 0 ? null : `person ${n}`,
  self: () => person(n),
  friend: () => (n === 4 ? null : person((n + 1) % 5)),
  friends: () => [person((n + 1) % 5), person((n + 2) % 5)],
  links: () => [{ to: () => person((n + 1) % 5), book: () => book(n), weight: n }],
  mood: n % 2 === 0 ? "CALM" : "STORMY",
  owns: () => [person((n + 3) % 5), book(n), stone(n)],
  strict: `strict ${n}`,
  shelf: () => (n === 2 ? null : shelf(n)),
  strictShelf: () => shelf(n),
  cared: () => stone(n),
  reviews: () => [review(n), review(n + 1)],
  score: n * 10,
});
const book = (n: number): Row => ({
  __typename: "Book",
  id: `b${n}`,
  secret: `secret of b${n}`,
  label: `book ${n}`,
  self: () => book(n),
  friend: () => person(n % 5),
  owner: () => person((n + 1) % 5),
  pages: n,
  reviews: () => (n === 1 ? null : [review(n)]),
});
const stone = (n: number): Row => ({
  __typename: "Stone",
  id: `s${n}`,
  secret: `secret of s${n}`,
  label: `stone ${n}`,
  self: () => stone(n),
  friend: () => person(n % 5),
  weight: n,
});
const shelf = (n: number): Row => ({
  id: `f${n}`,
  top: () => book(n),
  any: () => (n % 2 === 0 ? stone(n) : book(n)),
  items: () => [book(n), stone(n), person(n % 5)],
  rows: () => [[book(n), stone(n)], [null, person(n % 5)], []],
  bare: () => ({ value: n, marked: n }),
});
const review = (n: number): Row => ({
  stars: n,
  by: () => person(n % 5),
  about: () => book(n),
  text: `text ${n}`,
});

/** Root values: the same for the real gateway and for the plain executor that it is compared with. */
export const ROOT: Row = {
  node: ({ id }: { id: string }) => byId(id),
  nodes: () => [person(0), book(1), null, stone(2)],
  strictNodes: () => [stone(0), person(1), book(2)],
  search: () => [book(0), person(1), stone(2)],
  person: ({ id }: { id: string }) => (id.startsWith("p") ? byId(id) : null),
  people: () => [person(0), person(1)],
  book: ({ id }: { id: string }) => (id.startsWith("b") ? byId(id) : null),
  inMood: () => [person(2)],
  found: () => [person(3)],
  strict: "strict",
  owned: () => person(1),
  bound: ({ id }: { id: string }) => (id.startsWith("p") ? byId(id) : null),
  rows: () => [person(4)],
  unmarked: 1,
  rename: ({ id }: { id: string }) => byId(id),
  drop: () => book(1),
  touch: () => person(1),
};

/** Any object by its identifier. */
export function byId(id: string): Row | null {
  const make = new Map([
    ["p", person],
    ["b", book],
    ["s", stone],
  ]).get(id.charAt(0));
  return make === undefined ? null : make(Number(id.slice(1)));
}
