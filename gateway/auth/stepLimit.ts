import type { GraphQLNamedType } from "graphql";
import type { Requirements } from "./requirements";

/** How far an operation has gone from the first person on its road. */
export interface Road {
  /** False until a person has been reached. */
  readonly inPerson: boolean;
  readonly steps: number;
  /** Null, or the number of entities passed since a link whose steps are already counted. */
  readonly sinceLink: number | null;
  /** Whether the first person on it was come upon rather than asked for. */
  readonly isFound: boolean;
  /** Whether it began at a feed, which tells of changes rather than answers for somebody. */
  readonly isFeed: boolean;
}

/** Fields that reach other people by a depth of their own: `Type.field` → the argument that says how deep. */
export type StepArguments = Readonly<Record<string, string>>;

/** Follows the road of an operation and refuses the field that goes a step too far. */
export interface StepLimit {
  readonly start: Road;
  /** The name of the argument that counts steps, or null. */
  stepArgument(coordinate: string): string | null;
  /** The road behind a field, or null where it would go too far. `depth` is null for ordinary fields. */
  advance(road: Road, result: ReachedTypes, depth: number | null, allowedSteps: number): Road | null;
}

/** What a field leads to: its type, and the objects that can stand there. */
export interface ReachedTypes {
  readonly type: GraphQLNamedType;
  readonly possible: readonly GraphQLNamedType[];
  /** Whether the field names whom it answers for, and their purpose is looked at. */
  readonly isAskedFor: boolean;
  readonly isFeed: boolean;
}

/** A link shows who is tied to a person: one step, so that nobody is followed from acquaintance to acquaintance. */
export const STEPS_ALLOWED = 1;

/**
 * What a link names is at most one entity away from the person at its end (an account from its holder). Whoever
 * stands behind a second entity is somebody else, and reaching them is a step of its own.
 */
const ENTITIES_OF_A_LINK = 1;

const START: Road = { inPerson: false, steps: 0, sinceLink: null, isFound: false, isFeed: false };

/**
 * Counts crossings from one person to another. The first person reached from a root field is step 0, and each
 * person reached from within a person is one more. A field with a depth takes all its steps at once, and the
 * person at the end of it costs no further one. A place that can hold a person among others counts as a person.
 */
export function createStepLimit(
  requirements: Pick<Requirements, "personTypes" | "entityTypes">,
  stepArguments: StepArguments = {},
): StepLimit {
  const isAny = (names: ReadonlySet<string>, { type, possible }: ReachedTypes) =>
    names.has(type.name) || possible.some(one => names.has(one.name));
  return {
    start: START,
    stepArgument: coordinate => stepArguments[coordinate] ?? null,
    advance(road, result, depth, allowedSteps) {
      const isPerson = isAny(requirements.personTypes, result);
      const next =
        depth !== null && road.inPerson
          ? followLink(road, depth, isPerson)
          : isPerson
            ? enterPerson(road, result.isAskedFor)
            : passThrough(road, isAny(requirements.entityTypes, result));
      if (next.steps > allowedSteps) return null;
      return result.isFeed ? { ...next, isFeed: true } : next;
    },
  };
}

/** Whether what lies behind two roads is to be judged alike. */
export function isSameRoad(one: Road, other: Road): boolean {
  return (
    one.inPerson === other.inPerson &&
    one.steps === other.steps &&
    one.sinceLink === other.sinceLink &&
    one.isFound === other.isFound &&
    one.isFeed === other.isFeed
  );
}

function followLink(road: Road, depth: number, endsAtPerson: boolean): Road {
  return { ...road, steps: road.steps + depth, sinceLink: endsAtPerson ? null : 0 };
}

function enterPerson(road: Road, isAskedFor: boolean): Road {
  if (!road.inPerson) return { ...road, inPerson: true, isFound: !isAskedFor };
  return { ...road, steps: road.sinceLink === null ? road.steps + 1 : road.steps, sinceLink: null };
}

function passThrough(road: Road, isEntity: boolean): Road {
  if (road.sinceLink === null || !isEntity) return road;
  const passed = road.sinceLink + 1;
  return { ...road, sinceLink: passed > ENTITIES_OF_A_LINK ? null : passed };
}
