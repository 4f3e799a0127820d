import { randomBytes, type KeyObject } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import type { Clock } from "../../schema/contract/clock";
import { HubError } from "../../schema/contract/errors";
import { createAuditChain } from "./auditChain";
import { createAuditFile } from "./auditFile";
import type { AuditEntry, AuditReceipt, AuditRecord, ChainOpening } from "./auditRecord";
import { signCheckpoint, type Checkpoint } from "./checkpoint";
import { createDispatcher } from "./dispatcher";
import { auditFileOf } from "./verifyAudit";

/** What a trail needs from outside; both ways out are tried again until they are taken. */
export interface AuditTrailParts {
  readonly directory: string;
  /** Ed25519 private key of the checkpoints. */
  readonly signingKey: KeyObject;
  readonly clock: Clock;
  /** Hands a checkpoint to all subgraphs. */
  deposit(checkpoint: Checkpoint): Promise<void>;
  /** Hands records to the searchable index. */
  index(records: readonly AuditRecord[]): Promise<void>;
  onTrouble(what: string, error: unknown): void;
}

/** Where every look leaves its mark. */
export interface AuditTrail {
  /** Resolves when the record is durable. Throws AUDIT_UNAVAILABLE when it is not: then nothing may leave. */
  record(entry: AuditEntry): Promise<AuditReceipt>;
  close(): Promise<void>;
}

/** How far an attacker could cut the tail unseen: the time between two checkpoints. */
const CHECKPOINT_EVERY_MS = 1_000;
/** The index takes this many records in one call. */
const MAX_INDEXED_AT_ONCE = 500;

/** Opens a new chain for this start, bound to where the newest chain of the folder ended. */
export async function openAuditTrail(parts: AuditTrailParts): Promise<AuditTrail> {
  await mkdir(parts.directory, { recursive: true, mode: 0o700 });
  const opening = await openingAfter(parts.directory, parts.clock);
  // The time first, so that chains sort in the order of their starts.
  const chain = `${opening.at.replace(/[^0-9]/g, "")}-${randomBytes(4).toString("hex")}`;
  const index = createDispatcher<AuditRecord>(parts.index, MAX_INDEXED_AT_ONCE, error =>
    parts.onTrouble("index", error),
  );
  const deposits = createDispatcher<Checkpoint>(
    // Only the newest says where the chain stands; those before it are covered by it.
    async checkpoints => parts.deposit(checkpoints[checkpoints.length - 1] as Checkpoint),
    Number.MAX_SAFE_INTEGER,
    error => parts.onTrouble("deposit", error),
  );
  const auditChain = createAuditChain(
    chain,
    await createAuditFile(auditFileOf(parts.directory, chain)),
    records => index.push(records.filter(record => record.kind !== "OPENING")),
  );
  let deposited = -1;

  function checkpoint(): void {
    const head = auditChain.head;
    if (head === null || head.sequence === deposited) return;
    deposited = head.sequence;
    deposits.push([signCheckpoint(parts.signingKey, head, parts.clock().toISOString())]);
  }

  await auditChain.append(opening);
  checkpoint();
  const timer = setInterval(checkpoint, CHECKPOINT_EVERY_MS);
  timer.unref();
  return {
    record: entry =>
      auditChain.append(entry).catch((error: unknown) => {
        parts.onTrouble("write", error);
        throw new HubError(
          "AUDIT_UNAVAILABLE",
          "The access record could not be written, so nothing is answered. Try again later.",
          {
            detail: error instanceof Error ? error.message : "unknown",
          },
        );
      }),
    async close() {
      clearInterval(timer);
      checkpoint();
      await auditChain.close();
      await Promise.all([deposits.drain(), index.drain()]);
    },
  };
}

async function openingAfter(directory: string, clock: Clock): Promise<ChainOpening> {
  const files = (await readdir(directory)).filter(name => name.endsWith(".ndjson")).sort();
  const newest = files.at(-1);
  const previousChain = newest === undefined ? null : newest.replace(/\.ndjson$/, "");
  const previousHash =
    previousChain === null ? null : await lastHashOf(auditFileOf(directory, previousChain));
  return { kind: "OPENING", at: clock().toISOString(), previousChain, previousHash };
}

async function lastHashOf(path: string): Promise<string | null> {
  const hashes = (await readFile(path, "utf8")).matchAll(/,"hash":"([0-9a-f]{64})"\}$/gm);
  return [...hashes].at(-1)?.[1] ?? null;
}
