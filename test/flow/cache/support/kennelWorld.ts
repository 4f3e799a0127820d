import { buildSubgraphSchema } from "@apollo/subgraph";
import { execute, getOperationAST, parse, type ExecutionResult } from "graphql";
import type { ExecuteInProcess } from "../../../../gateway/fetch/inProcessTransport";
import { composeSupergraph } from "../../gateway/support/libraryWorld";

/** A federated graph about people and their dogs, in which everything can be changed. */
const FEDERATION = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@inaccessible", "@composeDirective", "@policy"])
  @link(url: "https://specs.duanka.example/cache/v1.0", import: ["@cacheHint"])
  @composeDirective(name: "@cacheHint")
directive @cacheHint(maxAge: Int!) on FIELD_DEFINITION | OBJECT
`;

const REGISTER = `${FEDERATION}
type Query {
  person(card: CardInput!): Person @shareable
  personById(id: ID!): Person @shareable
  dog(chip: ID!): Dog
  people: [Person!]!
  looked: Int
}
type Mutation { rename(id: ID!, name: String!): Person  fail(id: ID!): Person  silentRename(id: ID!, name: String!): Person }
type Person @key(fields: "id") {
  id: ID!
  name: String @cacheHint(maxAge: 60)
  age(in: String): Int @cacheHint(maxAge: 10)
  mood: String
  dogs(first: Int! = 10): [Dog!] @cacheHint(maxAge: 60)
  friends: [Person!] @cacheHint(maxAge: 60)
  neighbours: [Person!]
  secrets: String @cacheHint(maxAge: 60) @policy(policies: [["own_person"]])
  address: Address @cacheHint(maxAge: 60)
}
type Dog @key(fields: "id") @cacheHint(maxAge: 60) {
  id: ID!
  name: String
  owner: Person @cacheHint(maxAge: 60)
  vet: Vet
}
type Vet { name: String }
type Address { street: String inhabitants: [Person!] }
input CardInput { number: String! country: String token: ID @inaccessible }
`;

const DESK = `${FEDERATION}
type Query { person(card: CardInput!): Person @shareable personById(id: ID!): Person @shareable }
type Person @key(fields: "id") {
  id: ID!
  name: String @external
  loans: Int @cacheHint(maxAge: 60)
  greeting: String @requires(fields: "name") @cacheHint(maxAge: 60)
  fine: Int
}
type Dog @key(fields: "id") { id: ID! licence: String @cacheHint(maxAge: 60) }
input CardInput { number: String! country: String token: ID @inaccessible }
`;

/** The kennel's supergraph. */
export const KENNEL_SDL = composeSupergraph({ register: REGISTER, desk: DESK });

/** What a test may change behind the gateway's back, or with a mutation. */
export interface KennelState {
  readonly names: Map<string, string>;
  /** Of each dog, its owner. */
  readonly owners: Map<string, string>;
  readonly loans: Map<string, number>;
  /** A field that fails for the next reader. */
  failing: string | null;
  /** What its subgraph says about how long answers hold. */
  holdsUntil: Date | null;
}

/** Three people with two dogs each. */
export function createKennelState(): KennelState {
  const people = ["ann", "bob", "cy"];
  return {
    names: new Map(people.map(id => [id, id.toUpperCase()])),
    owners: new Map(people.flatMap(id => [1, 2].map(n => [`${id}-dog-${n}`, id]))),
    loans: new Map(people.map(id => [id, 1])),
    failing: null,
    holdsUntil: null,
  };
}

/** A question that reached a subgraph. */
export interface KennelQuestion {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Card {
  readonly token?: string;
}

/** The kennel's subgraphs in this process, and everything that they are asked. */
export function createKennel(
  state: KennelState,
  asked: KennelQuestion[] = [],
): ReadonlyMap<string, ExecuteInProcess> {
  const schemas = {
    register: buildSubgraphSchema({ typeDefs: parse(REGISTER), resolvers: registerResolvers(state) }),
    desk: buildSubgraphSchema({ typeDefs: parse(DESK), resolvers: deskResolvers(state) }),
  };
  return new Map(
    Object.entries(schemas).map(([subgraph, schema]): [string, ExecuteInProcess] => [
      subgraph,
      async (document, variables, operationName, claims): Promise<ExecutionResult> => {
        const operation = getOperationAST(document);
        asked.push({ subgraph, query: document.loc?.source.body ?? operation?.name?.value ?? "", variables });
        const contextValue = { touched: new Set<string>(), view: claims.view };
        const result = await execute({
          schema,
          document,
          variableValues: variables,
          operationName: operationName ?? null,
          contextValue,
        });
        const { touched } = contextValue;
        const extensions = {
          ...(touched.size === 0 ? {} : { touched: [...touched] }),
          ...(state.holdsUntil === null ? {} : { holdsUntil: state.holdsUntil.toJSON() }),
        };
        return { ...result, extensions };
      },
    ]),
  );
}

interface KennelContext {
  readonly touched: Set<string>;
  readonly view: string;
}

function registerResolvers(state: KennelState) {
  const { names, owners } = state;
  const person = (id: string | undefined) => (id !== undefined && names.has(id) ? { id } : null);
  const dog = (id: string) => (owners.has(id) ? { id } : null);
  const failIf = (field: string) => {
    if (state.failing === field) throw new Error(`${field} fails`);
  };
  return {
    Query: {
      person: (_: unknown, { card }: { card: Card }) => person(card.token),
      personById: (_: unknown, { id }: { id: string }) => person(id),
      dog: (_: unknown, { chip }: { chip: string }) => dog(chip),
      people: () => [...names.keys()].map(id => ({ id })),
    },
    Mutation: {
      rename: (_: unknown, { id, name }: { id: string; name: string }, context: unknown) => {
        const { touched } = context as KennelContext;
        names.set(id, name);
        touched.add(`Person:${id}`);
        return { id };
      },
      silentRename: (_: unknown, { id, name }: { id: string; name: string }) => {
        names.set(id, name);
        return { id };
      },
      fail: (_: unknown, { id }: { id: string }, context: unknown) => {
        const { touched } = context as KennelContext;
        names.set(id, "CHANGED");
        touched.add(`Person:${id}`);
        throw new Error("changed, and then something failed");
      },
    },
    Person: {
      __resolveReference: ({ id }: { id: string }) => person(id),
      name: ({ id }: { id: string }, _: unknown, context: unknown) => {
        const { view } = context as KennelContext;
        failIf("name");
        return view === "police" ? names.get(id) : `${names.get(id)?.[0] ?? ""}.`;
      },
      age: (_: unknown, { in: unit }: { in?: string | null }) => (unit === "months" ? 480 : 40),
      mood: () => {
        failIf("mood");
        return "good";
      },
      dogs: ({ id }: { id: string }, { first }: { first: number }) =>
        [...owners].flatMap(([dogId, owner]) => (owner === id ? [{ id: dogId }] : [])).slice(0, first),
      friends: ({ id }: { id: string }) =>
        [...names.keys()].filter(one => one !== id).map(one => ({ id: one })),
      neighbours: () => [{ id: "ann" }],
      secrets: () => "hidden",
      address: () => ({ street: "Long Lane", inhabitants: [{ id: "ann" }] }),
    },
    Dog: {
      __resolveReference: ({ id }: { id: string }) => dog(id),
      name: ({ id }: { id: string }) => `dog ${id}`,
      owner: ({ id }: { id: string }) => ({ id: owners.get(id) }),
      vet: () => ({ name: "Dr Paw" }),
    },
  };
}

function deskResolvers({ names, loans }: KennelState) {
  const person = (id: string | undefined) => (id !== undefined && names.has(id) ? { id } : null);
  return {
    Query: {
      person: (_: unknown, { card }: { card: Card }) => person(card.token),
      personById: (_: unknown, { id }: { id: string }) => person(id),
    },
    Person: {
      __resolveReference: (reference: { id: string; name?: string }) =>
        names.has(reference.id) ? reference : null,
      loans: ({ id }: { id: string }) => loans.get(id),
      greeting: ({ name }: { name?: string }) => `Hello ${name ?? "?"}`,
      fine: () => 0,
    },
    Dog: { __resolveReference: (reference: object) => reference, licence: () => "L-1" },
  };
}
