import { buildASTSchema, parse, print, type DocumentNode, type GraphQLSchema } from "graphql";
import { stripSecurity } from "./stripSecurity";

/** A composed supergraph, read once: in full for whoever enforces it, stripped for whoever plans with it. */
export interface Supergraph {
  readonly sdl: string;
  readonly document: DocumentNode;
  /** Every type and field, the inaccessible ones too, with all directives on their nodes. */
  readonly schema: GraphQLSchema;
  /** What the planner is given. */
  readonly plannerSdl: string;
}

/** Reads a supergraph; throws if it cannot be parsed or asks for a security feature that nobody here enforces. */
export function loadSupergraph(sdl: string): Supergraph {
  const document = parse(sdl);
  return {
    sdl,
    document,
    schema: buildASTSchema(document, { assumeValidSDL: true }),
    plannerSdl: print(stripSecurity(document)),
  };
}
