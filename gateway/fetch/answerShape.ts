import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";
import { responseName } from "../responseName";

/** What an answer may hold under one response name, whatever types the objects on the way turn out to have. */
export interface AnswerField {
  readonly listDepth: number;
  readonly isLeafValue: (value: unknown) => boolean;
  /** Null for leaves. */
  readonly children: AnswerFields | null;
  readonly typeName: string;
}
export type AnswerFields = Map<string, AnswerField>;

/** The form that answers to a fetch must have. */
export interface AnswerShape {
  readonly root: AnswerFields;
  /** The response name under which entities come, if the fetch asks for entities. */
  readonly entities: string | null;
}

const ENTITIES = "_entities";

/** Reads from a fetch what its answers may look like: lists where lists were asked for, and no name not asked for. */
export function createAnswerShape(schema: GraphQLSchema, document: DocumentNode): AnswerShape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition;
  }
  if (operation === undefined) throw new Error("a fetch holds one operation");
  const root: AnswerFields = new Map();
  const rootType = schema.getRootType(operation.operation)?.name ?? "Query";
  addSelections({ schema, fragments }, rootType, operation.selectionSet.selections, root);
  return { root, entities: root.has(ENTITIES) ? ENTITIES : null };
}

interface Parts {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

function addSelections(
  parts: Parts,
  typeName: string,
  selections: readonly SelectionNode[],
  into: AnswerFields,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const name = responseName(selection);
      const field = into.get(name) ?? createField(parts.schema, typeName, selection.name.value);
      into.set(name, field);
      if (field.children !== null) {
        addSelections(parts, field.typeName, selection.selectionSet?.selections ?? [], field.children);
      }
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : parts.fragments.get(selection.name.value);
    if (fragment === undefined) continue;
    addSelections(
      parts,
      fragment.typeCondition?.name.value ?? typeName,
      fragment.selectionSet.selections,
      into,
    );
  }
}

function createField(schema: GraphQLSchema, typeName: string, fieldName: string): AnswerField {
  if (fieldName === "__typename")
    return { listDepth: 0, isLeafValue: isString, children: null, typeName: "String" };
  // Federation's own field; the supergraph does not have it.
  if (fieldName === ENTITIES)
    return { listDepth: 1, isLeafValue: isNothing, children: new Map(), typeName: "" };
  const type = findFieldType(schema, typeName, fieldName);
  // Seen through a subgraph's own, narrower type of an enclosing field: nothing is known of it here.
  if (type === null) return { listDepth: 0, isLeafValue: isAnything, children: null, typeName: "" };
  const named = getNamedType(type);
  const listDepth = listDepthOf(type);
  if (isCompositeType(named))
    return { listDepth, isLeafValue: isNothing, children: new Map(), typeName: named.name };
  const isLeafValue = isEnumType(named) ? isString : (LEAF_CHECKS.get(named.name) ?? isAnything);
  return { listDepth, isLeafValue, children: null, typeName: named.name };
}

function findFieldType(schema: GraphQLSchema, typeName: string, fieldName: string): GraphQLOutputType | null {
  const type = schema.getType(typeName);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
  return field?.type ?? null;
}

function listDepthOf(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listDepthOf(type.ofType);
  return isListType(type) ? 1 + listDepthOf(type.ofType) : 0;
}

const isString = (value: unknown): boolean => typeof value === "string";
const isAnything = (): boolean => true;
const isNothing = (): boolean => false;

/** Scalars of GraphQL itself; others may be any JSON. */
export const LEAF_CHECKS: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ["String", isString],
  ["ID", (value: unknown) => typeof value === "string" || Number.isSafeInteger(value)],
  ["Int", (value: unknown) => Number.isInteger(value)],
  ["Float", (value: unknown) => typeof value === "number"],
  ["Boolean", (value: unknown) => typeof value === "boolean"],
]);
