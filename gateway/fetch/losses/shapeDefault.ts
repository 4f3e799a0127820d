import {
  getNamedType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from "graphql";
import { isJsonObject, ownValue, type JsonObject } from "../json";
import type { FieldShape, ResultShape, SelectionShape } from "../shape/resultShape";

/** A default of the schema in the form in which the client asked for the field: aliases, fragments, __typename. */
export function shapeDefault(shape: ResultShape, field: FieldShape, value: unknown): unknown {
  return shapeValue(shape, field.type, field.children, value);
}

function shapeValue(
  shape: ResultShape,
  type: GraphQLOutputType,
  children: SelectionShape | null,
  value: unknown,
): unknown {
  if (isNonNullType(type)) return shapeValue(shape, type.ofType, children, value);
  if (value === null || value === undefined) return null;
  if (isListType(type)) {
    const items: unknown[] = Array.isArray(value) ? value : [value];
    return items.map(item => shapeValue(shape, type.ofType, children, item));
  }
  if (children === null || !isJsonObject(value)) return value;
  const objectType = objectTypeOf(shape, type, value);
  if (objectType === null) return null;
  const fields = children.fieldsOf(objectType).map(field => {
    const isTypename = field.fieldName === "__typename";
    const found = isTypename ? objectType.name : ownValue(value, field.fieldName);
    return [field.responseName, isTypename ? found : shapeValue(shape, field.type, field.children, found)];
  });
  return Object.fromEntries(fields) as unknown;
}

/** A default whose field has an abstract type names the type that it has. */
function objectTypeOf(
  shape: ResultShape,
  declared: GraphQLOutputType,
  value: JsonObject,
): GraphQLObjectType | null {
  const type = getNamedType(declared);
  if (isObjectType(type)) return type;
  const named = shape.schema.getType(String(value["__typename"]));
  return isAbstractType(type) && isObjectType(named) && shape.schema.isSubType(type, named) ? named : null;
}
