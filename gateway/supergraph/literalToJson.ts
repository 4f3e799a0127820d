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

/**
 * The value that a client would put in a variable instead of writing this literal. The type is needed because a
 * long ID may be written as a number that JavaScript cannot hold.
 */
export function literalToJson(node: ValueNode, type: GraphQLInputType | undefined): unknown {
  if (type !== undefined && isNonNullType(type)) return literalToJson(node, type.ofType);
  const itemType = type !== undefined && isListType(type) ? type.ofType : type;
  switch (node.kind) {
    case Kind.NULL:
      return null;
    case Kind.LIST:
      return node.values.map(item => literalToJson(item, itemType));
    case Kind.OBJECT:
      return objectToJson(node, itemType);
    case Kind.INT:
    case Kind.FLOAT:
      return numberToJson(node.value, type);
    case Kind.VARIABLE:
      throw new Error("a literal with a variable in it has no value of its own");
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return node.value;
  }
}

function objectToJson(node: ObjectValueNode, type: GraphQLInputType | undefined): unknown {
  const named = type === undefined ? undefined : getNamedType(type);
  const fields = isInputObjectType(named) ? named.getFields() : null;
  const entries = node.fields.map(({ name, value }) => [
    name.value,
    literalToJson(value, fields?.[name.value]?.type),
  ]);
  return Object.fromEntries(entries) as unknown;
}

/** Digits that a number would lose stay text, which IDs and decimal scalars take as well. */
function numberToJson(digits: string, type: GraphQLInputType | undefined): unknown {
  const name = type === undefined ? null : getNamedType(type).name;
  if (name === "ID") return digits;
  const value = Number(digits);
  return name === "Int" || name === "Float" || String(value) === digits ? value : digits;
}
