import type { Policy } from "./policy";

/** The officer is assigned to the case: decided in the subgraph, which leaves out every other row. */
export const caseAssigned: Policy = { name: "case_assigned" };
