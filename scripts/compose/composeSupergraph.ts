import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

/** One subgraph's part of the whole, and where it is reached unless told otherwise. */
export interface SubgraphSdl {
  readonly name: string;
  readonly sdl: string;
}

/** Composes the supergraph. Throws with every reason where the parts do not fit together. */
export function composeSupergraph(subgraphs: readonly SubgraphSdl[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `http://${name}.invalid/graphql` })),
  );
  if (supergraphSdl === undefined) {
    throw new Error(`The subgraphs do not compose:\n${errors.map(error => `- ${error.message}`).join("\n")}`);
  }
  return `${supergraphSdl.trimEnd()}\n`;
}
