import { getNamedType, type GraphQLObjectType, type GraphQLOutputType } from "graphql";

/**
 * The response key for the planner. It takes an alias that bears the name of a key for the key itself, and shows
 * the one in place of the other: such an alias is given another name on the way.
 */
export function sourceKeyOf(
  key: string,
  fieldName: string,
  types: readonly GraphQLObjectType[],
  prefix: string,
): string {
  if (key === fieldName) return key;
  const isTaken = key.startsWith("__") || types.some(type => key in type.getFields());
  return isTaken ? `${prefix}_${key}` : key;
}

/** A response key for objects of one type alone. */
export function ownSourceKey(key: string, type: GraphQLObjectType, prefix: string): string {
  return `${prefix}_${key}_${type.name}`;
}

/** `a: Int` and `a: Int!` cannot share a key in one operation, not even for objects of different types. */
export function hasSameNullability(one: GraphQLOutputType, other: GraphQLOutputType): boolean {
  const wrappers = (type: GraphQLOutputType) => String(type).replace(getNamedType(type).name, "");
  return wrappers(one) === wrappers(other);
}
