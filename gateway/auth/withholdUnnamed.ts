import {
  getNullableType,
  isListType,
  isNonNullType,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLOutputType,
} from "graphql";
import type { AnswerShape } from "./answerShape";
import { toClientPath } from "./clientPaths";
import { createDenialError } from "./denialError";

type Path = readonly (string | number)[];

/** An object of which it is not known whose it is. */
interface Unnamed {
  readonly path: Path;
  /** Where null may stand instead: there, or at the nearest place above. */
  readonly nullAt: Path;
}

/**
 * The record of an answer names everybody whose things it shows. Where a register that knows whose a thing is does
 * not say it, the record could not name them: so the thing is not shown, whatever others have told of it.
 */
export function withholdUnnamed(shape: AnswerShape, result: ExecutionResult): ExecutionResult {
  const unnamed = new Map<string, Unnamed>();
  const others: GraphQLError[] = [];
  for (const error of result.errors ?? []) {
    const found = findUnnamed(shape, error.path ?? []);
    if (found === null) others.push(error);
    else unnamed.set(JSON.stringify(found.path), found);
  }
  if (unnamed.size === 0) return result;
  const withheld = [...unnamed.values()];
  const data = withheld.reduce<unknown>((value, { nullAt }) => putNull(value, nullAt), result.data);
  return {
    ...result,
    data: data as ExecutionResult["data"],
    errors: [
      ...others.filter(({ path = [] }) => !withheld.some(one => isAbove(one.path, path))),
      ...withheld.map(({ path }) =>
        createDenialError({ code: "SUBGRAPH_UNAVAILABLE" }, toClientPath(shape, path)),
      ),
    ],
  };
}

/** Null where an error is about something else than whose a thing is: about what else is told of that person, say. */
function findUnnamed(shape: AnswerShape, path: Path): Unnamed | null {
  let shapes = [shape];
  let type: GraphQLOutputType | undefined;
  let nullAt: Path = [];
  let unnamed: Unnamed | null = null;
  for (const [index, step] of path.entries()) {
    if (typeof step === "number") {
      const list: GraphQLOutputType | undefined = type && getNullableType(type);
      type = isListType(list) ? list.ofType : undefined;
    } else {
      const isRecorded = shapes.some(({ recorded }) => recorded.has(step));
      unnamed = isRecorded ? (unnamed ?? { path: path.slice(0, index), nullAt }) : null;
      const entries = shapes.flatMap(one => one.entries).filter(({ source }) => source === step);
      shapes = entries.flatMap(({ child }) => child ?? []);
      type = entries[0]?.type;
    }
    if (type !== undefined && !isNonNullType(type)) nullAt = path.slice(0, index + 1);
  }
  return unnamed;
}

function putNull(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined || value === null) return null;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === step ? putNull(item, rest) : item));
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [step]: putNull(object[step], rest) };
}

function isAbove(above: Path, path: Path): boolean {
  return above.length < path.length && above.every((step, index) => step === path[index]);
}
