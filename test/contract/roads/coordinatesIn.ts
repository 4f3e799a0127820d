import {
  getNamedType,
  isObjectType,
  Kind,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import { isPutIn } from "../../../gateway/putIn";

/** `Type.field` of every selection that its client asked for, over `_entities` too. */
export function coordinatesIn(schema: GraphQLSchema, document: DocumentNode): string[] {
  const found: string[] = [];
  const walk = (set: SelectionSetNode, type: GraphQLObjectType | null): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) continue; // walked where it is defined
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        walk(selection.selectionSet, condition === undefined ? type : objectType(condition));
        continue;
      }
      if (isPutIn(selection)) continue; // for the record alone: nobody is shown it
      const name = selection.name.value;
      const field = type?.getFields()[name];
      if (type !== null && field !== undefined) found.push(`${type.name}.${name}`);
      const result = field && getNamedType(field.type);
      if (selection.selectionSet) walk(selection.selectionSet, isObjectType(result) ? result : null);
    }
  };
  const objectType = (name: string): GraphQLObjectType | null => {
    const type = schema.getType(name);
    return isObjectType(type) ? type : null;
  };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION)
      walk(definition.selectionSet, schema.getRootType(definition.operation) ?? null);
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      walk(definition.selectionSet, objectType(definition.typeCondition.name.value));
  }
  return found;
}
