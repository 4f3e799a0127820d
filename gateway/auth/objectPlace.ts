import {
  getNullableType,
  isAbstractType,
  isListType,
  isNonNullType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from "graphql";
import type { Denial, ShapeEntry } from "./answerShape";
import type { PlaceJudge } from "./placeJudge";
import type { Road } from "./stepLimit";

/** An object of the answer while the selections for it are walked. */
export interface ObjectPlace {
  readonly possible: readonly GraphQLObjectType[];
  /** Types whose objects are denied as a whole. */
  readonly deniedTypes: ReadonlyMap<string, Denial>;
  readonly road: Road;
  readonly path: readonly string[];
  readonly entries: ShapeEntry[];
  /** Types whose objects become null in any case, because a non-null field of theirs is denied. */
  readonly nulled: Map<string, Denial>;
  readonly isRoot: boolean;
  /** Whether something is selected in other words than the caller's, though nothing is denied. */
  reworded: boolean;
  /** Response keys under which the planner's answer says whom the record must name. */
  readonly recorded: Set<string>;
}

/** The place where an operation begins. */
export function createRootPlace(type: GraphQLObjectType, road: Road): ObjectPlace {
  return {
    possible: [type],
    deniedTypes: new Map(),
    road,
    path: [],
    entries: [],
    nulled: new Map(),
    isRoot: true,
    reworded: false,
    recorded: new Set(),
  };
}

/** The place behind a field, for the types that can stand there. */
export function createPlace(
  behind: { readonly type: GraphQLCompositeType; readonly written: GraphQLOutputType; readonly road: Road },
  possible: readonly GraphQLObjectType[],
  path: readonly string[],
  judge: PlaceJudge,
): ObjectPlace {
  const deniedTypes = new Map<string, Denial>();
  // The field was judged with its type's own requirement; only members of an abstract type remain to be judged.
  for (const one of isAbstractType(behind.type) ? possible : []) {
    const code = judge.judgeObject(one, path);
    if (code === null) continue;
    deniedTypes.set(one.name, { path, coordinate: one.name, nullable: isItemNullable(behind.written), code });
  }
  return {
    possible,
    deniedTypes,
    road: behind.road,
    path,
    entries: [],
    nulled: new Map(),
    isRoot: false,
    reworded: false,
    recorded: new Set(),
  };
}

/** What an entry must say; the rest is filled in. */
type NewEntry = Pick<ShapeEntry, "key" | "type"> & Partial<ShapeEntry>;

/** Notes one response key of the place, for some of its types. */
export function addEntry(place: ObjectPlace, types: readonly GraphQLObjectType[], entry: NewEntry): void {
  const names = types.length === place.possible.length ? null : new Set(types.map(type => type.name));
  place.entries.push({
    source: entry.key,
    denial: null,
    objectDenial: null,
    child: null,
    confirmedBy: null,
    ...entry,
    types: names,
  });
}

/** Notes that a key is null for a type, and with it the whole object where null may not stand there. */
export function addDenied(
  place: ObjectPlace,
  type: GraphQLObjectType,
  entry: { readonly key: string; readonly type: GraphQLOutputType },
  denial: Denial,
): void {
  addEntry(place, [type], { ...entry, denial });
  if (isNonNullType(entry.type) && !place.nulled.has(type.name)) {
    place.nulled.set(type.name, denial);
  }
}

/** Whether something at or below any key of the place is denied, or put in other words. */
export function isTouched(place: ObjectPlace): boolean {
  return (
    place.reworded ||
    place.entries.some(
      entry =>
        entry.denial !== null ||
        entry.objectDenial !== null ||
        entry.source !== entry.key ||
        (entry.child?.touched ?? false),
    )
  );
}

/** The denial that makes any object of this place null, or null where some could remain. */
export function nulledInAnyCase(place: ObjectPlace): Denial | null {
  if (place.possible.length === 0 || !place.possible.every(type => place.nulled.has(type.name))) return null;
  return place.nulled.values().next().value ?? null;
}

function isItemNullable(type: GraphQLOutputType): boolean {
  const nullable = getNullableType(type);
  return isListType(nullable) ? isItemNullable(nullable.ofType) : !isNonNullType(type);
}
