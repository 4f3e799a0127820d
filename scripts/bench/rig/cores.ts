/**
 * Whoever is measured has one core to itself; subgraphs, stores and load share the other. So no contestant can be
 * helped or hindered by what it is measured with.
 */
export const CORES = { contestant: "0", everythingElse: "1" } as const;
