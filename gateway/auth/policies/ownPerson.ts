import type { Policy } from "./policy";

/** Held by the person who asks: decided in the subgraph, which leaves out every other row. */
export const ownPerson: Policy = { name: "own_person" };
