import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";

type Variables = Readonly<Record<string, unknown>>;

/** What an operation costs with these variables: about as many values as its answer may hold. */
export type OperationCost = (variables: Variables) => number;

/** Items of a list that says nothing of its length: what a person holds of one kind. */
const ASSUMED_ITEMS = 10;

interface Costing {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * Reads once what an operation costs. Lists count as long as `first` or `last` allows (of a page: those within it),
 * as their own inputs are, or by assumption; a variable counts as a literal does.
 */
export function createOperationCost(schema: GraphQLSchema, document: DocumentNode): OperationCost {
  const fragments = document.definitions.filter(one => one.kind === Kind.FRAGMENT_DEFINITION);
  const operation = document.definitions.find(one => one.kind === Kind.OPERATION_DEFINITION);
  const type = operation && schema.getRootType(operation.operation);
  if (!operation || !type) return () => 0;
  const costing = { schema, fragments: new Map(fragments.map(one => [one.name.value, one])) };
  return costOfSelections(costing, operation.selectionSet, type, () => ASSUMED_ITEMS);
}

function costOfSelections(
  costing: Costing,
  { selections }: SelectionSetNode,
  type: GraphQLNamedType,
  items: OperationCost,
): OperationCost {
  const costs = selections.map((selection): OperationCost => {
    if (selection.kind === Kind.FIELD) return costOfField(costing, selection, type, items);
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? costing.fragments.get(selection.name.value) : selection;
    if (fragment === undefined) return () => 0;
    const condition = fragment.typeCondition && typeFromAST(costing.schema, fragment.typeCondition);
    return costOfSelections(costing, fragment.selectionSet, condition ?? type, items);
  });
  return variables => costs.reduce((sum, cost) => sum + cost(variables), 0);
}

/** `items`: how long a list is that says nothing of its length itself. */
function costOfField(
  costing: Costing,
  node: FieldNode,
  type: GraphQLNamedType,
  items: OperationCost,
): OperationCost {
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
  const named = field && getNamedType(field.type);
  // `__typename` and what is asked of the schema itself.
  if (field === undefined || named === undefined || !isCompositeType(named) || !node.selectionSet)
    return () => 1;
  const own = ownItems(field, node);
  const isList = isListOutput(field.type);
  const within = isList ? null : own;
  const inner = costOfSelections(costing, node.selectionSet, named, within ?? (() => ASSUMED_ITEMS));
  const times = isList ? (own ?? items) : () => 1;
  return variables => 1 + times(variables) * inner(variables);
}

/** How many items a field itself says that it brings; null if it says nothing. */
function ownItems(field: GraphQLField<unknown, unknown>, node: FieldNode): OperationCost | null {
  const page = ["first", "last"].find(name => field.args.some(argument => argument.name === name));
  if (page !== undefined) return readNumber(field, node, page);
  const lists = field.args.filter(({ type }) => isListType(isNonNullType(type) ? type.ofType : type));
  const names = lists.map(({ name }) => variableOf(node, name)).filter(name => name !== null);
  if (!isListOutput(field.type) || names.length === 0) return null;
  return variables =>
    Math.max(
      1,
      ...names.map(name => variables[name]).map(value => (Array.isArray(value) ? value.length : 1)),
    );
}

function readNumber(field: GraphQLField<unknown, unknown>, node: FieldNode, name: string): OperationCost {
  const variable = variableOf(node, name);
  const fallback = field.args.find(argument => argument.name === name)?.defaultValue;
  return variables => {
    const given = variable === null ? undefined : variables[variable];
    const value = given ?? fallback;
    return typeof value === "number" ? Math.max(1, value) : ASSUMED_ITEMS;
  };
}

/** Literals have been hoisted, so an argument that is given is a variable. */
function variableOf(node: FieldNode, argument: string): string | null {
  const value = node.arguments?.find(one => one.name.value === argument)?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : null;
}

function isListOutput(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
