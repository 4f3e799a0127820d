import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type GraphQLInputType,
  type ObjectValueNode,
  type ValueNode,
} from "graphql";

/** Values of variables that stand within a literal; undefined for one that was not given. */
export type ReadVariable = (name: string) => unknown;

/**
 * The value that a client would put in a variable instead of writing this literal. The type is needed because a
 * long ID may be written as a number that JavaScript cannot hold.
 */
export function literalToJson(
  node: ValueNode,
  type: GraphQLInputType | undefined,
  readVariable: ReadVariable,
): unknown {
  if (type !== undefined && isNonNullType(type)) return literalToJson(node, type.ofType, readVariable);
  const itemType = type !== undefined && isListType(type) ? type.ofType : type;
  switch (node.kind) {
    case Kind.NULL:
      return null;
    case Kind.LIST:
      // In a list, what was not given is null.
      return node.values.map(item => literalToJson(item, itemType, readVariable) ?? null);
    case Kind.OBJECT:
      return objectToJson(node, itemType, readVariable);
    case Kind.INT:
    case Kind.FLOAT:
      return numberToJson(node.value, type);
    case Kind.VARIABLE:
      return readVariable(node.name.value);
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return node.value;
  }
}

function objectToJson(
  node: ObjectValueNode,
  type: GraphQLInputType | undefined,
  readVariable: ReadVariable,
): unknown {
  const named = type === undefined ? undefined : getNamedType(type);
  const fields = isInputObjectType(named) ? named.getFields() : null;
  const entries = node.fields.map(({ name, value }): [string, unknown] => [
    name.value,
    literalToJson(value, fields?.[name.value]?.type, readVariable),
  ]);
  // In an object, what was not given is left out, so that a default of the field can stand in for it.
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Digits that a number would lose stay text, which IDs and decimal scalars take as well. */
function numberToJson(digits: string, type: GraphQLInputType | undefined): unknown {
  const name = type === undefined ? null : getNamedType(type).name;
  if (name === "ID") return digits;
  const value = Number(digits);
  return name === "Int" || name === "Float" || String(value) === digits ? value : digits;
}
