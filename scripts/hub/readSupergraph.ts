import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SUPERGRAPH_FILE } from "../compose/supergraphFile";

/** The supergraph as it was composed and committed. */
export function readSupergraph(): string {
  return readFileSync(join(__dirname, "../../schema/graphql", SUPERGRAPH_FILE), "utf8");
}
