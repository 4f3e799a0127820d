import {
  isAbstractType,
  Kind,
  TypeNameMetaFieldDef,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { isIncluded } from "../../isIncluded";
import type { JsonObject } from "../json";
import { responseName } from "../../responseName";
import { valueFormOf, type ValueForm } from "./valueForm";

/** One field of an answer, all its selections put together. */
export interface FieldShape {
  readonly responseName: string;
  readonly fieldName: string;
  readonly type: GraphQLOutputType;
  readonly form: ValueForm;
  /** Null for leaves. */
  readonly children: SelectionShape | null;
}

/** What is selected of an object, which depends on what type it turns out to have. */
export interface SelectionShape {
  fieldsOf(type: GraphQLObjectType): readonly FieldShape[];
}

/** The form that an operation asks its answer to have. */
export interface ResultShape {
  readonly schema: GraphQLSchema;
  readonly rootType: GraphQLObjectType;
  readonly root: SelectionShape;
}

/** Answers the form for the variables of a request. */
export type ShapeFor = (variables: JsonObject) => ResultShape;

/** Reads the form of the answer from a valid document: once, unless variables decide what is in it. */
export function readResultShape(schema: GraphQLSchema, document: DocumentNode): ShapeFor {
  let directives = 0;
  visit(document, { Directive: () => void (directives += 1) });
  if (directives > 0) return variables => createResultShape(schema, document, variables);
  const shape = createResultShape(schema, document, {});
  return () => shape;
}

function createResultShape(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: JsonObject,
): ResultShape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition;
  }
  const rootType = operation && schema.getRootType(operation.operation);
  if (!operation || !rootType) throw new Error("a document to be shaped holds one operation of the schema");
  const root = createSelectionShape({ schema, fragments, variables }, [operation.selectionSet]);
  // Now and not when it is needed: what cannot be answered is then not fetched.
  root.fieldsOf(rootType);
  return { schema, rootType, root };
}

interface ShapeParts {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: JsonObject;
}

function createSelectionShape(parts: ShapeParts, selectionSets: readonly SelectionSetNode[]): SelectionShape {
  const known = new Map<string, readonly FieldShape[]>();
  return {
    fieldsOf(type) {
      const fields = known.get(type.name) ?? collectFields(parts, selectionSets, type);
      known.set(type.name, fields);
      return fields;
    },
  };
}

function collectFields(
  parts: ShapeParts,
  selectionSets: readonly SelectionSetNode[],
  type: GraphQLObjectType,
): readonly FieldShape[] {
  const groups = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const { selections } of selectionSets) collectSelections(parts, selections, type, groups, visited);
  return [...groups].map(([responseName, nodes]) => {
    const field = findField(type, nodes[0]?.name.value ?? "");
    const sets = nodes.flatMap(node => (node.selectionSet === undefined ? [] : [node.selectionSet]));
    const children = sets.length === 0 ? null : createSelectionShape(parts, sets);
    const form = valueFormOf(field.type);
    return { responseName, fieldName: field.name, type: field.type, form, children };
  });
}

function collectSelections(
  parts: ShapeParts,
  selections: readonly SelectionNode[],
  type: GraphQLObjectType,
  groups: Map<string, FieldNode[]>,
  visited: Set<string>,
): void {
  for (const selection of selections) {
    if (!isIncluded(selection, parts.variables)) continue;
    if (selection.kind === Kind.FIELD) {
      const name = responseName(selection);
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [selection]);
      else group.push(selection);
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? parts.fragments.get(selection.name.value) : selection;
    if (fragment === undefined || !fits(parts.schema, fragment.typeCondition?.name.value, type)) continue;
    if (fragment.kind === Kind.FRAGMENT_DEFINITION) {
      if (visited.has(fragment.name.value)) continue;
      visited.add(fragment.name.value);
    }
    collectSelections(parts, fragment.selectionSet.selections, type, groups, visited);
  }
}

function fits(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wider = schema.getType(condition);
  return isAbstractType(wider) && schema.isSubType(wider, type);
}

// Questions about the schema have been answered before: nothing that is fetched could.
function findField(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> {
  const field = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : type.getFields()[name];
  if (field === undefined) throw new Error(`an answer cannot have ${type.name}.${name}`);
  return field;
}
