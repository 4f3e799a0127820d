/** Exit code for input that the command does not understand, as shells use it. */
export const EXIT_MISUSE = 2;
/** Exit code for everything else that stopped a command. */
export const EXIT_FAILURE = 1;

interface CliErrorOptions {
  /** What the reader can do about it, as a whole sentence or a command. */
  readonly next: string;
  readonly exitCode?: number;
}

/** An error meant for whoever typed the command: what is wrong and what to do, never a value that was given. */
export class CliError extends Error {
  readonly next: string;
  readonly exitCode: number;

  constructor(message: string, { next, exitCode = EXIT_FAILURE }: CliErrorOptions) {
    super(message);
    this.name = "CliError";
    this.next = next;
    this.exitCode = exitCode;
  }
}
