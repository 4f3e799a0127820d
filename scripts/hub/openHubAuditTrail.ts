import type { DocumentNode } from "graphql";
import type { KeyObject } from "node:crypto";
import type { Logger } from "pino";
import type { AuditIndex } from "../../gateway/audit/indexer";
import { openAuditTrail, type AuditTrail } from "../../gateway/audit/openAuditTrail";
import { scrub } from "../../gateway/errors/scrub";
import type { SubgraphTransport } from "../../gateway/fetch/subgraphTransport";
import type { Clock } from "../../schema/contract/clock";
import { STORES } from "../../schema/database/migrate";
import { DEPOSIT_CHECKPOINT, INDEX_ACCESS_RECORDS, INDEXED_SEQUENCES } from "./auditOperations";
import { createSubgraphSender } from "./createSubgraphSender";
import { GATEWAY_CLAIMS } from "./gatewayClaims";

export interface HubAuditParts {
  /** Where the chained files are. */
  readonly directory: string;
  readonly signingKey: KeyObject;
  readonly transport: SubgraphTransport;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Nobody waits for it: it may take as long as a subgraph takes to store 500 records. */
const SEND_LIMIT_MS = 10_000;

type Send = <T>(subgraph: string, document: DocumentNode, variables: object, field: string) => Promise<T>;

/** Opens this start's chain of access records: every subgraph keeps its checkpoints, the audit subgraph finds by it. */
export function openHubAuditTrail({
  directory,
  signingKey,
  transport,
  clock,
  logger,
}: HubAuditParts): Promise<AuditTrail> {
  const send = createSend(transport);
  return openAuditTrail({
    directory,
    signingKey,
    clock,
    depositories: STORES.map(name => ({
      name,
      deposit: async ({ sequence, ...checkpoint }) =>
        void (await send<boolean>(
          name,
          DEPOSIT_CHECKPOINT,
          { ...checkpoint, sequence: String(sequence) },
          "depositCheckpoint",
        )),
    })),
    index: createIndex(send),
    onTrouble: (what, error) =>
      logger.error(
        { what, detail: error instanceof Error ? scrub(error.message) : "not an error" },
        "access records",
      ),
  });
}

function createIndex(send: Send): AuditIndex {
  return {
    async positions(chains) {
      const held = await send<string[]>("audit", INDEXED_SEQUENCES, { chains }, "indexedSequences");
      return new Map(chains.map((chain, index) => [chain, Number(held[index] ?? 0)]));
    },
    async take(records) {
      const sent = records.map(record => ({ ...record, sequence: String(record.sequence) }));
      await send<boolean>("audit", INDEX_ACCESS_RECORDS, { records: sent }, "indexAccessRecords");
    },
  };
}

function createSend(transport: SubgraphTransport): Send {
  const send = createSubgraphSender(transport, SEND_LIMIT_MS);
  return async (subgraph, document, variables, field) => {
    const { data, errors } = await send(subgraph, document, { ...variables }, GATEWAY_CLAIMS);
    const code = errors?.[0]?.extensions.code;
    if (errors !== undefined) throw new Error(`${subgraph} refused ${field}: ${String(code)}`);
    return data?.[field] as never;
  };
}
