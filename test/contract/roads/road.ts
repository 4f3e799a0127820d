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
/** What leads to somebody else's account without naming them; unless a link has shown it already, one step. */
const TO_ANOTHERS = [
  "PhoneLine.reservedBy",
  "Transfer.from",
  "Transfer.to",
  "AbnormalFlag.line",
  "AccountOrder.account",
  "LineOrder.line",
];
const PERSON = "Subject";
/** What a link names, and nothing beyond it, may stand between the link and the person at its end. */
const NAMED_BY_LINKS = /^(Account|Transfer)$/;

/** Where a person is asked for, and the purpose looked at for them. Whatever else comes up was not asked for. */
const ASKED_FOR = /^Query\.(subject|subjectById|subjects|phoneCheck|sanctionPreview)$/;
/** Papers of a case: an officer may put anybody there beside somebody who was confirmed. */
const GATHERINGS = ["Case", "Involvement"];
const isPapers = ({ field }: Stride): boolean => GATHERINGS.includes(getNamedType(field.type).name);
const WHO = String.raw`SubjectIdentity\.(name|maskedNumber|kind|documentType)`;
/** By this people and what they hold are recognised that only came up. */
const OFFICERS_RECOGNISE = new RegExp(
  String.raw`^(Subject\.(id|\w+Identity)|${WHO}|Account\.(id|number|maskedNumber|kind|accountClass|status|openedOn|restrictions|institution|holder|accountInvolvements)|PhoneLine\.(id|number|maskedNumber|kind|status|registeredOn|carrier|holder|lineInvolvements))$`,
);
/** No person, nor what is said of one: how a sanction is carried out, and what kind of flag a carrier has. */
const SUPERVISED =
  /^(Sanction\.(accountExecution|conduct|id|lineExecution|measures|recognisedBy|recognisedOn|role|ruleVersion|status)|AbnormalFlag\.(callCount|complaintCount|id|kind|observedFrom|observedTo|reportedAt|reportedBy|status|verifiedAt|verifiedBy))$/;
const RECOGNISED_BY: Readonly<Partial<Record<User, RegExp>>> = {
  investigator: OFFICERS_RECOGNISE,
  authority: OFFICERS_RECOGNISE,
  "bank-risk": new RegExp(`^(Subject\\.(id|bankingIdentity|accounts)|${WHO})$`),
  "bank-reporting": new RegExp(`^(Subject\\.(id|bankingIdentity|accounts)|${WHO})$`),
  "payment-risk": new RegExp(`^(Subject\\.(id|bankingIdentity|accounts)|${WHO})$`),
  "carrier-risk": new RegExp(`^(Subject\\.(id|telecomIdentity|phoneLines)|${WHO})$`),
  "carrier-reporting": new RegExp(`^(Subject\\.(id|telecomIdentity|phoneLines)|${WHO})$`),
  "regulator-financial": SUPERVISED,
  "regulator-telecom": SUPERVISED,
};
const HELD_BACK: Readonly<Partial<Record<User, RegExp>>> = {
  investigator: /^(Subject|SubjectIdentity|Account|PhoneLine)\./,
  authority: /^(Subject|SubjectIdentity|Account|PhoneLine)\./,
  "regulator-financial": /^(Subject|Account|PhoneLine|Sanction|AbnormalFlag)\./,
  "regulator-telecom": /^(Subject|Account|PhoneLine|Sanction|AbnormalFlag)\./,
};

/** Feeds tell officers that something happened; whoever it happened to is asked for with a case. */
const FEEDS =
  /^(Query\.((banking|police|telecom)Changes|visitPlan)|Mutation\.record(Visit|Surrender)|Case\.surrenders)$/;
const TOLD_BY_FEEDS =
  /^((Subject|Account|PhoneLine|Sanction|AccountOrder|LineOrder|AbnormalFlag)\.id|(AccountOrder|LineOrder)\.(kind|status|dueAt)|AbnormalFlag\.(kind|status)|Sanction\.status|(Rectification|Warning|Visit|Surrender|\w+Change|\w+Connection|PageInfo|Query|Mutation|RuleFinding)\.\w+)$/;

