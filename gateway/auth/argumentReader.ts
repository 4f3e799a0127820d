import {
  getNamedType,
  isInputObjectType,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  type OperationDefinitionNode,
} from "graphql";
import type { Variables } from "./policies/policy";

/** The variables of a request with the operation's own defaults filled in. Nothing is inherited. */
export type ReadVariables = (given: Variables) => Variables;

/** Reads an operation's defaults once, to fill in the variables of each request. */
export function createVariableReader(operation: OperationDefinitionNode): ReadVariables {
  const defaults = new Map<string, unknown>();
  for (const definition of operation.variableDefinitions ?? []) {
    if (definition.defaultValue)
      defaults.set(definition.variable.name.value, valueFromASTUntyped(definition.defaultValue));
  }
  return given => {
    // No prototype: a variable called `constructor` that was not given has no value.
    const variables: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const [name, value] of defaults) variables[name] = value;
    for (const [name, value] of Object.entries(given)) if (value !== undefined) variables[name] = value;
    return variables;
  };
}

/** The arguments of one selected field, with the defaults of operation and schema. */
export function readFieldArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const argument of field.args) {
    const given = node.arguments?.find(one => one.name.value === argument.name);
    const value = given === undefined ? undefined : valueFromASTUntyped(given.value, variables);
    values[argument.name] = value === undefined ? argument.defaultValue : value;
  }
  return values;
}

/** Whether a value of this input can hold an object of the named type, however deep. */
export function canCarry(input: GraphQLInputType, typeName: string, seen = new Set<string>()): boolean {
  const named = getNamedType(input);
  if (named.name === typeName) return true;
  if (!isInputObjectType(named) || seen.has(named.name)) return false;
  seen.add(named.name);
  return Object.values(named.getFields()).some(field => canCarry(field.type, typeName, seen));
}
