import { mapSchema, MapperKind, pruneSchema } from "@graphql-tools/utils";
import {
  isEnumType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLSchema,
} from "graphql";
import type { FieldRules } from "./fieldRules";

/** The schema as it is for a caller: without what they could not ask for, and what only leads there. */
export function createVisibleSchema(schema: GraphQLSchema, rules: FieldRules): GraphQLSchema {
  const isVisible = (typeName: string, fieldName: string): boolean => {
    const type = schema.getType(typeName);
    if (isObjectType(type)) {
      const field = type.getFields()[fieldName];
      return field !== undefined && rules.ofField(type, field) !== "DENIED";
    }
    return isInterfaceType(type) && schema.getPossibleTypes(type).some(one => isVisible(one.name, fieldName));
  };
  const visible = mapSchema(schema, {
    [MapperKind.OBJECT_TYPE]: type => (rules.ofType(type.name) === "DENIED" ? null : type),
    [MapperKind.ENUM_TYPE]: type => (isEnumType(type) && rules.ofType(type.name) === "DENIED" ? null : type),
    [MapperKind.SCALAR_TYPE]: type =>
      isScalarType(type) && !isSpecifiedScalarType(type) && rules.ofType(type.name) === "DENIED"
        ? null
        : type,
    [MapperKind.COMPOSITE_FIELD]: (field, fieldName, typeName) =>
      isVisible(typeName, fieldName) ? field : null,
  });
  return pruneSchema(visible);
}
