import {
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  isInputType,
  isNonNullType,
  parseType,
  typeFromAST,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type TypeNode,
  type ValueNode,
  type VariableDefinitionNode,
} from "graphql";
import { literalToJson } from "./literalToJson";

/** An operation without a single value in its text. */
export interface HoistedOperation {
  /** The one operation and the fragments it uses. */
  readonly document: DocumentNode;
  /** The operation's variables: the client's own, and what stood in its text. */
  readonly variablesOf: (given: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

/** The planner keeps this name for itself. */
const RESERVED_VARIABLE = "representations";

interface Hoisting {
  readonly schema: GraphQLSchema;
  readonly prefix: string;
  readonly added: VariableDefinitionNode[];
  readonly values: Record<string, unknown>;
  /** Variables that stand where null may not. */
  readonly required: Set<string>;
}

/**
 * Turns every literal argument, within lists and input objects too, into a variable: plans are then found again
 * whatever the values are, and no value of a person is part of any text that is kept.
 */
export function hoistLiterals(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): HoistedOperation {
  const names = variableNames(document);
  const hoisting: Hoisting = {
    schema,
    prefix: unusedPrefix(names),
    added: [],
    values: {},
    required: new Set(),
  };
  const hoisted = hoistNode(hoisting, operation);
  const fragments = usedFragments(document, operation).map(fragment => hoistNode(hoisting, fragment));
  const declared = (operation.variableDefinitions ?? []).map(one => withoutDefault(hoisting, one));
  const result: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...hoisted, variableDefinitions: [...declared, ...hoisting.added] }, ...fragments],
  };
  const rename = names.has(RESERVED_VARIABLE) ? unused(names, RESERVED_VARIABLE) : null;
  return {
    document: rename === null ? result : renameReserved(result, rename),
    variablesOf: given => withRename({ ...hoisting.values, ...given }, rename),
  };
}

function hoistNode<N extends OperationDefinitionNode | FragmentDefinitionNode>(
  hoisting: Hoisting,
  node: N,
): N {
  const types = new TypeInfo(hoisting.schema);
  let isInDirective = false;
  const hoist = (value: ValueNode): ASTNode | undefined => {
    // Conditions are few, and a plan is the better for knowing them.
    if (isInDirective) return undefined;
    // Entering a list, the type information has already moved on to its items.
    const type = value.kind === Kind.LIST ? types.getParentInputType() : types.getInputType();
    return !type || !isConstant(value) ? undefined : addVariable(hoisting, value, type);
  };
  return visit(
    node,
    visitWithTypeInfo(types, {
      Directive: { enter: () => void (isInDirective = true), leave: () => void (isInDirective = false) },
      VariableDefinition: () => false,
      Variable(variable) {
        const isRequired = isNonNullType(types.getInputType()) && types.getDefaultValue() === undefined;
        if (isRequired) hoisting.required.add(variable.name.value);
      },
      IntValue: hoist,
      FloatValue: hoist,
      StringValue: hoist,
      BooleanValue: hoist,
      NullValue: hoist,
      EnumValue: hoist,
      ListValue: hoist,
      ObjectValue: hoist,
    }),
  );
}

function isConstant(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return false;
    case Kind.LIST:
      return value.values.every(isConstant);
    case Kind.OBJECT:
      return value.fields.every(field => isConstant(field.value));
    default:
      return true;
  }
}

function addVariable(hoisting: Hoisting, value: ValueNode, type: GraphQLInputType): ASTNode {
  const name = { kind: Kind.NAME, value: `${hoisting.prefix}${hoisting.added.length}` } as const;
  const variable = { kind: Kind.VARIABLE, name } as const;
  hoisting.added.push({ kind: Kind.VARIABLE_DEFINITION, variable, type: toTypeNode(type) });
  hoisting.values[name.value] = literalToJson(value, type);
  return variable;
}

function toTypeNode(type: GraphQLInputType): TypeNode {
  return parseType(String(type), { noLocation: true });
}

/** A default is a value in the text like any other. What it made sure of, that null cannot stand there, stays. */
function withoutDefault(hoisting: Hoisting, definition: VariableDefinitionNode): VariableDefinitionNode {
  const { defaultValue, type, ...rest } = definition;
  if (defaultValue === undefined) return definition;
  const name = definition.variable.name.value;
  hoisting.values[name] = literalToJson(defaultValue, inputTypeOf(hoisting.schema, type));
  const isRequired = hoisting.required.has(name) && type.kind !== Kind.NON_NULL_TYPE;
  return { ...rest, type: isRequired ? { kind: Kind.NON_NULL_TYPE, type } : type };
}

function inputTypeOf(schema: GraphQLSchema, node: TypeNode): GraphQLInputType | undefined {
  const type = typeFromAST(schema, node);
  return isInputType(type) ? type : undefined;
}

function usedFragments(document: DocumentNode, operation: OperationDefinitionNode): FragmentDefinitionNode[] {
  const all = document.definitions.filter(one => one.kind === Kind.FRAGMENT_DEFINITION);
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (node: ASTNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = all.find(one => one.name.value === name.value);
        if (fragment === undefined || used.has(name.value)) return;
        used.set(name.value, fragment);
        collect(fragment);
      },
    });
  };
  collect(operation);
  return [...used.values()];
}

function variableNames(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  visit(document, { Variable: node => void names.add(node.name.value) });
  return names;
}

function unusedPrefix(names: ReadonlySet<string>): string {
  let prefix = "literal_";
  while ([...names].some(name => name.startsWith(prefix))) prefix += "_";
  return prefix;
}

function unused(names: ReadonlySet<string>, wanted: string): string {
  let name = `${wanted}_`;
  while (names.has(name)) name += "_";
  return name;
}

function renameReserved(document: DocumentNode, to: string): DocumentNode {
  return visit(document, {
    Variable: node =>
      node.name.value === RESERVED_VARIABLE ? { ...node, name: { ...node.name, value: to } } : undefined,
  });
}

function withRename(variables: Record<string, unknown>, to: string | null): Record<string, unknown> {
  if (to === null || !Object.hasOwn(variables, RESERVED_VARIABLE)) return variables;
  const { [RESERVED_VARIABLE]: value, ...others } = variables;
  return { ...others, [to]: value };
}
