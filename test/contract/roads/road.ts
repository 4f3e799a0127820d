import { getNamedType, isObjectType, type GraphQLField, type GraphQLObjectType } from "graphql";
import { verdictOf } from "../verdicts/verdictTable";
import type { User } from "../verdicts/verdict";

/** One field on the way. */
export interface Stride {
  readonly coordinate: string;
  readonly field: GraphQLField<unknown, unknown>;
}

/** A way from the root of an operation to the objects of a type. */
export interface Road {
  readonly strides: readonly Stride[];
  readonly type: GraphQLObjectType;
}

/** What leads from one person to others by itself: one step. */
const LINKS = ["Subject.linkedAccounts", "Account.fundTrail"];
const PERSON = "Subject";
/** What a link names, and nothing beyond it, may stand between the link and the person at its end. */
const NAMED_BY_LINKS = "Account";

/** Where a person is asked for, and the officer's case looked at. Whoever else comes up is not of the case. */
const ASKED_FOR = ["Query.subject", "Query.subjectById", "Query.subjects"];
const OFFICERS: readonly User[] = ["investigator", "authority"];
/** By this a person is recognised who only came up on the way. */
const RECOGNISED_BY = /^(Subject\.(id|\w+Identity)|SubjectIdentity\.(name|maskedNumber|kind|documentType))$/;

/** Feeds tell officers that something happened; whoever it happened to is asked for with a case. */
const FEEDS = /^Query\.(banking|police|telecom)Changes$/;
const TOLD_BY_FEEDS =
  /^((Subject|Account|PhoneLine|Sanction|AccountOrder|LineOrder|AbnormalFlag)\.id|(AccountOrder|LineOrder)\.(kind|status|dueAt)|AbnormalFlag\.(kind|status)|Sanction\.status|(Rectification|Warning|\w+Change|\w+Connection|PageInfo|Query|RuleFinding)\.\w+)$/;

/** Whether the first person on a road only came up: nobody has looked at what for. */
function isFound(strides: readonly Stride[]): boolean {
  const first = strides.find(({ field }) => getNamedType(field.type).name === PERSON);
  return first !== undefined && !ASKED_FOR.includes(first.coordinate);
}

/** How often a road goes from one person to another. One step is allowed. */
export function stepsOn(strides: readonly Stride[]): number {
  let steps = -1;
  let named: number | null = null;
  for (const { coordinate, field } of strides) {
    const type = getNamedType(field.type).name;
    if (LINKS.includes(coordinate) && steps >= 0) {
      steps += 1;
      named = 0;
    } else if (type === PERSON) {
      if (named === null || named > 1) steps += 1;
      named = null;
    } else if (named !== null && (type === NAMED_BY_LINKS || IS_ENTITY.test(type))) {
      named += 1;
    }
  }
  return Math.max(0, steps);
}
const IS_ENTITY =
  /^(PhoneLine|AccountOrder|LineOrder|Transfer|Sanction|Case|Involvement|AbnormalFlag|Institution)$/;

/** The fields of an object type, with their coordinates. */
export function stridesFrom(type: GraphQLObjectType): Stride[] {
  return Object.values(type.getFields()).map(field => ({ coordinate: `${type.name}.${field.name}`, field }));
}

/** The object type behind a field, or null for a leaf. */
export function behind({ field }: Stride): GraphQLObjectType | null {
  const type = getNamedType(field.type);
  return isObjectType(type) ? type : null;
}

/** Whether a user's road may go on over this field. */
export function isOpen(user: User, road: Pick<Road, "strides">, stride: Stride): boolean {
  if (OFFICERS.includes(user) && isFound(road.strides) && !RECOGNISED_BY.test(stride.coordinate))
    return false;
  if (OFFICERS.includes(user) && FEEDS.test(road.strides[0]?.coordinate ?? "")) {
    if (!TOLD_BY_FEEDS.test(stride.coordinate)) return false;
  }
  return verdictOf(user, stride.coordinate) !== "-" && stepsOn([...road.strides, stride]) <= 1;
}

/**
 * The shortest way that is open to a user into each type; from there each field leads on, so that every type is
 * entered from wherever it can be entered.
 */
export function roadsOf(user: User, root: GraphQLObjectType): Road[] {
  const shortest = new Map<string, Road>([[root.name, { strides: [], type: root }]]);
  // A map goes on over what is put in meanwhile.
  for (const road of shortest.values()) {
    for (const stride of stridesFrom(road.type)) {
      const type = behind(stride);
      if (type === null || shortest.has(type.name) || !isOpen(user, road, stride)) continue;
      shortest.set(type.name, { strides: [...road.strides, stride], type });
    }
  }
  return [...shortest.values()];
}
