import { Option } from "commander";

/** `--json`: the answer as one line of JSON on standard output. */
export function jsonOption(): Option {
  return new Option("--json", "answer as JSON").default(false);
}
