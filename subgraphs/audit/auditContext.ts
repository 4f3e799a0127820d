import type { SubgraphRequest } from "../shared/requestContext";
import type { AuditStore } from "./store/auditStore";

/** What the resolvers of the audit subgraph work with during one request. */
export interface AuditContext extends SubgraphRequest {
  readonly store: AuditStore;
}
