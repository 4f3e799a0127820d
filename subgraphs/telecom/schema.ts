import { buildSubgraph, type Subgraph } from "../shared/buildSubgraph";
import { references } from "./references";
import { RESOLVER_CLASSES } from "./resolverClasses";
import { Sanction } from "./types/Sanction";

/** The telecom schema from its decorated classes; no store is needed to print it. */
export function buildTelecomSchema(): Promise<Subgraph> {
  return buildSubgraph({
    name: "telecom",
    resolvers: RESOLVER_CLASSES,
    orphanedTypes: [Sanction],
    references,
  });
}
