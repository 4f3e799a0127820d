import { registerEnumType } from "type-graphql";

/** What about reading in bulk, or about a token, raised an alarm. */
export enum AlarmKind {
  UNUSUAL_VOLUME = "UNUSUAL_VOLUME",
  MANY_MISSES = "MANY_MISSES",
  SEQUENCE = "SEQUENCE",
  MUCH_SOUGHT_PERSON = "MUCH_SOUGHT_PERSON",
  SCOPE_ABOVE_CEILING = "SCOPE_ABOVE_CEILING",
  UNSIGNED_REQUEST = "UNSIGNED_REQUEST",
}
registerEnumType(AlarmKind, { name: "AlarmKind" });
