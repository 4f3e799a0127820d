import type { GraphQLNamedType } from "graphql";
import type { Requirements } from "./requirements";

/** How far an operation has gone from the first person on its road. */
export interface Road {
  /** False until a person has been reached. */
  readonly inPerson: boolean;
  readonly steps: number;
  /** Null, or how many more entities a link has named whose steps are already counted. */
  readonly namedByLink: number | null;
  /** Whether all on it was come upon: nobody was asked for at its root, or it has left whoever was. Null at the root. */
  readonly isFound: boolean | null;
  /** Whether it began at a feed, which tells of changes rather than answers for somebody. */
  readonly isFeed: boolean;
}

/** A field that leads to what is another person's, whether or not that person is passed on the way. */
export interface Link {
  /** The argument that says how many steps it takes at once; null for one that takes one. */
  readonly depthArgument: string | null;
  /** How many entities it names behind itself, until one that whoever is at its end holds. */
  readonly names: number;
}

/** `Type.field` → what it links. */
export type Links = Readonly<Record<string, Link>>;

/** A link with the steps that it takes where it stands. */
export interface TakenLink extends Link {
  readonly steps: number;
}

/** Follows the road of an operation and refuses the field that goes a step too far. */
export interface StepLimit {
  readonly start: Road;
  findLink(coordinate: string): Link | null;
  /** The road behind a field, or null where it would go too far. `link` is null for ordinary fields. */
  advance(road: Road, result: ReachedTypes, link: TakenLink | null, allowedSteps: number): Road | null;
}

/** What a field leads to: its type, and the objects that can stand there. */
export interface ReachedTypes {
  readonly type: GraphQLNamedType;
  readonly possible: readonly GraphQLNamedType[];
  /** Whether the field names whom it answers for, and their purpose is looked at. */
  readonly isAskedFor: boolean;
  readonly isGathering: boolean;
  readonly isFeed: boolean;
}

/** A link shows who is tied to a person: one step, so that nobody is followed from acquaintance to acquaintance. */
export const STEPS_ALLOWED = 1;

const START: Road = { inPerson: false, steps: 0, namedByLink: null, isFound: null, isFeed: false };

/**
 * Counts crossings from one person to another. The first person reached from a root field is step 0, and each
 * person reached from within a person is one more. A link takes its steps at once, and the person who holds what it
 * names costs no further one; whoever stands behind another entity is somebody else. A place that can hold a person
 * among others counts as a person.
 */
export function createStepLimit(
  requirements: Pick<Requirements, "personTypes" | "entityTypes">,
  links: Links = {},
): StepLimit {
  const isAny = (names: ReadonlySet<string>, { type, possible }: ReachedTypes) =>
    names.has(type.name) || possible.some(one => names.has(one.name));
  return {
    start: START,
    findLink: coordinate => links[coordinate] ?? null,
    advance(road, result, link, allowedSteps) {
      const isPerson = isAny(requirements.personTypes, result);
      const next =
        link !== null && isFollowed(road, link)
          ? followLink(road, link, isPerson)
          : isPerson
            ? enterPerson(road)
            : passThrough(road, isAny(requirements.entityTypes, result));
      if (next.steps > allowedSteps) return null;
      return {
        ...next,
        isFound: result.isGathering || (road.isFound ?? !result.isAskedFor),
        isFeed: road.isFeed || result.isFeed,
      };
    },
  };
}

/** Whether what lies behind two roads is to be judged alike. */
export function isSameRoad(one: Road, other: Road): boolean {
  return (
    one.inPerson === other.inPerson &&
    one.steps === other.steps &&
    one.namedByLink === other.namedByLink &&
    one.isFound === other.isFound &&
    one.isFeed === other.isFeed
  );
}

/** What a link still names (the other end of a movement that it shows) is no second one. */
function isFollowed(road: Road, { depthArgument }: Link): boolean {
  return road.inPerson && (depthArgument !== null || (road.namedByLink ?? 0) === 0);
}

function followLink(road: Road, { steps, names }: TakenLink, endsAtPerson: boolean): Road {
  return { ...road, steps: road.steps + steps, namedByLink: endsAtPerson ? null : names };
}

function enterPerson(road: Road): Road {
  if (!road.inPerson) return { ...road, inPerson: true };
  return { ...road, steps: road.namedByLink === null ? road.steps + 1 : road.steps, namedByLink: null };
}

function passThrough(road: Road, isEntity: boolean): Road {
  if (road.namedByLink === null || !isEntity) return road;
  return { ...road, namedByLink: road.namedByLink === 0 ? null : road.namedByLink - 1 };
}
