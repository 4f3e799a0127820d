import { mapSchema, MapperKind, pruneSchema } from "@graphql-tools/utils";
import { isInterfaceType, isObjectType, isSpecifiedScalarType, type GraphQLSchema } from "graphql";
import type { FieldRules } from "./fieldRules";

/** The schema as it is for a caller: without what they could not ask for, and what only leads there. */
export function createVisibleSchema(schema: GraphQLSchema, rules: FieldRules): GraphQLSchema {
  const isHidden = (typeName: string): boolean => rules.ofType(typeName) === "DENIED";
  const isVisible = (typeName: string, fieldName: string): boolean => {
    const type = schema.getType(typeName);
    if (isInterfaceType(type)) {
      // A schema in which a type lacks a field of its interface is not valid, and clients' tools would refuse it.
      const members = schema.getPossibleTypes(type).filter(one => !isHidden(one.name));
      return members.length > 0 && members.every(one => isVisible(one.name, fieldName));
    }
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    return isObjectType(type) && field !== undefined && rules.ofField(type, field) !== "DENIED";
  };
  const visible = mapSchema(schema, {
    [MapperKind.OBJECT_TYPE]: type => (isHidden(type.name) ? null : type),
    [MapperKind.ENUM_TYPE]: type => (isHidden(type.name) ? null : type),
    [MapperKind.SCALAR_TYPE]: type => (!isSpecifiedScalarType(type) && isHidden(type.name) ? null : type),
    [MapperKind.COMPOSITE_FIELD]: (field, fieldName, typeName) =>
      isVisible(typeName, fieldName) ? field : null,
  });
  return pruneSchema(visible);
}
