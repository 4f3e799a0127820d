import { registerEnumType } from "type-graphql";
import type { AlarmKind as RaisedKind } from "../../../schema/contract/alarmKinds";

/** What about the looking itself, or about a token, raised an alarm. */
export const AlarmKind = {
  UNUSUAL_VOLUME: "UNUSUAL_VOLUME",
  MANY_MISSES: "MANY_MISSES",
  SEQUENCE: "SEQUENCE",
  MUCH_SOUGHT_PERSON: "MUCH_SOUGHT_PERSON",
  MANY_DENIALS: "MANY_DENIALS",
  SCOPE_ABOVE_CEILING: "SCOPE_ABOVE_CEILING",
  FOREIGN_INSTITUTION: "FOREIGN_INSTITUTION",
} as const satisfies { readonly [Kind in RaisedKind]: Kind };
export type AlarmKind = RaisedKind;
registerEnumType(AlarmKind, { name: "AlarmKind" });
