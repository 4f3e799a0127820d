import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** What a document asks at the root, fragments gone through. */
export function rootFields(document: DocumentNode): FieldNode[] {
  const operation = document.definitions.find(one => one.kind === Kind.OPERATION_DEFINITION);
  const fragments = document.definitions.filter(one => one.kind === Kind.FRAGMENT_DEFINITION);
  return operation === undefined ? [] : fieldsOf(operation.selectionSet, fragments);
}

function fieldsOf(
  { selections }: SelectionSetNode,
  fragments: readonly FragmentDefinitionNode[],
): FieldNode[] {
  return selections.flatMap(selection => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : fragments.find(({ name }) => name.value === selection.name.value);
    return fragment === undefined ? [] : fieldsOf(fragment.selectionSet, fragments);
  });
}
