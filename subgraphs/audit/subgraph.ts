import type { Clock } from "../../schema/contract/clock";
import type { Database } from "../../schema/database/openDatabase";
import { keepCheckpoints } from "../shared/checkpoints/keepCheckpoints";
import type { RunningSubgraph } from "../shared/runningSubgraph";
import type { AuditContext } from "./auditContext";
import { followPolice } from "./followPolice";
import { buildAuditSchema } from "./schema";
import { createAuditStore } from "./store/auditStore";

interface AuditParts {
  readonly database: Database;
  readonly clock: Clock;
}

/** The audit subgraph over its store: who saw whom. Clients read; the gateway alone writes. */
export async function createAuditSubgraph({ database, clock }: AuditParts): Promise<RunningSubgraph> {
  const subgraph = await buildAuditSchema();
  const store = createAuditStore(database);
  const createContext: RunningSubgraph["createContext"] = (claims): AuditContext => ({
    claims,
    clock,
    store,
  });
  return keepCheckpoints({ subgraph, createContext, follows: [followPolice(store)] }, store);
}
