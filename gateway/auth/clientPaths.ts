import { GraphQLError } from "graphql";
import type { AnswerShape } from "./answerShape";

/** The error with the response keys that the caller wrote, where the planner was given others. */
export function atClientPath(shape: AnswerShape, error: GraphQLError): GraphQLError {
  const { path } = error;
  if (path === undefined) return error;
  const written = toClientPath(shape, path);
  if (written.every((step, index) => step === path[index])) return error;
  const { message, nodes, source, positions, originalError, extensions } = error;
  return new GraphQLError(message, { path: written, nodes, source, positions, originalError, extensions });
}

/** A road through the planner's answer in the response keys that the caller wrote. */
export function toClientPath<Step extends string | number>(
  shape: AnswerShape,
  path: readonly Step[],
): (Step | string)[] {
  let shapes: readonly AnswerShape[] = [shape];
  return path.map(step => {
    if (typeof step === "number") return step;
    const below: AnswerShape[] = [];
    let key: string | null = null;
    // For each answer, several times: no lists in between.
    for (const { entries } of shapes) {
      for (const { source, key: written, child } of entries) {
        if (source !== step) continue;
        key ??= written;
        if (child !== null) below.push(child);
      }
    }
    shapes = below;
    return key ?? step;
  });
}
