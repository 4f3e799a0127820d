/** Writes a line that the command was asked for. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Writes the answer as one line of JSON, for `--json`. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value));
}

/** Writes a line beside the answer, so that a pipe gets the answer alone. */
export function printAside(line: string): void {
  process.stderr.write(`${line}\n`);
}
