import {
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
} from "graphql";

/** The one operation of a fetch, its named fragments put where they are used. */
export function inlineFragments(document: DocumentNode): OperationDefinitionNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition;
  }
  if (operation === undefined) throw new Error("a fetch holds one operation");
  if (fragments.size === 0) return operation;
  return visit(operation, {
    FragmentSpread(spread): InlineFragmentNode {
      const fragment = fragments.get(spread.name.value);
      if (fragment === undefined) throw new Error("a fetch holds the fragments that it uses");
      return {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: fragment.typeCondition,
        selectionSet: fragment.selectionSet,
        ...(spread.directives === undefined ? {} : { directives: spread.directives }),
      };
    },
  });
}
