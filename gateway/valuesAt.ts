import type { AnswerPath } from "./findAnswerPaths";

/** The texts that stand at some places of an answer, each once. Null on the way ends it. */
export function valuesAt(data: unknown, paths: readonly AnswerPath[]): string[] {
  const found = new Set<string>();
  for (const path of paths) collect(data, path, 0, found);
  return [...found];
}

function collect(value: unknown, path: AnswerPath, depth: number, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, path, depth, found);
    return;
  }
  const name = path[depth];
  if (name === undefined) {
    if (typeof value === "string") found.add(value);
    return;
  }
  if (typeof value === "object" && value !== null)
    collect((value as Record<string, unknown>)[name], path, depth + 1, found);
}
