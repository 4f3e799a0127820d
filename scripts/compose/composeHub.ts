import { buildAuditSchema } from "../../subgraphs/audit/schema";
import { buildBankingSchema } from "../../subgraphs/banking/schema";
import { buildPoliceSchema } from "../../subgraphs/police/schema";
import { buildTelecomSchema } from "../../subgraphs/telecom/schema";
import { composeSupergraph } from "./composeSupergraph";
import { SUPERGRAPH_FILE } from "./supergraphFile";

/** File name → content: each subgraph's SDL as its classes print it, and the supergraph composed of them. */
export type SchemaFiles = ReadonlyMap<string, string>;

const MADE_BY = "# Printed by `npx duanka compose` from the decorated classes in subgraphs/. Do not edit.\n";

/** Prints and composes the hub's schema. All subgraphs are loaded in one process, as the embedded hub does it. */
export async function composeHub(): Promise<SchemaFiles> {
  const subgraphs = [
    await buildTelecomSchema(),
    await buildBankingSchema(),
    await buildPoliceSchema(),
    await buildAuditSchema(),
  ];
  return new Map([
    ...subgraphs.map(({ name, sdl }) => [`${name}.graphql`, MADE_BY + sdl] as const),
    [SUPERGRAPH_FILE, MADE_BY + composeSupergraph(subgraphs)],
  ]);
}
