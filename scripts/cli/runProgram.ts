import { type Command, CommanderError } from "commander";
import { CliError, EXIT_FAILURE, EXIT_MISUSE } from "./cliError";
import { describeFailure } from "./describeFailure";
import { printAside } from "./print";

/** Runs a command line to its end and answers the exit code. Every error is told here and nowhere else. */
export async function runProgram(program: Command, args: readonly string[]): Promise<number> {
  refuseQuietly(program);
  try {
    await program.parseAsync([...args], { from: "user" });
    return 0;
  } catch (error) {
    return tell(error);
  }
}

/** Commander would end the process itself, with 1 for everything. */
function refuseQuietly(command: Command): void {
  command.exitOverride();
  command.showHelpAfterError("(--help shows what this command understands)");
  command.showSuggestionAfterError(true);
  command.commands.forEach(refuseQuietly);
}

/** Says what went wrong, and answers the exit code that says it to a script. */
export function tell(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_MISUSE; // Commander has told it
  if (error instanceof CliError) {
    printAside(`error: ${error.message}`);
    printAside(`next:  ${error.next}`);
    return error.exitCode;
  }
  printAside("error: something went wrong that should not have.");
  printAside(describeFailure(error, process.env.LOG_LEVEL === "debug"));
  printAside(
    "next:  run it once more with LOG_LEVEL=debug, which shows more; if it fails again, report these lines.",
  );
  return EXIT_FAILURE;
}
