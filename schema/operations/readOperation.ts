import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The text of one of the operations kept here, by its file's name: `dossier`. */
export function readOperation(name: string): string {
  return readFileSync(join(__dirname, `${name}.graphql`), "utf8");
}
