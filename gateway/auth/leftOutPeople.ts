import type { ExecutionResult, GraphQLError } from "graphql";
import { HubError } from "../../schema/contract/errors";
import { createDenialError } from "./denialError";
import type { DecidedPolicies } from "./policies/decidePolicies";
import type { DenialCode, Variables } from "./policies/policy";
import { ERRORS_PER_FIELD } from "./restoreDenied";

/** By variable: which items of its list no subgraph is asked for. */
export type LeftOutItems = ReadonlyMap<string, ReadonlyMap<number, DenialCode>>;

/** Items of lists that are not asked for, and how their places in the answer are filled again. */
export interface LeftOutPeople {
  readonly items: LeftOutItems;
  /** `Type.field` of the fields that answer for fewer than were named. */
  readonly coordinates: readonly string[];
  /** Puts null and an error where an item was left out; what stands behind it gets its own place back. */
  restore(result: ExecutionResult): ExecutionResult;
}

interface ShortenedField {
  readonly key: string;
  /** How many were named. */
  readonly total: number;
  readonly positions: ReadonlyMap<number, DenialCode>;
}

/** Gathers who is left out. A list that two fields share is the same list for both. */
export function createLeftOutPeople(
  { leftOut }: Pick<DecidedPolicies, "leftOut">,
  variables: Variables,
): LeftOutPeople {
  const all = new Map<string, Map<number, DenialCode>>();
  for (const { variable, positions } of leftOut) {
    const known = all.get(variable) ?? new Map<number, DenialCode>();
    for (const [position, code] of positions) known.set(position, code);
    all.set(variable, known);
  }
  const items = new Map([...all].filter(([, positions]) => positions.size > 0));
  const shortened = leftOut.filter(({ variable }) => items.has(variable));
  const fields = shortened.map(({ variable, question: { path } }) => ({
    key: path[0] ?? "",
    total: (variables[variable] as readonly unknown[]).length,
    positions: items.get(variable) ?? new Map<number, DenialCode>(),
  }));
  return {
    items,
    coordinates: [...new Set(shortened.map(({ question }) => question.coordinate))],
    restore: result => fields.reduce(restoreField, result),
  };
}

function restoreField(result: ExecutionResult, { key, total, positions }: ShortenedField): ExecutionResult {
  const list = result.data?.[key];
  if (!Array.isArray(list)) return result;
  // Which answer is whose is known by its place alone: of a list of another length nothing may be shown.
  if (list.length !== total - positions.size)
    throw new HubError("INTERNAL", "The operation failed.", {
      detail: `${key} has another length than asked for`,
    });
  const kept = Array.from({ length: total }, (_, index) => index).filter(index => !positions.has(index));
  const whole: unknown[] = Array.from({ length: total }, () => null);
  list.forEach((item: unknown, index) => (whole[kept[index] ?? index] = item));
  const moved = (result.errors ?? []).map(error => moveError(error, key, kept));
  return {
    ...result,
    data: { ...result.data, [key]: whole },
    errors: [...moved, ...denialsOf(key, positions)],
  };
}

function moveError(error: GraphQLError, key: string, kept: readonly number[]): GraphQLError {
  const [first, index, ...rest] = error.path ?? [];
  if (first !== key || typeof index !== "number") return error;
  const path = { value: [key, kept[index] ?? index, ...rest], enumerable: true };
  return Object.create(error, { path }) as GraphQLError;
}

function denialsOf(key: string, positions: ReadonlyMap<number, DenialCode>): GraphQLError[] {
  const told = [...positions].sort(([one], [other]) => one - other).slice(0, ERRORS_PER_FIELD);
  const further = positions.size - told.length;
  return told.map(([position, code], index) =>
    createDenialError({ code }, [key, position], index === told.length - 1 ? further : 0),
  );
}
