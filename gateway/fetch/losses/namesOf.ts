import type { ResponsePath } from "../json";

/** The step of a plan's path that stands for every element of a list. */
const EVERY = "@";

/** The response names of a path, of a plan or of an answer, without the places in lists. */
export function namesOf(path: ResponsePath): string[] {
  return path.filter((step): step is string => typeof step === "string" && step !== EVERY);
}
