import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from "graphql";
import type { JsonObject } from "../json";

/** Whether the type that an object says it has is this one, or one of those that this one stands for. */
export function isOfType(schema: GraphQLSchema, object: JsonObject, type: string): boolean {
  const name = object["__typename"];
  if (name === type) return true;
  const own = typeof name === "string" ? schema.getType(name) : undefined;
  const wider = schema.getType(type);
  return isAbstractType(wider) && (isObjectType(own) || isInterfaceType(own)) && schema.isSubType(wider, own);
}
