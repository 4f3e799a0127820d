import {
  GraphQLError,
  isListType,
  isNonNullType,
  type ExecutionResult,
  type GraphQLOutputType,
} from "graphql";
import type { AnswerShape, Denial, ShapeEntry } from "./answerShape";
import type { AuthorizedOperation } from "./authorizedOperation";
import { allHold } from "./conditions";
import type { DenialCode, Variables } from "./policies/policy";

type Data = Record<string, unknown>;
type Path = readonly (string | number)[];

/**
 * Errors written out for one denied field. In a list of a hundred people a field denied in each would say the
 * same a hundred times; the last error counts the places that it also stands for.
 */
export const ERRORS_PER_FIELD = 20;

const MESSAGES: Readonly<Record<DenialCode, string>> = {
  FORBIDDEN: "You may not see this.",
  PURPOSE_REQUIRED: "Say what this is for: the headers duanka-purpose and duanka-reference are missing.",
};

/** The error for a denied place, for an answer or in place of one. */
export function createDenialError(denial: Pick<Denial, "code">, path: Path, furtherPlaces = 0): GraphQLError {
  const extensions = furtherPlaces > 0 ? { code: denial.code, furtherPlaces } : { code: denial.code };
  return new GraphQLError(MESSAGES[denial.code], { path, extensions });
}

/**
 * Gives an answer the shape the caller asked for: null and an error in each denied place, a non-null one taking
 * its parent with it as the specification says, keys in the order in which they were selected.
 */
export function restoreDenied(
  authorized: Pick<AuthorizedOperation, "shape" | "readVariables">,
  result: ExecutionResult,
  variables: Variables,
): ExecutionResult {
  const { shape } = authorized;
  if (!shape.touched || result.data === null || result.data === undefined) return result;
  const restoring = new Restoring(authorized.readVariables(variables));
  const data = restoring.restoreObject([shape], result.data, []);
  const errors = [...(result.errors ?? []), ...restoring.errors()];
  return errors.length === 0 ? { ...result, data } : { ...result, data, errors };
}

interface Merged {
  /** The first entry: all entries of one key for one type name the same field. */
  readonly entry: ShapeEntry;
  readonly children: AnswerShape[];
  denial: Denial | null;
}

interface Counted {
  readonly denial: Denial;
  readonly paths: Path[];
  further: number;
}

/** In place of a value: null where null may not stand, so that the parent becomes null. */
const LOST = Symbol("lost");

class Restoring {
  private readonly counted = new Map<string, Counted>();

  constructor(private readonly variables: Variables) {}

  restoreObject(shapes: readonly AnswerShape[], source: Data, path: Path): Data | null {
    const merged = this.merge(shapes, typeOf(shapes, source), path);
    if (merged === null) return null;
    const restored: Data = {};
    for (const [key, { entry, denial, children }] of merged) {
      if (denial !== null) this.count(denial, [...path, ...denial.path.slice(depthOf(path))]);
      const value =
        denial !== null
          ? null
          : this.restoreValue(entry.type, children, source[entry.source], [...path, key]);
      if (value === LOST || (denial !== null && isNonNullType(entry.type))) return null;
      define(restored, key, value);
    }
    return restored;
  }

  errors(): GraphQLError[] {
    return [...this.counted.values()].flatMap(({ denial, paths, further }) =>
      paths.map((path, index) => createDenialError(denial, path, index === paths.length - 1 ? further : 0)),
    );
  }

  /** The keys that apply to this object under these variables; null if the object as a whole is denied. */
  private merge(shapes: readonly AnswerShape[], type: string | null, path: Path): Map<string, Merged> | null {
    const merged = new Map<string, Merged>();
    for (const entry of shapes.flatMap(shape => shape.entries)) {
      if (!applies(entry, type, this.variables)) continue;
      if (entry.objectDenial !== null) {
        this.count(entry.objectDenial, path);
        return null;
      }
      const known = merged.get(entry.key) ?? { entry, children: [], denial: null };
      merged.set(entry.key, known);
      known.denial ??= entry.denial;
      if (entry.child !== null) known.children.push(entry.child);
    }
    return merged;
  }

  private restoreValue(
    type: GraphQLOutputType,
    shapes: readonly AnswerShape[],
    value: unknown,
    path: Path,
  ): unknown {
    if (value === null || value === undefined || !shapes.some(shape => shape.touched)) return value;
    if (isNonNullType(type)) return this.restoreValue(type.ofType, shapes, value, path) ?? LOST;
    if (!isListType(type)) return this.restoreObject(shapes, value as Data, path);
    const item = type.ofType;
    const restored = (value as readonly unknown[]).map((one, index) =>
      this.restoreValue(item, shapes, one, [...path, index]),
    );
    return restored.includes(LOST) ? null : restored;
  }

  private count(denial: Denial, path: Path): void {
    const id = `${denial.path.join(".")}|${denial.coordinate}|${denial.code}`;
    const entry = this.counted.get(id) ?? { denial, paths: [], further: 0 };
    this.counted.set(id, entry);
    if (entry.paths.length < ERRORS_PER_FIELD) entry.paths.push(path);
    else entry.further += 1;
  }
}

function applies(entry: ShapeEntry, type: string | null, variables: Variables): boolean {
  if (entry.types !== null && (type === null || !entry.types.has(type))) return false;
  return allHold(entry.conditions, variables);
}

function typeOf(shapes: readonly AnswerShape[], source: Data): string | null {
  for (const { onlyType, typeKey } of shapes) {
    if (onlyType !== null) return onlyType;
    if (typeKey !== null && typeof source[typeKey] === "string") return source[typeKey];
  }
  return null;
}

/** How many response keys a path has; a denial's own path has no indexes. */
function depthOf(path: Path): number {
  return path.filter(step => typeof step === "string").length;
}

/** A key such as `__proto__` is a key like any other. */
function define(target: Data, key: string, value: unknown): void {
  if (key !== "__proto__") target[key] = value;
  else Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
