import {
  isListType,
  isNonNullType,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLOutputType,
} from "graphql";
import { setValue } from "../setValue";
import type { AnswerShape, Denial } from "./answerShape";
import type { AuthorizedOperation } from "./authorizedOperation";
import { atClientPath } from "./clientPaths";
import { createDenialError } from "./denialError";
import { mergeShapes } from "./mergeShapes";
import { withholdUnnamed } from "./withholdUnnamed";

type Data = Record<string, unknown>;
type Path = readonly (string | number)[];

/**
 * Errors written out for one denied field. In a list of a hundred people a field denied in each would say the
 * same a hundred times; the last error counts the places that it also stands for.
 */
export const ERRORS_PER_FIELD = 20;

/**
 * Gives an answer the shape the caller asked for: null and an error in each denied place, a non-null one taking
 * its parent with it as the specification says, keys in the order in which they were selected.
 */
export function restoreDenied(
  { shape }: Pick<AuthorizedOperation, "shape">,
  answered: ExecutionResult,
): ExecutionResult {
  const result = withholdUnnamed(shape, answered);
  if (!shape.touched) return result;
  const told = result.errors?.map(error => atClientPath(shape, error)) ?? [];
  if (result.data === null || result.data === undefined)
    return told.length === 0 ? result : { ...result, errors: told };
  const restoring = new Restoring();
  const data = restoring.restoreObject([shape], result.data, []);
  const errors = [...told, ...restoring.errors()];
  return errors.length === 0 ? { ...result, data } : { ...result, data, errors };
}

interface Counted {
  readonly denial: Denial;
  readonly paths: Path[];
  further: number;
}

/** In place of a value: null where null may not stand, so that the parent becomes null. */
const LOST = Symbol("lost");

class Restoring {
  private readonly counted = new Map<Denial, Counted>();

  restoreObject(shapes: readonly AnswerShape[], source: Data, path: Path): Data | null {
    const keys = mergeShapes(shapes, typeOf(shapes, source));
    if ("objectDenial" in keys) {
      this.count(keys.objectDenial, path);
      return null;
    }
    const restored: Data = {};
    for (const { key, source: from, type, denial, children, confirmedBy, touched } of keys.merged) {
      if (denial !== null) {
        this.count(denial, [...path, ...denial.path.slice(depthOf(path))]);
        if (isNonNullType(type)) return null;
        setValue(restored, key, null);
        continue;
      }
      const isTold = confirmedBy === null || (source[confirmedBy] ?? null) !== null;
      const told = isTold ? source[from] : withoutParts(children, source[from]);
      const value = touched ? this.restoreValue(type, children, told, [...path, key]) : told;
      if (value === LOST) return null;
      setValue(restored, key, value);
    }
    return restored;
  }

  errors(): GraphQLError[] {
    return [...this.counted.values()].flatMap(({ denial, paths, further }) =>
      paths.map((path, index) => createDenialError(denial, path, index === paths.length - 1 ? further : 0)),
    );
  }

  private restoreValue(
    type: GraphQLOutputType,
    shapes: readonly AnswerShape[],
    value: unknown,
    path: Path,
  ): unknown {
    if (value === null || value === undefined) return value;
    if (isNonNullType(type)) return this.restoreValue(type.ofType, shapes, value, path) ?? LOST;
    if (!isListType(type)) return this.restoreObject(shapes, value as Data, path);
    const item = type.ofType;
    const restored = (value as readonly unknown[]).map((one, index) =>
      this.restoreValue(item, shapes, one, [...path, index]),
    );
    return restored.includes(LOST) ? null : restored;
  }

  private count(denial: Denial, path: Path): void {
    const entry = this.counted.get(denial) ?? { denial, paths: [], further: 0 };
    this.counted.set(denial, entry);
    if (entry.paths.length < ERRORS_PER_FIELD) entry.paths.push(path);
    else entry.further += 1;
  }
}

/** Of whom nobody has confirmed no more than the key is told: the rest is absent, as rows are that one may not see. */
function withoutParts(shapes: readonly AnswerShape[], value: unknown): unknown {
  if (value === null || value === undefined) return value;
  const source = value as Data;
  const keys = mergeShapes(shapes, typeOf(shapes, source));
  if ("objectDenial" in keys) return value;
  const parts = keys.merged.filter(({ children }) => children.length > 0);
  return { ...source, ...Object.fromEntries(parts.map(part => [part.source, null])) };
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
  let depth = 0;
  for (const step of path) if (typeof step === "string") depth += 1;
  return depth;
}
