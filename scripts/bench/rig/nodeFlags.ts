import { readFileSync } from "node:fs";
import { COMMAND_LINE } from "./builtFiles";

/** What Node is asked for by whoever runs `duanka`: the command line's first line says it. Contestants get the same. */
export function nodeFlags(): string[] {
  const [firstLine = ""] = readFileSync(COMMAND_LINE, "utf8").split("\n");
  const flags = firstLine.split(" ").filter(word => word.startsWith("--"));
  if (flags.length === 0) throw new Error(`${COMMAND_LINE} is not of this version: npm run build`);
  return flags;
}
