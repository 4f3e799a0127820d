import type { Policy } from "./policy";

/** Within the regulator's sector: decided in the subgraph, which leaves out every other row. */
export const supervisedSector: Policy = { name: "supervised_sector" };
