import type { DocumentNode } from "graphql";
import { readResultShape, type ShapeFor } from "./fetch/shape/resultShape";
import type { QueryPlan } from "./queryPlan";
import type { Permission } from "./requestContext";
import type { ExecutorContext, StartedGateway } from "./supergraph/startApolloGateway";

/** An operation as it is carried out: what is fetched, and the form of its answer. */
export interface OperationPlan {
  readonly plan: QueryPlan;
  readonly shapeFor: ShapeFor;
}

/** Rejects with the planner's error if there is no plan. */
export type PlanOperation = (
  received: ExecutorContext,
  permission: Pick<Permission, "hash"> & { readonly document: DocumentNode },
  variables: Record<string, unknown>,
) => Promise<OperationPlan>;

/** Plans once for each document, which is the same object for the same operation and rights. */
export function createPlanOperation({ plan, clientSchema }: StartedGateway): PlanOperation {
  const known = new WeakMap<DocumentNode, OperationPlan>();
  return async (received, { document, hash }, variables) => {
    const before = known.get(document);
    if (before !== undefined) return before;
    const planned: OperationPlan = {
      // Apollo keeps plans by hash: the client's own would find the plan of another caller's document. The document
      // holds one operation; its name would only split the plans.
      plan: await plan({ ...received, document, queryHash: hash, request: { variables } }),
      shapeFor: readResultShape(clientSchema, document),
    };
    known.set(document, planned);
    return planned;
  };
}
