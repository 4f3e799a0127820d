import type { KeyObject } from "node:crypto";
import type { Logger } from "pino";
import { openAuditTrail, type AuditTrail } from "../../gateway/audit/openAuditTrail";
import { scrub } from "../../gateway/errors/scrub";
import type { Clock } from "../../schema/contract/clock";
import type { Database } from "../../schema/database/openDatabase";
import { createAuditStore } from "../../subgraphs/audit/store/auditStore";

interface HubAuditParts {
  /** Where the chained files are. */
  readonly directory: string;
  readonly signingKey: KeyObject;
  /** The audit store: it keeps the searchable copy and the checkpoints. */
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Opens this start's chain of access records, with the audit store as its index and as keeper of checkpoints. */
export function openHubAudit({
  directory,
  signingKey,
  database,
  clock,
  logger,
}: HubAuditParts): Promise<AuditTrail> {
  const store = createAuditStore(database);
  return openAuditTrail({
    directory,
    signingKey,
    clock,
    depositories: [{ name: "audit", deposit: checkpoint => store.depositCheckpoint(checkpoint) }],
    index: {
      positions: chains => store.lastSequences(chains),
      take: records => store.insertRecords(records),
    },
    onTrouble: (what, error) =>
      logger.error(
        { what, detail: error instanceof Error ? scrub(error.message) : "not an error" },
        "access record",
      ),
  });
}
