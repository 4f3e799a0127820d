import { CliError } from "../../cli/cliError";
import type { LoadResult } from "./putUnderLoad";

/** Throws where a run had wrong answers: whoever answers wrongly may well be fast. */
export function requireRight(name: string, result: LoadResult): LoadResult {
  if (result.wrong === 0) return result;
  throw new CliError(`${name} gave ${result.wrong} wrong answers: nothing is measured by them.`, {
    next: "see its log in .duanka/bench/run",
  });
}
