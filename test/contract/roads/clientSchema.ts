import { buildASTSchema, Kind, parse, visit, type DirectiveNode, type GraphQLSchema } from "graphql";
import { readSupergraph } from "../../../scripts/hub/readSupergraph";

interface Described {
  readonly directives?: readonly DirectiveNode[] | undefined;
}
interface Named {
  readonly name?: { readonly value: string } | undefined;
}

/** Types and scalars of the composition itself. */
const OF_COMPOSITION = /^(join|link|inaccessible|tag|requiresScopes|authenticated|policy)__/;

/** The supergraph as clients know it, read apart from the gateway. `inaccessible` leaves in what they do not know. */
export function readClientSchema(options: { readonly inaccessible?: boolean } = {}): GraphQLSchema {
  const isHidden = (node: Described): boolean =>
    options.inaccessible !== true &&
    (node.directives ?? []).some(directive => directive.name.value === "inaccessible");
  const isOfComposition = ({ name }: Named): boolean => OF_COMPOSITION.test(name?.value ?? "");
  const document = visit(parse(readSupergraph()), {
    enter(node) {
      if (node.kind === Kind.DIRECTIVE_DEFINITION) return null;
      if (!("directives" in node) || node.kind === Kind.SCHEMA_DEFINITION) return undefined;
      return isHidden(node) || isOfComposition(node as Named) ? null : undefined;
    },
    leave(node) {
      return node.kind === Kind.DIRECTIVE ? null : undefined;
    },
  });
  return buildASTSchema(document, { assumeValidSDL: true });
}
