import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse, type GraphQLSchema } from "graphql";

/** A federated graph that has nothing to do with phones or banks: books, their stock and what readers say. */
const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@inaccessible", "@tag", "@composeDirective", "@authenticated", "@requiresScopes", "@policy"])
  @link(url: "https://specs.library.example/answers/v1.0", import: ["@unanswered"])
  @composeDirective(name: "@unanswered")
directive @unanswered(as: String!) on FIELD_DEFINITION
`;

export const CATALOGUE = `${FEDERATION}
type Query {
  book(id: ID!): Book @shareable
  books(first: Int! = 3, kind: BookKind, filter: BookFilter): [Book!]!
  shelves: [Shelf!]
  reader(card: CardInput!): Reader @shareable
  readers(cards: [CardInput!]!): [Reader]!
  search(text: String!): [Found!]!
  echo(value: Everything): String
}
type Mutation { addBook(input: AddBookInput!): Book!  failToAdd(input: AddBookInput!): Book }
type Book @key(fields: "id") { id: ID! title: String! kind: BookKind pages: Int! author: Author secret: String @inaccessible weight: Int }
type Author @key(fields: "name") { name: ID! born: Int }
type Shelf { name: String! books: [Book!]! nested: [[Book!]] }
type Reader @key(fields: "id") { id: ID! name: String }
union Found = Book | Author
enum BookKind { NOVEL POEMS SECRET @inaccessible }
input BookFilter { kinds: [BookKind!] minPages: Int = 0 titles: [String!] not: BookFilter }
input AddBookInput { id: ID! title: String! card: CardInput tags: [String!] }
input CardInput { number: String! country: String token: ID @inaccessible }
input Everything { id: ID ids: [ID!] text: String int: Int float: Float yes: Boolean kind: BookKind any: Json inner: Everything list: [Everything!] matrix: [[Int!]!] }
scalar Json
`;

export const STOCK = `${FEDERATION}
type Query { book(id: ID!): Book @shareable reader(card: CardInput!): Reader @shareable }
type Book @key(fields: "id") {
  id: ID!
  weight: Int @external
  copies: [Copy!] @unanswered(as: "[{\\"branch\\":{\\"code\\":\\"*\\",\\"name\\":\\"all\\"},\\"state\\":\\"NOT_ANSWERED\\"}]")
  inStock: Boolean
  mustCount: Int!
  shipping(express: Boolean! = false): Int @requires(fields: "weight")
}
type Reader @key(fields: "id") { id: ID! loans: [Copy!] limit: Int! }
type Copy { branch: Branch! state: CopyState! }
type Branch { code: ID! name: String! city: String }
enum CopyState { THERE LENT NOT_ANSWERED }
input CardInput { number: String! country: String token: ID @inaccessible }
`;

export const REVIEWS = `${FEDERATION}
type Query { latest(first: Int! = 2): [Review!] }
type Book @key(fields: "id") { id: ID! reviews(first: Int! = 10): [Review!] rating: Float }
type Author @key(fields: "name") { name: ID! praise: Int }
type Review { id: ID! text: String stars: Int! book: Book! writer: Reader }
type Reader @key(fields: "id") { id: ID! reviewCount: Int }
`;

/** The composed supergraph of the given subgraphs. */
export function composeSupergraph(subgraphs: Readonly<Record<string, string>>): string {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: `http://${name}.invalid/graphql`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors.map(error => error.message).join("\n"));
  return supergraphSdl;
}

/** The library's supergraph. */
export const LIBRARY_SDL = composeSupergraph({ catalogue: CATALOGUE, stock: STOCK, reviews: REVIEWS });

interface BookRow {
  readonly __typename: "Book";
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly pages: number;
  readonly weight: number | null;
  readonly author: { __typename: "Author"; name: string; born: number } | null;
}

export const BOOKS: readonly BookRow[] = [1, 2, 3, 4, 5].map(number => ({
  __typename: "Book",
  id: String(number),
  title: `Title ${number}`,
  kind: number % 2 === 0 ? "POEMS" : "NOVEL",
  pages: number * 100,
  weight: number === 5 ? null : number * 10,
  author: number === 4 ? null : { __typename: "Author", name: `Author ${number % 2}`, born: 1900 + number },
}));

const findBook = (id: string) => BOOKS.find(book => book.id === id) ?? null;

interface Card {
  readonly number: string;
  readonly token?: string;
}
/** What subgraphs were told about readers, for tests to look at. */
export const seenCards: Card[] = [];
const readerOf = (card: Card) => {
  seenCards.push(card);
  return card.token === undefined ? null : { id: card.token, name: `Reader ${card.token}` };
};

