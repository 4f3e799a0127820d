import { Option } from "commander";

/** Where the embedded mode keeps its data, unless told otherwise. */
const DEFAULT_FOLDER = ".duanka";

/** `--data <folder>`: the same for every command that reads the embedded mode's folder. */
export function dataOption(): Option {
  return new Option("--data <folder>", "folder of the embedded mode").default(DEFAULT_FOLDER);
}
