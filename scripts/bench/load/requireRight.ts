import { CliError } from "../../cli/cliError";
import type { LoadResult } from "./putUnderLoad";

/** Throws where a run had wrong answers: whoever answers wrongly may well be fast. */
export function requireRight(name: string, result: LoadResult): LoadResult {
  if (result.wrong === 0) return result;
  const first = result.firstWrong === null ? "" : ` The first: ${result.firstWrong}`;
  throw new CliError(`${name} gave ${result.wrong} wrong answers: nothing is measured by them.${first}`, {
    next: "see its log in .duanka/bench/run",
  });
}
