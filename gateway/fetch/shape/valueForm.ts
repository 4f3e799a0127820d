import {
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from "graphql";
import { LEAF_CHECKS } from "../answerShape";

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

const known = new WeakMap<GraphQLOutputType, ValueForm>();

/** Reads it from the clients' schema: of an enum the values that clients may see. */
export function valueFormOf(type: GraphQLOutputType): ValueForm {
  const before = known.get(type);
  if (before !== undefined) return before;
  const form = readValueForm(type);
  known.set(type, form);
  return form;
}

function readValueForm(type: GraphQLOutputType): ValueForm {
  if (isNonNullType(type)) return { ...valueFormOf(type.ofType), isNonNull: true };
  return {
    isNonNull: false,
    item: isListType(type) ? valueFormOf(type.ofType) : null,
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
  // `1e999` is a number on the wire, and none that could be sent on.
  if (type.name === "Float") return Number.isFinite;
  return LEAF_CHECKS.get(type.name) ?? isAnything;
}

const isAnything = (): boolean => true;
