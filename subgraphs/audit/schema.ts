import { buildSubgraph, type Subgraph } from "../shared/buildSubgraph";
import { CheckpointResolver } from "../shared/checkpoints/CheckpointResolver";
import { AccessRecordResolver } from "./resolvers/AccessRecordResolver";
import { AlarmResolver } from "./resolvers/AlarmResolver";
import { AuditChainResolver } from "./resolvers/AuditChainResolver";
import { RecordKeepingResolver } from "./resolvers/RecordKeepingResolver";

/** The audit schema from its decorated classes; no store is needed to print it. */
export function buildAuditSchema(): Promise<Subgraph> {
  return buildSubgraph({
    name: "audit",
    resolvers: [
      AccessRecordResolver,
      AlarmResolver,
      AuditChainResolver,
      CheckpointResolver,
      RecordKeepingResolver,
    ],
    references: {},
  });
}
