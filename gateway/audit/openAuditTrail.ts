import { createPublicKey, randomBytes, type KeyObject } from "node:crypto";
import { mkdir } from "node:fs/promises";
import type { Clock } from "../../schema/contract/clock";
import { HubError } from "../../schema/contract/errors";
import { createAuditChain, type AuditChain } from "./auditChain";
import { createAuditFile } from "./auditFile";
import type { AuditEntry, AuditReceipt, ChainOpening } from "./auditRecord";
import { auditFileOf, listChains, readLastRecord } from "./chainFiles";
import { signCheckpoint, type Checkpoint } from "./checkpoint";
import { createDepositor, type Depository } from "./depositor";
import { isSignedBy, signGroup } from "./groupSignature";
import { startIndexer, type AuditIndex, type Indexer } from "./indexer";
import { withinTime } from "../withinTime";

/** What a trail needs from outside; both ways out are tried again until they are taken. */
export interface AuditTrailParts {
  readonly directory: string;
  /** Ed25519 private key: it signs each group of records, and the checkpoints. */
  readonly signingKey: KeyObject;
  readonly clock: Clock;
  /** All who keep checkpoints. */
  readonly depositories: readonly Depository[];
  readonly index: AuditIndex;
  readonly onTrouble: (what: string, error: unknown) => void;
}

/** Where every look leaves its mark. */
export interface AuditTrail {
  readonly chain: string;
  /** A record is about to come; what it returns is called when it has, or will not. */
  expect(): () => void;
  /** Resolves when the record is durable. Throws AUDIT_UNAVAILABLE when it is not: then nothing may leave. */
  record(entry: AuditEntry): Promise<AuditReceipt>;
  close(): Promise<void>;
}

/** How far an attacker could cut the tail unseen: the time between two checkpoints. */
const CHECKPOINT_EVERY_MS = 1_000;
/** A disk that needs longer counts as unwritable: the answer would be late anyway. */
const WRITE_LIMIT_MS = 3_000;
const LATE = "the disk did not answer in time";

/** Opens a new chain for this start, bound to where the newest chain of the folder ended. */
export async function openAuditTrail(parts: AuditTrailParts): Promise<AuditTrail> {
  const { directory, index, signingKey } = parts;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const keys = [createPublicKey(signingKey)];
  const opening = await openingAfter(directory, keys, parts.clock);
  // The time first, so that chains sort in the order of their starts.
  const chain = `${opening.at.replace(/[^0-9]/g, "")}-${randomBytes(4).toString("hex")}`;
  const file = await createAuditFile(auditFileOf(directory, chain));
  let indexer: Indexer | null = null;
  const auditChain = createAuditChain(
    chain,
    file,
    end => signGroup(signingKey, end),
    () => indexer?.wake(),
  );
  await auditChain.append(opening).catch(async (error: unknown) => {
    await file.close();
    throw error;
  });
  const onTrouble = (error: unknown): void => parts.onTrouble("index", error);
  const carrying = startIndexer({
    directory,
    index,
    keys,
    chain,
    durableBytes: () => file.durableBytes,
    onTrouble,
  });
  indexer = carrying;
  const checkpoints = startCheckpoints(parts, auditChain);
  return {
    chain,
    expect: () => auditChain.expect(),
    async record(entry) {
      try {
        // Written too late for its answer it stays: one too many harms nobody.
        return await withinTime(auditChain.append(entry), WRITE_LIMIT_MS, () => new Error(LATE));
      } catch (error) {
        parts.onTrouble("write", error);
        throw unavailable(error);
      }
    },
    async close() {
      await auditChain.close();
      await Promise.all([checkpoints.close(), carrying.close()]);
    },
  };
}

/** Signs where the chain stands, each second, and sees to it that all depositories have the newest. */
function startCheckpoints(
  { signingKey, clock, depositories, onTrouble }: AuditTrailParts,
  chain: AuditChain,
): { close(): Promise<void> } {
  const depositor = createDepositor(depositories, (name, error) => onTrouble(`deposit with ${name}`, error));
  let newest: Checkpoint | null = null;
  function checkpoint(): void {
    const { head } = chain;
    if (head === null) return;
    if (head.sequence !== newest?.sequence) newest = signCheckpoint(signingKey, head, clock().toISOString());
    // Offered again while nothing happens too: who was away gets it when back.
    depositor.offer(newest);
  }
  checkpoint();
  const timer = setInterval(checkpoint, CHECKPOINT_EVERY_MS);
  timer.unref();
  return {
    async close() {
      clearInterval(timer);
      checkpoint();
      await depositor.settle();
    },
  };
}

function unavailable(error: unknown): HubError {
  return new HubError(
    "AUDIT_UNAVAILABLE",
    "The access record could not be written, so nothing is answered. Try again later.",
    { detail: error instanceof Error ? error.message : "unknown", cause: error },
  );
}

/** It vouches for the last record that was signed, and for nothing that somebody may have put behind it. */
async function openingAfter(
  directory: string,
  keys: readonly KeyObject[],
  clock: Clock,
): Promise<ChainOpening> {
  const previous = (await listChains(directory)).at(-1);
  const last =
    previous === undefined
      ? null
      : await readLastRecord(
          directory,
          previous,
          record => record.chain === previous && isSignedBy(keys, record),
        );
  return {
    kind: "OPENING",
    at: clock().toISOString(),
    previousChain: previous ?? null,
    previousSequence: last?.sequence ?? null,
    previousHash: last?.hash ?? null,
  };
}
