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
  type VariableNode,
} from "graphql";
import { literalToJson } from "./literalToJson";

/** An operation without a single value in its text. */
export interface HoistedOperation {
  /** The one operation and the fragments it uses. */
  readonly document: DocumentNode;
  /** The operation's variables: the client's own, and what stood in its text. */
  readonly variablesOf: (given: Variables) => Record<string, unknown>;
  /** Whether a literal has variables of the client in it, which then are checked before they are put together. */
  readonly composes: boolean;
}

type Variables = Readonly<Record<string, unknown>>;

/** The planner keeps this name for itself. */
const RESERVED_VARIABLE = "representations";

interface Hoisting {
  readonly schema: GraphQLSchema;
  readonly prefix: string;
  readonly added: VariableDefinitionNode[];
  readonly literals: { readonly name: string; readonly value: ValueNode; readonly type: GraphQLInputType }[];
  /** Variables that still stand in the text, and those among them that stand where null may not. */
  readonly used: Set<string>;
  readonly required: Set<string>;
}

/**
 * Turns every argument that is not a variable into one, whole, with the variables that may stand in it: plans are
 * then found again whatever the values are, no value of a person is part of any text that is kept, and what names
 * a person is one value of one type, however it was written.
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
    literals: [],
    used: new Set(),
    required: new Set(),
  };
  const hoisted = hoistNode(hoisting, operation);
  const fragments = usedFragments(document, operation).map(fragment => hoistNode(hoisting, fragment));
  const declared = operation.variableDefinitions ?? [];
  const kept = declared.filter(one => hoisting.used.has(one.variable.name.value));
  const variableDefinitions = [...kept.map(one => withoutDefault(hoisting, one)), ...hoisting.added];
  const result: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...hoisted, variableDefinitions }, ...fragments],
  };
  const rename = names.has(RESERVED_VARIABLE) ? unused(names, RESERVED_VARIABLE) : null;
  return {
    document: rename === null ? result : renameReserved(result, rename),
    variablesOf: createVariableReader(hoisting, declared, rename),
    composes: kept.length < declared.length || hoisting.literals.some(({ value }) => hasVariable(value)),
  };
}

function createVariableReader(
  { schema, literals }: Hoisting,
  declared: readonly VariableDefinitionNode[],
  rename: string | null,
): HoistedOperation["variablesOf"] {
  const defaults = declared.flatMap(({ variable, type, defaultValue }): [string, unknown][] =>
    defaultValue === undefined
      ? []
      : [[variable.name.value, literalToJson(defaultValue, inputTypeOf(schema, type), () => undefined)]],
  );
  return given => {
    const variables: Record<string, unknown> = { ...Object.fromEntries(defaults), ...given };
    const read = (name: string): unknown => (Object.hasOwn(variables, name) ? variables[name] : undefined);
    const composed = literals.map(
      ({ name, value, type }) => [name, literalToJson(value, type, read)] as const,
    );
    return withRename({ ...variables, ...Object.fromEntries(composed) }, rename);
  };
}

function hoistNode<N extends OperationDefinitionNode | FragmentDefinitionNode>(
  hoisting: Hoisting,
  node: N,
): N {
  const types = new TypeInfo(hoisting.schema);
  let isInDirective = false;
  return visit(
    node,
    visitWithTypeInfo(types, {
      VariableDefinition: () => false,
      // Conditions are few, and a plan is the better for knowing them.
      Directive: { enter: () => void (isInDirective = true), leave: () => void (isInDirective = false) },
      Argument(argument) {
        const type = types.getInputType();
        if (isInDirective || !type || argument.value.kind === Kind.VARIABLE) return undefined;
        return { ...argument, value: addVariable(hoisting, argument.value, type) };
      },
      Variable({ name }) {
        hoisting.used.add(name.value);
        const isRequired = isNonNullType(types.getInputType()) && types.getDefaultValue() === undefined;
        if (isRequired) hoisting.required.add(name.value);
      },
    }),
  );
}

function hasVariable(value: ValueNode): boolean {
  let found = false;
  visit(value, { Variable: () => void (found = true) });
  return found;
}

function addVariable(hoisting: Hoisting, value: ValueNode, type: GraphQLInputType): VariableNode {
  const name = { kind: Kind.NAME, value: `${hoisting.prefix}${hoisting.added.length}` } as const;
  const variable = { kind: Kind.VARIABLE, name } as const;
  hoisting.added.push({ kind: Kind.VARIABLE_DEFINITION, variable, type: toTypeNode(type) });
  hoisting.literals.push({ name: name.value, value, type });
  return variable;
}

function toTypeNode(type: GraphQLInputType): TypeNode {
  return parseType(String(type), { noLocation: true });
}

/** A default is a value in the text like any other. What it made sure of, that null cannot stand there, stays. */
function withoutDefault({ required }: Hoisting, definition: VariableDefinitionNode): VariableDefinitionNode {
  const { defaultValue, type, ...rest } = definition;
  if (defaultValue === undefined) return definition;
  const isRequired = required.has(definition.variable.name.value) && type.kind !== Kind.NON_NULL_TYPE;
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
