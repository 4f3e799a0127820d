import type { CallerKind } from "../../schema/contract/claims";
import { PURPOSE_BOUND } from "./policies/purposeBound";
import type { Requirements } from "./requirements";

/** `Type` → those of its fields that are told; a type that is not named is told whole. */
export type ToldFields = Readonly<Record<string, readonly string[]>>;

/** By kind of caller: `ALL` that scopes and rows allow, or these; kinds that are not named are told of no entity. */
export type Told = Readonly<Partial<Record<CallerKind, ToldFields | "ALL">>>;

/** Root fields that tell of changes: they are about whomever something happened to, and nobody was asked for. */
export interface Feeds {
  /** `Query.changes`. */
  readonly fields: readonly string[];
  /** What is told of the entities in them; one that is not named here is not told at all. */
  readonly tell: Told;
}

/** What is told of people whom nobody asked for, and of what they hold. */
export interface FoundPeopleOptions {
  /** Arguments that name people by subject token: `Query.subjectById` → `id`. */
  readonly subjectArguments: Readonly<Record<string, string>>;
  /** By this people and things are recognised that come up: by a number, on a list, in what a change answers. */
  readonly recognisedBy: Told;
  /**
   * Types that bring people together who were not asked for, whoever leads there: the papers of a case, where an
   * officer may put anybody beside somebody who was confirmed.
   */
  readonly gatherings: readonly string[];
  /**
   * Fields of them that lead to people → the field beside it that is null of whoever is not confirmed, and of whom the
   * key alone is told: whoever puts somebody there by a guess learns nothing.
   */
  readonly confirmedBy: Readonly<Record<string, string>>;
  readonly feeds: Feeds;
}

/** Tells what was asked for, for a purpose that was looked at, from what was come upon. */
export interface FoundPeople {
  /** Whether a root field answers for people who are asked for by name. */
  isAskedFor(coordinate: string, takesDocument: boolean): boolean;
  /** Whether what stands behind objects of the type was not asked for, however they were reached. */
  isGathering(type: string): boolean;
  /** The field beside it that is null where whoever stands behind this one is not to be recognised, if there is one. */
  confirmedBy(coordinate: string): string | null;
  isFeed(coordinate: string): boolean;
  /** Whether a caller of this kind may see the field where nobody was asked for; null stands for nobody known. */
  isRecognisedBy(kind: CallerKind | null, type: string, field: string): boolean;
  /** Whether a feed tells a caller of this kind the field. */
  isToldByFeeds(kind: CallerKind | null, type: string, field: string): boolean;
}

/**
 * A purpose is true for the people it was looked at for. Of anybody else, and of what they hold, a caller learns no
 * more than what it is recognised by: to look further, the person is asked for by token, and the purpose is looked
 * at again.
 */
export function createFoundPeople(
  { byCoordinate, entityTypes }: Pick<Requirements, "byCoordinate" | "entityTypes">,
  { subjectArguments, recognisedBy, gatherings, confirmedBy, feeds }: FoundPeopleOptions,
): FoundPeople {
  const feedFields = new Set(feeds.fields);
  return {
    isAskedFor: (coordinate, takesDocument) =>
      (takesDocument || coordinate in subjectArguments) &&
      (byCoordinate.get(coordinate)?.policies?.flat().includes(PURPOSE_BOUND) ?? false),
    isGathering: type => gatherings.includes(type),
    confirmedBy: coordinate => confirmedBy[coordinate] ?? null,
    isFeed: coordinate => feedFields.has(coordinate),
    isRecognisedBy(kind, type, field) {
      const told = kind === null ? "ALL" : recognisedBy[kind];
      if (told === "ALL") return true;
      return told?.[type]?.includes(field) ?? (told !== undefined || !entityTypes.has(type));
    },
    isToldByFeeds(kind, type, field) {
      const told = kind === null ? "ALL" : feeds.tell[kind];
      return told === "ALL" || (told?.[type]?.includes(field) ?? !entityTypes.has(type));
    },
  };
}
