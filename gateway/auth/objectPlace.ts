import type { GraphQLObjectType } from "graphql";
import type { Denial, ShapeEntry } from "./answerShape";
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
}

/** Notes one response key of the place, for some of its types. */
export function addEntry(
  place: ObjectPlace,
  types: readonly GraphQLObjectType[],
  entry: Pick<ShapeEntry, "key" | "conditions" | "type"> & Partial<ShapeEntry>,
): void {
  const names = types.length === place.possible.length ? null : new Set(types.map(type => type.name));
  place.entries.push({ denial: null, objectDenial: null, child: null, ...entry, types: names });
}

/** Whether something at or below any key of the place is denied. */
export function isTouched(place: ObjectPlace): boolean {
  return place.entries.some(
    entry => entry.denial !== null || entry.objectDenial !== null || (entry.child?.touched ?? false),
  );
}

/** The denial that makes any object of this place null, or null where some could remain. */
export function nulledInAnyCase(place: ObjectPlace): Denial | null {
  if (place.possible.length === 0 || !place.possible.every(type => place.nulled.has(type.name))) return null;
  return place.nulled.values().next().value ?? null;
}
