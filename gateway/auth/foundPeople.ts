import type { CallerKind } from "../../schema/contract/claims";
import { PURPOSE_BOUND } from "./policies/purposeBound";
import type { Requirements } from "./requirements";

/**
 * By kind of caller, the `Type.field` by which people are recognised who come up on the way: the holder of a number
 * that was looked up, whoever a colleague has put into a case. Kinds that are not named here see all that their
 * scopes and rows allow.
 */
export type RecognisedBy = Readonly<Partial<Record<CallerKind, readonly string[]>>>;

/** Root fields that tell of changes: they are about whomever something happened to, and nobody was asked for. */
export interface Feeds {
  /** `Query.changes`. */
  readonly fields: readonly string[];
  /** By kind of caller, what is told of the entities in them; what is no entity belongs to the feed itself. */
  readonly tell: RecognisedBy;
}

/** Tells people who were asked for, for a purpose that was looked at, from those who were found. */
export interface FoundPeople {
  /** Whether what a field answers was asked for by name. */
  isAskedFor(coordinate: string): boolean;
  /** Whether a caller of this kind may see this of people who were found; null stands for nobody known. */
  isRecognisedBy(kind: CallerKind | null, coordinate: string): boolean;
  isFeed(coordinate: string): boolean;
  /** Whether a feed tells a caller of this kind a field of this type. */
  isToldByFeeds(kind: CallerKind | null, type: string, coordinate: string): boolean;
}

/**
 * A purpose is true for the people it was looked at for. Of anybody else a caller whose purposes name people learns
 * no more than who it is: to look further, they are asked for by their token, and the purpose is looked at again.
 */
export function createFoundPeople(
  { byCoordinate, entityTypes }: Pick<Requirements, "byCoordinate" | "entityTypes">,
  recognisedBy: RecognisedBy,
  feeds: Feeds = { fields: [], tell: {} },
): FoundPeople {
  const recognised = toSets(recognisedBy);
  const told = toSets(feeds.tell);
  const feedFields = new Set(feeds.fields);
  return {
    isAskedFor: coordinate => byCoordinate.get(coordinate)?.policies?.flat().includes(PURPOSE_BOUND) ?? false,
    isRecognisedBy: (kind, coordinate) => recognised.get(kind ?? "")?.has(coordinate) ?? true,
    isFeed: coordinate => feedFields.has(coordinate),
    isToldByFeeds: (kind, type, coordinate) =>
      !entityTypes.has(type) || (told.get(kind ?? "")?.has(coordinate) ?? true),
  };
}

function toSets(byKind: RecognisedBy): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(byKind).map(([kind, coordinates]) => [kind, new Set(coordinates)]));
}