/** Whether this is more than a user is told of what came up. */
function isHeldBack(user: User, strides: readonly Stride[], coordinate: string): boolean {
  const [root] = strides;
  const recognised = RECOGNISED_BY[user];
  if (root === undefined || recognised === undefined) return false;
  if (ASKED_FOR.test(root.coordinate) && !strides.some(isPapers)) return false;
  const guarded = HELD_BACK[user] ?? /^(Subject|SubjectIdentity)\./;
  if (guarded.test(coordinate) && !recognised.test(coordinate)) return true;
  const isOfficer = user === "investigator" || user === "authority";
  return isOfficer && strides.some(one => FEEDS.test(one.coordinate)) && !TOLD_BY_FEEDS.test(coordinate);
}

/** How often a road goes from one person to another. One step is allowed. */
export function stepsOn(strides: readonly Stride[]): number {
  let steps = -1;
  // How much of what a link names is still to come; null where no link has named anything.
  let toCome: number | null = null;
  for (const { coordinate, field } of strides) {
    const type = getNamedType(field.type).name;
    if (LINKS.includes(coordinate) && steps >= 0) {
      steps += 1;
      toCome = coordinate === "Account.fundTrail" ? 2 : 1;
    } else if (TO_ANOTHERS.includes(coordinate) && steps >= 0 && (toCome ?? 0) === 0) {
      steps += 1;
      toCome = 0;
    } else if (type === PERSON) {
      if (toCome === null) steps += 1;
      toCome = null;
    } else if (toCome !== null && (NAMED_BY_LINKS.test(type) || IS_ENTITY.test(type))) {
      toCome = toCome === 0 ? null : toCome - 1;
    }
  }
  return Math.max(0, steps);
}
const IS_ENTITY = /^(PhoneLine|AccountOrder|LineOrder|Sanction|Case|Involvement|AbnormalFlag|Institution)$/;

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
  if (isHeldBack(user, road.strides, stride.coordinate)) return false;
  return verdictOf(user, stride.coordinate) !== "-" && stepsOn([...road.strides, stride]) <= 1;
}

/** Whether somebody was asked for, something came up, or a feed told of it: what may be seen differs. */
function beginningOf(strides: readonly Stride[]): string {
  const root = strides[0]?.coordinate ?? "";
  // What is worked out for a person may come to nothing: it is no way to all the rest.
  if (root === "Query.sanctionPreview" || root === "Query.phoneCheck") return root;
  if (ASKED_FOR.test(root) && strides.some(isPapers)) return "papers";
  return ASKED_FOR.test(root) ? "asked for" : FEEDS.test(root) ? "feed" : "found";
}

/** Nothing need stand here of whoever was asked for, and what stands behind would not be looked at. */
const MAY_BE_EMPTY = /^Involvement\.(line|account)$/;

/**
 * The shortest way that is open to a user into each type, for each way to begin; from there each field leads on, so
 * that every type is entered from wherever it can be entered.
 */
export function roadsOf(user: User, root: GraphQLObjectType): Road[] {
  const shortest = new Map<string, Road>([["", { strides: [], type: root }]]);
  // A map goes on over what is put in meanwhile.
  for (const road of shortest.values()) {
    for (const stride of stridesFrom(road.type)) {
      const type = behind(stride);
      const strides = [...road.strides, stride];
      const beginning = beginningOf(strides);
      // Nor is a step away from whoever was asked for a way to their own things.
      const leadsAway = MAY_BE_EMPTY.test(stride.coordinate) || TO_ANOTHERS.includes(stride.coordinate);
      if (beginning === "asked for" && leadsAway) continue;
      const key = `${beginning} ${type?.name ?? ""}`;
      if (type === null || shortest.has(key) || !isOpen(user, road, stride)) continue;
      shortest.set(key, { strides, type });
    }
  }
  return [...shortest.values()];
}
