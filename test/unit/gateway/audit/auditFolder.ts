import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AuditEntry, AuditRecord } from "../../../../gateway/audit/auditRecord";
import { auditFileOf } from "../../../../gateway/audit/chainFiles";
import type { Checkpoint } from "../../../../gateway/audit/checkpoint";
import type { AuditIndex } from "../../../../gateway/audit/indexer";
import { openAuditTrail, type AuditTrail } from "../../../../gateway/audit/openAuditTrail";
import { verifyAudit, type ChainVerdict, type CheckpointSource } from "../../../../gateway/audit/verifyAudit";

/** A query of a bank's; a test says what matters. */
export function entry(rest: Partial<AuditEntry> = {}): AuditEntry {
  return {
    kind: "OPERATION",
    at: "2026-11-24T02:00:00.000Z",
    caller: "bank/bank-risk",
    institution: "102",
    purpose: "ACCOUNT_OPENING",
    reference: "A-1",
    operation: "Dossier",
    subjectIds: [`1${"a".repeat(43)}`],
    fieldsReturned: ["Query.subject", "Subject.accounts"],
    fieldsDenied: [],
    servedFromCache: [],
    outcome: "OK",
    ruleVersions: [],
    resultDigest: "d",
    ...rest,
  };
}

/** An index in memory, which can be away. */
export interface MemoryIndex extends AuditIndex {
  readonly records: Map<string, AuditRecord>;
  isAway: boolean;
  calls: number;
}

export function createMemoryIndex(): MemoryIndex {
  const requireHere = (index: MemoryIndex): void => {
    index.calls += 1;
    if (index.isAway) throw new Error("away");
  };
  const index: MemoryIndex = {
    records: new Map(),
    isAway: false,
    calls: 0,
    positions(chains) {
      requireHere(index);
      const found = new Map<string, number>();
      for (const { chain, sequence } of index.records.values())
        if (chains.includes(chain)) found.set(chain, Math.max(found.get(chain) ?? 0, sequence));
      return Promise.resolve(found);
    },
    take(records) {
      requireHere(index);
      for (const record of records) index.records.set(`${record.chain}/${record.sequence}`, record);
      return Promise.resolve();
    },
  };
  return index;
}

/** A depository in memory, which can be away. */
export interface MemoryDepository {
  readonly name: string;
  readonly checkpoints: Checkpoint[];
  isAway: boolean;
  deposit(checkpoint: Checkpoint): Promise<void>;
}

export function createMemoryDepository(name: string): MemoryDepository {
  const depository: MemoryDepository = {
    name,
    checkpoints: [],
    isAway: false,
    async deposit(checkpoint) {
      await Promise.resolve();
      if (depository.isAway) throw new Error("away");
      depository.checkpoints.push(checkpoint);
    },
  };
  return depository;
}

/** Checkpoints as a depository gives them back. */
export function sourceOf(checkpoints: readonly Checkpoint[]): CheckpointSource {
  return {
    chains: () => Promise.resolve(checkpoints.map(({ chain }) => chain)),
    async *of(chain) {
      await Promise.resolve();
      yield* checkpoints.filter(one => one.chain === chain);
    },
  };
}

/** A folder of chains with what stands around it: keys, an index, a depository. */
export interface AuditFolder {
  readonly directory: string;
  readonly index: MemoryIndex;
  readonly depository: MemoryDepository;
  readonly keys: ReturnType<typeof generateEd25519>;
  readonly troubles: string[];
  /** A new start of a gateway. */
  open(): Promise<AuditTrail>;
  /** One start that writes so many records and ends; its chain. */
  write(records: number): Promise<string>;
  lines(chain: string): string[];
  rewrite(chain: string, lines: readonly string[]): void;
  verify(): Promise<ChainVerdict[]>;
  remove(): void;
}

const generateEd25519 = () => generateKeyPairSync("ed25519");

/** An empty folder. The clock moves a second with each reading, so that chains sort as they start. */
export function createAuditFolder(): AuditFolder {
  const directory = mkdtempSync(join(tmpdir(), "duanka-audit-"));
  const keys = generateEd25519();
  let now = Date.parse("2026-11-24T02:00:00.000Z");
  const folder: AuditFolder = {
    directory,
    index: createMemoryIndex(),
    depository: createMemoryDepository("telecom"),
    keys,
    troubles: [],
    open: () =>
      openAuditTrail({
        directory,
        signingKey: keys.privateKey,
        clock: () => new Date((now += 1_000)),
        depositories: [folder.depository],
        index: folder.index,
        onTrouble: what => folder.troubles.push(what),
      }),
    async write(records) {
      const trail = await folder.open();
      await Promise.all(Array.from({ length: records }, () => trail.record(entry())));
      await trail.close();
      return trail.chain;
    },
    lines: chain => readFileSync(auditFileOf(directory, chain), "utf8").split("\n").slice(0, -1),
    rewrite: (chain, lines) =>
      writeFileSync(auditFileOf(directory, chain), lines.map(line => `${line}\n`).join("")),
    verify: () => verifyAudit(directory, sourceOf(folder.depository.checkpoints), [keys.publicKey]),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
  return folder;
}
