import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { lexicographicSortSchema, parse, type GraphQLSchema } from "graphql";
import { buildSchema, createResolversMap, type NonEmptyArray } from "type-graphql";
import { FEDERATION_HEADER } from "./federationHeader";

/** A federated schema and the SDL it is composed from; both come from the same decorated classes. */
export interface Subgraph {
  readonly name: string;
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}

/** Finds the entity that another subgraph refers to by one of its keys; null where it is not there (or not yours). */
// The reference's shape is its @key, which the schema has checked; the context is the subgraph's own.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type ReferenceResolver = (reference: any, context: any) => unknown;

interface SubgraphParts {
  readonly name: string;
  readonly resolvers: NonEmptyArray<Function>; // eslint-disable-line @typescript-eslint/no-unsafe-function-type
  /** Types that no field of this subgraph reaches, such as entities it only adds fields to. */
  readonly orphanedTypes?: Function[]; // eslint-disable-line @typescript-eslint/no-unsafe-function-type
  readonly references: Readonly<Record<string, ReferenceResolver>>;
}

/** Builds a subgraph from its decorated classes. Throws where they do not make a valid schema. */
export async function buildSubgraph({
  name,
  resolvers,
  orphanedTypes,
  references,
}: SubgraphParts): Promise<Subgraph> {
  const classes = await buildSchema({
    resolvers,
    orphanedTypes: orphanedTypes ?? [],
    // Federation's directives are unknown to plain GraphQL; composition checks them.
    skipCheck: true,
    // Inputs are checked by the resolvers' own parsers, which answer coded errors.
    validate: false,
  });
  const sdl = `${FEDERATION_HEADER}\n${printSchemaWithDirectives(lexicographicSortSchema(classes))}\n`;
  const schema = buildSubgraphSchema({
    typeDefs: parse(sdl),
    resolvers: withReferences(createResolversMap(classes), references) as SubgraphResolvers,
  });
  return { name, sdl, schema };
}

type ResolversMap = ReturnType<typeof createResolversMap>;
// Two libraries' names for the same map of resolvers, which TypeScript cannot see through.
type SubgraphResolvers = NonNullable<
  Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: unknown }>["resolvers"]
>;

function withReferences(
  map: ResolversMap,
  references: Readonly<Record<string, ReferenceResolver>>,
): Readonly<Record<string, unknown>> {
  const merged: Record<string, unknown> = { ...map };
  for (const [type, resolve] of Object.entries(references)) {
    const fields = merged[type] as Record<string, unknown> | undefined;
    merged[type] = {
      ...fields,
      __resolveReference: (reference: unknown, context: unknown) => resolve(reference, context),
    };
  }
  return merged;
}
