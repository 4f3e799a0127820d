/** The name under which the composed supergraph is kept and found. */
export const SUPERGRAPH_FILE = "supergraph.graphql";
