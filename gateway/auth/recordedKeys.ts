import { getNamedType, type GraphQLObjectType, type SelectionNode } from "graphql";
import { putIn } from "../putIn";
import type { ObjectPlace } from "./objectPlace";
import type { Requirements } from "./requirements";
import { onType, setOf } from "./selectionNodes";

/**
 * Fields that name a thing which is somebody's, and what tells whose it is: `Query.account` → `holder`. A look at
 * the thing is a look at them.
 */
export type Owners = Readonly<Record<string, string>>;

/** What a record must learn of an operation, whatever its client selects: whom it shows. */
export interface RecordedKeys {
  /** `Type.field` of the keys of people. */
  readonly coordinates: ReadonlySet<string>;
  /** What is missing for it behind a field, noted in the place; that has been walked. */
  putMissing(place: ObjectPlace, coordinate: string): readonly SelectionNode[];
}

/** Asks for the key of each person whom a look comes upon; whom it asks for it has named. */
export function createRecordedKeys(
  { personKeys }: Pick<Requirements, "personKeys">,
  owners: Owners,
): RecordedKeys {
  const keyMissing = (place: ObjectPlace, type: GraphQLObjectType): SelectionNode[] => {
    const key = personKeys.get(type.name);
    const isNamed = place.road.steps === 0 && !place.road.isFound;
    return key === undefined || isNamed || isSelected(place, type, key) ? [] : [putIn(key)];
  };
  const ownerMissing = (place: ObjectPlace, type: GraphQLObjectType, owner: string): SelectionNode[] => {
    const field = type.getFields()[owner];
    const key = field && personKeys.get(getNamedType(field.type).name);
    // Where the caller asks for the owner, the key is asked for there.
    return key === undefined || isSelected(place, type, owner) ? [] : [putIn(owner, setOf([putIn(key)]))];
  };
  return {
    coordinates: new Set([...personKeys].map(([type, key]) => `${type}.${key}`)),
    putMissing(place, coordinate) {
      const owner = owners[coordinate];
      const put = place.possible.flatMap(type => {
        const missing = [
          ...keyMissing(place, type),
          ...(owner === undefined ? [] : ownerMissing(place, type, owner)),
        ];
        return place.possible.length === 1 ? missing : onType(type, missing);
      });
      if (put.length > 0) place.reworded = true;
      return put;
    },
  };
}

/** Under its own name: an alias that bears the name of another field has been given another one by now. */
function isSelected({ entries }: ObjectPlace, type: GraphQLObjectType, field: string): boolean {
  return entries.some(
    ({ source, types, denial }) =>
      source === field && denial === null && (types === null || types.has(type.name)),
  );
}
