import { OperationTypeNode, parse, print, visit, type FieldDefinitionNode } from "graphql";
import { loadSupergraph } from "../../../gateway/supergraph/loadSupergraph";
import { readSupergraph } from "../../hub/readSupergraph";
import type { SubgraphOrigins } from "./rig";

const ROOTS = new Set(["subject", "subjectById", "subjects"]);

/**
 * The supergraph as peers can load it: without what says who may see what, and without the roots that no dossier
 * needs, and without opening checks: one peer fails on fields that two subgraphs compute out of a third one's.
 * Less work for them, if anything.
 */
export function dossierSupergraph(over: SubgraphOrigins): string {
  const addressed = Object.entries(over).reduce(
    (sdl, [name, origin]) => sdl.replaceAll(`http://${name}.invalid/graphql`, `${origin}/graphql`),
    loadSupergraph(readSupergraph()).plannerSdl,
  );
  const reduced = visit(parse(addressed), {
    SchemaDefinition: node => ({
      ...node,
      operationTypes: node.operationTypes.filter(({ operation }) => operation !== OperationTypeNode.MUTATION),
    }),
    ObjectTypeDefinition: node => {
      if (node.name.value === "Mutation") return null;
      const isRoot = node.name.value === "Query";
      return {
        ...node,
        fields:
          node.fields?.filter(field => (isRoot ? ROOTS.has(field.name.value) : !isComputed(field))) ?? [],
      };
    },
  });
  return print(reduced);
}

function isComputed({ directives }: FieldDefinitionNode): boolean {
  const isRequires = ({ name }: { readonly name: { readonly value: string } }): boolean =>
    name.value === "requires";
  return directives?.some(directive => directive.arguments?.some(isRequires)) ?? false;
}