/** The subgraphs' schemas, fresh. */
export function createLibrarySchemas(): Readonly<Record<"catalogue" | "stock" | "reviews", GraphQLSchema>> {
  return {
    catalogue: buildSubgraphSchema({ typeDefs: parse(CATALOGUE), resolvers: catalogueResolvers }),
    stock: buildSubgraphSchema({ typeDefs: parse(STOCK), resolvers: stockResolvers }),
    reviews: buildSubgraphSchema({ typeDefs: parse(REVIEWS), resolvers: reviewsResolvers }),
  };
}

interface BookFilter {
  readonly kinds?: readonly string[];
  readonly minPages?: number;
  readonly titles?: readonly string[];
  readonly not?: BookFilter;
}

function matches(book: BookRow, filter: BookFilter | null | undefined): boolean {
  if (!filter) return true;
  if (filter.kinds && !filter.kinds.includes(book.kind)) return false;
  if (filter.minPages !== undefined && book.pages < filter.minPages) return false;
  if (filter.titles && !filter.titles.includes(book.title)) return false;
  return !filter.not || !matches(book, filter.not);
}

const catalogueResolvers = {
  Query: {
    book: (_: unknown, { id }: { id: string }) => findBook(id),
    books: (_: unknown, { first, kind, filter }: { first: number; kind?: string; filter?: BookFilter }) =>
      BOOKS.filter(book => (!kind || book.kind === kind) && matches(book, filter)).slice(0, first),
    shelves: () => [
      { name: "upper", books: BOOKS.slice(0, 2), nested: [[BOOKS[0]], null, [BOOKS[1], BOOKS[0]]] },
      { name: "lower", books: BOOKS.slice(1, 3), nested: null },
    ],
    reader: (_: unknown, { card }: { card: Card }) => readerOf(card),
    readers: (_: unknown, { cards }: { cards: Card[] }) => cards.map(readerOf),
    search: () => [BOOKS[0], { __typename: "Author", name: "Author 1", born: 1901 }, BOOKS[1]],
    echo: (_: unknown, { value }: { value: unknown }) => JSON.stringify(value ?? "absent"),
  },
  Mutation: {
    addBook: (_: unknown, { input }: { input: { id: string; title: string; card?: Card } }) => {
      if (input.card !== undefined) seenCards.push(input.card);
      return { ...BOOKS[0], id: input.id, title: input.title };
    },
    failToAdd: () => {
      throw new Error("INSERT INTO books VALUES (110101199003074477) failed at 10.0.0.7");
    },
  },
  Book: { __resolveReference: ({ id }: { id: string }) => findBook(id), secret: () => "hidden" },
  Author: { __resolveReference: ({ name }: { name: string }) => ({ name, born: 1900 }) },
  Reader: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `Reader ${id}` }) },
};

const copies = (id: string) => [
  { branch: { code: "A", name: "Branch A", city: null }, state: id === "2" ? "LENT" : "THERE" },
];

const stockResolvers = {
  Query: {
    book: (_: unknown, { id }: { id: string }) => findBook(id) && { id },
    reader: (_: unknown, { card }: { card: Card }) => readerOf(card),
  },
  Book: {
    __resolveReference: (reference: object) => reference,
    copies: ({ id }: { id: string }) => copies(id),
    inStock: ({ id }: { id: string }) => id !== "2",
    mustCount: ({ id }: { id: string }) => Number(id),
    shipping: ({ weight }: { weight?: number | null }, { express }: { express: boolean }) =>
      weight === null || weight === undefined ? -1 : weight * (express ? 2 : 1),
  },
  Reader: { __resolveReference: (reference: object) => reference, loans: () => copies("2"), limit: () => 5 },
};

const reviewsOf = (id: string) =>
  [1, 2].map(number => ({
    id: `${id}-${number}`,
    text: `Review ${number} of ${id}`,
    stars: number,
    bookId: id,
  }));

const reviewsResolvers = {
  Query: {
    latest: (_: unknown, { first }: { first: number }) => ["1", "2", "3"].flatMap(reviewsOf).slice(0, first),
  },
  Book: {
    __resolveReference: (reference: object) => reference,
    reviews: ({ id }: { id: string }, { first }: { first: number }) => reviewsOf(id).slice(0, first),
    rating: ({ id }: { id: string }) => Number(id) + 0.5,
  },
  Author: {
    __resolveReference: (reference: object) => reference,
    praise: ({ name }: { name: string }) => name.length,
  },
  Review: { book: ({ bookId }: { bookId: string }) => ({ id: bookId }), writer: () => ({ id: "r1" }) },
  Reader: { __resolveReference: (reference: object) => reference, reviewCount: () => 7 },
};
