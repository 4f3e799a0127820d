import {
  getNamedType,
  isObjectType,
  type FieldNode,
  type GraphQLObjectType,
  type SelectionNode,
} from "graphql";
import { putIn } from "../putIn";
import type { FieldRules } from "./fieldRules";
import type { ObjectPlace } from "./objectPlace";
import type { AnyField } from "./placeJudge";
import type { Requirements } from "./requirements";
import { onType, setOf } from "./selectionNodes";

/** Whose the things of a type are. */
export interface Owner {
  /** The field of a thing that tells it: it leads to the person, or to something that is theirs. */
  readonly field: string;
  /** Fields behind which it is known without: `PersonConnection.things`. */
  readonly knownBehind: readonly string[];
}

/** By type of thing: wherever one comes up, it is a look at whose it is. */
export type Owners = Readonly<Record<string, Owner>>;

/** `Mutation.field` → the field of its answer that has what was acted on: an act on a thing is one on whose it is. */
export type Acts = Readonly<Record<string, string>>;

/** What a record must learn of an operation, whatever its client selects: whom it shows. */
export interface RecordedKeys {
  /** `Type.field` of the keys of people. */
  readonly coordinates: ReadonlySet<string>;
  /** What is missing behind a field for it, and for telling who is confirmed; that place has been walked. */
  putMissing(place: ObjectPlace, coordinate: string): readonly SelectionNode[];
}

/**
 * Asks for the key of each person whom a look comes upon; whom it asks for it has named. What is put in is shown to
 * nobody, so how far its caller may go does not matter; but subgraphs answer it to no caller without its scopes.
 */
export function createRecordedKeys(
  { personKeys }: Pick<Requirements, "personKeys">,
  owners: Owners,
  acts: Acts,
  rules: Pick<FieldRules, "ofField">,
): RecordedKeys {
  const keyMissing = (place: ObjectPlace, type: GraphQLObjectType): FieldNode[] => {
    const key = personKeys.get(type.name);
    const isNamed = place.road.steps === 0 && !place.road.isFound;
    return key === undefined || isNamed || isSelected(place, type, key) ? [] : [putIn(key)];
  };
  const ownerMissing = (place: ObjectPlace, type: GraphQLObjectType, coordinate: string): FieldNode[] => {
    const owner = owners[type.name];
    if (owner === undefined || owner.knownBehind.includes(coordinate)) return [];
    // Where the caller asks for the owner, the key is asked for there.
    if (!isSelected(place, type, owner.field)) return roadToOwner(type);
    place.recorded.add(owner.field);
    return [];
  };
  const roadToOwner = (type: GraphQLObjectType): FieldNode[] => {
    const name = owners[type.name]?.field;
    const field = name === undefined ? undefined : type.getFields()[name];
    if (field === undefined) return [];
    const rule = rules.ofField(type, field as AnyField);
    if (rule === "DENIED" || rule.length > 0) return [];
    const next = getNamedType(field.type) as GraphQLObjectType;
    const key = personKeys.get(next.name);
    const further = key === undefined ? roadToOwner(next) : [putIn(key)];
    return further.length === 0 ? [] : [putIn(field.name, setOf(further))];
  };
  // It is done, whether or not a register can say whose it was: so nothing is withheld for its sake.
  const actedOnMissing = (place: ObjectPlace, type: GraphQLObjectType, coordinate: string): FieldNode[] => {
    const thing = acts[coordinate];
    if (thing === undefined || isSelected(place, type, thing)) return [];
    const acted = getNamedType(type.getFields()[thing]?.type);
    if (!isObjectType(acted)) return [];
    const put = roadToOwner(acted);
    return put.length === 0 ? [] : [putIn(thing, setOf(put))];
  };
  const confirmationMissing = (place: ObjectPlace, type: GraphQLObjectType): FieldNode[] => {
    const fields = place.entries.flatMap(({ types, confirmedBy }) =>
      confirmedBy !== null && (types === null || types.has(type.name)) ? [confirmedBy] : [],
    );
    return [...new Set(fields)].filter(field => !isSelected(place, type, field)).map(field => putIn(field));
  };
  return {
    coordinates: new Set([...personKeys].map(([type, key]) => `${type}.${key}`)),
    putMissing(place, coordinate) {
      return place.possible.flatMap(type => {
        const missing = [...keyMissing(place, type), ...ownerMissing(place, type, coordinate)];
        for (const { name } of missing) place.recorded.add(name.value);
        const acted = actedOnMissing(place, type, coordinate);
        const put = [...missing, ...acted, ...confirmationMissing(place, type)];
        if (put.length > 0) place.reworded = true;
        return place.possible.length === 1 ? put : onType(type, put);
      });
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
