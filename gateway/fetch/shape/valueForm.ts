import {
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from "graphql";

/** What a value of a type has to look like, read from the type once. */
export interface ValueForm {
  readonly isNonNull: boolean;
  /** Null where the value is no list. */
  readonly item: ValueForm | null;
  /** The one type of an object; null where it is a leaf, or says its type itself. */
  readonly objectType: GraphQLObjectType | null;
  /** Null for objects and lists. */
  readonly isLeafValue: ((value: unknown) => boolean) | null;
}

/** Reads it from the clients' schema: of an enum the values that clients may see. */
export function readValueForm(type: GraphQLOutputType, isNonNull = false): ValueForm {
  if (isNonNullType(type)) return readValueForm(type.ofType, true);
  const item = isListType(type) ? readValueForm(type.ofType) : null;
  return {
    isNonNull,
    item,
    objectType: isObjectType(type) ? type : null,
    isLeafValue: leafCheck(type),
  };
}

function leafCheck(type: GraphQLOutputType): ValueForm["isLeafValue"] {
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map(({ name }) => name));
    return value => typeof value === "string" && names.has(value);
  }
  if (!isScalarType(type)) return null;
  return isSpecifiedScalarType(type) ? (BUILT_IN.get(type.name) ?? null) : isAnything;
}

const isAnything = (): boolean => true;

const BUILT_IN: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ["String", (value: unknown) => typeof value === "string"],
  ["ID", (value: unknown) => typeof value === "string" || Number.isInteger(value)],
  ["Int", (value: unknown) => Number.isInteger(value)],
  ["Float", (value: unknown) => Number.isFinite(value)],
  ["Boolean", (value: unknown) => typeof value === "boolean"],
]);
