import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import { responseName } from "./responseName";

/** Response names from the root of an answer down to a field; lists on the way are gone through. */
export type AnswerPath = readonly string[];

interface Search {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly coordinates: ReadonlySet<string>;
  readonly found: Map<string, AnswerPath>;
}

/** Where in the answers to an operation the given fields (`Type.field`) stand. */
export function findAnswerPaths(
  document: DocumentNode,
  schema: GraphQLSchema,
  coordinates: ReadonlySet<string>,
): AnswerPath[] {
  const operation = document.definitions.find(one => one.kind === Kind.OPERATION_DEFINITION);
  const root = operation && schema.getRootType(operation.operation);
  if (!root || coordinates.size === 0) return [];
  const fragments = document.definitions.filter(one => one.kind === Kind.FRAGMENT_DEFINITION);
  const search: Search = {
    schema,
    coordinates,
    fragments: new Map(fragments.map(one => [one.name.value, one])),
    found: new Map(),
  };
  searchSelections(search, root, operation.selectionSet, []);
  return [...search.found.values()];
}

function searchSelections(
  search: Search,
  type: GraphQLCompositeType,
  { selections }: SelectionSetNode,
  path: AnswerPath,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      searchField(search, type, selection, path);
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? search.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value;
    const narrowed = condition === undefined ? type : search.schema.getType(condition);
    if (fragment && isCompositeType(narrowed))
      searchSelections(search, narrowed, fragment.selectionSet, path);
  }
}

function searchField(search: Search, type: GraphQLCompositeType, node: FieldNode, path: AnswerPath): void {
  const here = [...path, responseName(node)];
  if (search.coordinates.has(`${type.name}.${node.name.value}`)) search.found.set(here.join("."), here);
  if (node.selectionSet === undefined || !(isObjectType(type) || isInterfaceType(type))) return;
  const field = type.getFields()[node.name.value];
  const target = field && getNamedType(field.type);
  if (isCompositeType(target)) searchSelections(search, target, node.selectionSet, here);
}
