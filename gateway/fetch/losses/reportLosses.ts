import type { GraphQLError } from "graphql";
import type { FetchState } from "../fetchState";
import type { JsonObject, ResponsePath } from "../json";
import { toGraphQLError, type PublicError } from "../publicError";
import { emptyFields } from "./emptyFields";
import { namesOf } from "./namesOf";
import { neverAsked } from "./neverAsked";
import type { ResultShape } from "../shape/resultShape";
import type { ShapedAnswer } from "../shape/shapeAnswer";
import { shapeDefault } from "./shapeDefault";
import { fieldsOf, standingsIn, type EmptyField, type Standing } from "./standing";

/** What stands in a field's place when one of the subgraphs does not answer; by `Type.field`. */
export type UnansweredDefaults = ReadonlyMap<string, { value: unknown; subgraphs: ReadonlySet<string> }>;

/** An answer as it was asked for, and what subgraphs said of it. */
export interface AnsweredShape extends ShapedAnswer {
  readonly errors: readonly GraphQLError[];
}

/** An answer, and the errors that say what is missing in it. */
export interface ReportedResult {
  readonly data: JsonObject | null;
  readonly errors: readonly GraphQLError[];
}

const NOT_THERE: PublicError = {
  code: "NOT_FOUND",
  message: "What this refers to is not there, or not yours.",
};
const MISSING: PublicError = { code: "INTERNAL", message: "A value that must be there is missing." };

interface Reporting {
  readonly shape: ResultShape;
  readonly root: Standing | null;
  readonly unanswered: UnansweredDefaults;
  readonly errors: Map<string, GraphQLError>;
}

/**
 * Says of each place that is empty because a subgraph brought nothing: one error with its path, and, where the
 * schema has a default for the field, the default in its place. An answer without losses is left as it is.
 */
export function reportLosses(
  shape: ResultShape,
  answered: AnsweredShape,
  fetches: FetchState,
  variables: JsonObject,
  unanswered: UnansweredDefaults,
): ReportedResult {
  const { data } = answered;
  const root = data && { object: data, type: shape.rootType, selection: shape.root, path: [] };
  const reporting: Reporting = { shape, root, unanswered, errors: new Map() };
  for (const error of answered.errors) addError(reporting, error.path, error);
  addLosses(reporting, fetches, variables);
  for (const error of answered.errors) fillInSilence(reporting, error);
  addViolations(reporting, answered, fetches);
  return { data, errors: [...reporting.errors.values()] };
}

function addLosses(reporting: Reporting, fetches: FetchState, variables: JsonObject): void {
  if (fetches.losses.length === 0) return;
  const { shape, root } = reporting;
  const losses = [...fetches.losses, ...neverAsked(fetches, variables)];
  const missing = losses.flatMap(loss =>
    root === null ? [] : emptyFields(shape, root, loss).map(field => ({ loss, field })),
  );
  for (const { loss, field } of missing) addError(reporting, field.path, toGraphQLError(loss, field.path));
  // Only now: a default in its place would hide an empty field from the next loss.
  for (const { loss, field } of missing) fillIn(reporting, loss.subgraph, field);
  const path = root === null ? [] : undefined;
  const untold = fetches.losses.find(loss => !loss.isStoodIn);
  if (reporting.errors.size === 0 && untold !== undefined)
    addError(reporting, path, toGraphQLError(untold, path));
}

function addError({ errors }: Reporting, path: ResponsePath | undefined, error: GraphQLError): void {
  const key = JSON.stringify(path ?? null);
  if (!errors.has(key)) errors.set(key, error);
}

function fillIn({ shape, unanswered }: Reporting, subgraph: string, { parent, field }: EmptyField): void {
  const known = unanswered.get(`${parent.type.name}.${field.fieldName}`);
  if (known?.subgraphs.has(subgraph) !== true) return;
  parent.object[field.responseName] = shapeDefault(shape, field, known.value);
}

/** A subgraph that met an error of its own in this one field has not answered it either. */
function fillInSilence(reporting: Reporting, { path, extensions }: GraphQLError): void {
  const subgraph = extensions["serviceName"];
  if (extensions["code"] !== "INTERNAL" || typeof subgraph !== "string" || path === undefined) return;
  const field = findField(reporting, path);
  if (field !== null && field.parent.object[field.field.responseName] === null)
    fillIn(reporting, subgraph, field);
}

function findField({ shape, root }: Reporting, path: ResponsePath): EmptyField | null {
  let standing = root;
  for (const [index, step] of path.entries()) {
    if (typeof step === "number") continue;
    const field = standing && fieldsOf(standing).find(one => one.responseName === step);
    if (!standing || !field) return null;
    if (index === path.length - 1) return { parent: standing, field, path };
    const prefix = path.slice(0, nextName(path, index));
    standing = standingsIn(shape, standing, field).find(one => isSamePath(one.path, prefix)) ?? null;
  }
  return null;
}

/** Where the indexes after a name end. */
function nextName(path: ResponsePath, index: number): number {
  const next = path.findIndex((step, at) => at > index && typeof step === "string");
  return next === -1 ? path.length : next;
}

function isSamePath(one: ResponsePath, other: ResponsePath): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}

/**
 * Where null had to be put although none may stand there, unless something else has explained it. What is referred to
 * and not there has no fields: that is nobody's fault, and the same where it is another's.
 */
function addViolations(reporting: Reporting, { violations }: AnsweredShape, { absent }: FetchState): void {
  const absentAt = new Set(absent.map(path => namesOf(path).join(".")));
  for (const path of violations) {
    const isExplained = [...reporting.errors.values()].some(error => isOnOneRoad(error.path ?? [], path));
    if (isExplained) continue;
    const isAbsent = absentAt.has(namesOf(path).slice(0, -1).join("."));
    addError(reporting, path, toGraphQLError(isAbsent ? NOT_THERE : MISSING, path));
  }
}

function isOnOneRoad(one: ResponsePath, other: ResponsePath): boolean {
  const length = Math.min(one.length, other.length);
  return isSamePath(one.slice(0, length), other.slice(0, length));
}
