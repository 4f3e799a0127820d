import { CliError } from "../../cli/cliError";

const TOLD = 300; // characters of what was seen

/** What a gateway that was to be measured does not hold of the production configuration, and what showed it. */
export function unproven(what: string, seen: string): CliError {
  return new CliError(
    `what was measured is not the production configuration: ${what} (${seen.slice(0, TOLD)}).`,
    { next: "see its log in .duanka/bench/run; no figure of it counts until it is mended" },
  );
}
