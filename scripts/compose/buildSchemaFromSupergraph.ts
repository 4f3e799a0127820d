import { buildASTSchema, parse, type GraphQLSchema } from "graphql";

/** The supergraph as a plain schema whose types keep their directives. */
export function buildSchemaFromSupergraph(supergraphSdl: string): GraphQLSchema {
  // Composition has validated it, and its own directives are not plain GraphQL's.
  return buildASTSchema(parse(supergraphSdl), { assumeValidSDL: true });
}
