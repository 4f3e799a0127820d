import type { AuditFile } from "./auditFile";
import {
  GENESIS_HASH,
  sealRecord,
  type AuditEntry,
  type AuditReceipt,
  type AuditRecord,
  type ChainOpening,
} from "./auditRecord";

/** Records of one gateway start, each bound to the one before it. */
export interface AuditChain {
  /** The last durable record; null before the opening. */
  readonly head: AuditReceipt | null;
  /** Resolves when the record is on the disk. Rejects when it is not, and then nothing may leave. */
  append(content: AuditEntry | ChainOpening): Promise<AuditReceipt>;
  close(): Promise<void>;
}

interface Waiting {
  readonly content: AuditEntry | ChainOpening;
  resolve(receipt: AuditReceipt): void;
  reject(error: unknown): void;
}

/**
 * A chain over a file. Records that arrive while the disk works are sealed and written together, so one
 * `fdatasync` serves all of them; they are sealed only then, since a group that fails must leave no gap.
 */
export function createAuditChain(
  chain: string,
  file: AuditFile,
  onDurable: (records: readonly AuditRecord[]) => void,
): AuditChain {
  let waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;
  let head: AuditReceipt | null = null;

  async function writeGroup(group: readonly Waiting[]): Promise<void> {
    const lines: string[] = [];
    const records: AuditRecord[] = [];
    let last = head;
    for (const { content } of group) {
      const { line, record } = sealRecord(
        last?.hash ?? GENESIS_HASH,
        chain,
        (last?.sequence ?? -1) + 1,
        content,
      );
      lines.push(line);
      records.push(record);
      last = receiptOf(record);
    }
    try {
      await file.append(lines.join(""));
    } catch (error) {
      for (const one of group) one.reject(error);
      return;
    }
    head = last;
    records.forEach((record, index) => group[index]?.resolve(receiptOf(record)));
    onDurable(records);
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await writeGroup(group);
    }
    writing = null;
  }

  return {
    get head() {
      return head;
    },
    append: content =>
      new Promise((resolve, reject) => {
        waiting.push({ content, resolve, reject });
        writing ??= drain();
      }),
    async close() {
      await writing;
      await file.close();
    },
  };
}

function receiptOf({ chain, sequence, hash }: AuditRecord): AuditReceipt {
  return { chain, sequence, hash };
}
