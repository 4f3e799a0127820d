import type { Clock } from "../../schema/contract/clock";
import type { Database } from "../../schema/database/openDatabase";
import { buildSubgraph } from "../shared/buildSubgraph";
import type { RunningSubgraph } from "../shared/runningSubgraph";
import type { AuditContext } from "./auditContext";
import { AccessRecordResolver } from "./resolvers/AccessRecordResolver";
import { AlarmResolver } from "./resolvers/AlarmResolver";
import { AuditChainResolver } from "./resolvers/AuditChainResolver";
import { createAuditStore } from "./store/auditStore";

interface AuditParts {
  readonly database: Database;
  readonly clock: Clock;
}

/** The audit subgraph over its store: who saw whom. It only reads; the gateway writes the records. */
export async function createAuditSubgraph({ database, clock }: AuditParts): Promise<RunningSubgraph> {
  const subgraph = await buildSubgraph({
    name: "audit",
    resolvers: [AccessRecordResolver, AlarmResolver, AuditChainResolver],
    references: {},
  });
  const store = createAuditStore(database);
  return { subgraph, createContext: (claims): AuditContext => ({ claims, clock, store }) };
}
