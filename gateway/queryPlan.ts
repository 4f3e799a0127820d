import type { executeQueryPlan } from "@apollo/gateway";

/** The planner's plan of an operation. */
export type QueryPlan = Parameters<typeof executeQueryPlan>[0];
