import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What the build made, this file included: processes are started from it. */
export const BUILT_FOLDER = join(__dirname, "../../..");
/** The command line, built. */
export const COMMAND_LINE = join(BUILT_FOLDER, "scripts/duanka.js");

/** What Node is asked for by whoever runs `duanka`: the command line's first line says it. */
export function nodeFlags(): string[] {
  const [firstLine = ""] = readFileSync(COMMAND_LINE, "utf8").split("\n");
  return firstLine.split(" ").filter(word => word.startsWith("--"));
}
