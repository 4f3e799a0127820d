import type { AuditFile } from "./auditFile";
import {
  GENESIS_SEAL,
  sealRecord,
  type AuditEntry,
  type AuditReceipt,
  type ChainOpening,
  type SealedRecord,
} from "./auditRecord";

/** Records of one gateway start, each bound to the one before it. */
export interface AuditChain {
  /** The last durable record; null before the opening. */
  readonly head: AuditReceipt | null;
  /** Somebody is about to append; what it returns is called once they have, or will not. */
  expect(): () => void;
  /** Resolves when the record is on the disk. Rejects when it is not, and then nothing may leave. */
  append(content: AuditEntry | ChainOpening): Promise<AuditReceipt>;
  /** Waits for what has been appended; refuses what comes later. */
  close(): Promise<void>;
}

interface Waiting {
  readonly content: AuditEntry | ChainOpening;
  resolve(receipt: AuditReceipt): void;
  reject(error: unknown): void;
}

/** While so many are expected, a record waits for them: one of them is likely to come in time. */
const FEWEST_EXPECTED = 4;
/** And no longer than this, which is added to the time of an answer. */
const LONGEST_GATHERING_MS = 20;
/** Far more than are ever under way at once: beyond it the disk hangs, and what waits for it is given up anyway. */
const MAX_WAITING = 10_000;

/**
 * A chain over a file. Records that arrive while the disk works, or soon after one while many are expected, are sealed
 * and written together, so one `fdatasync` and one signature serve all of them; they are sealed only then, since a
 * group that fails must leave no gap. Who is alone waits for nobody.
 */
export function createAuditChain(
  chain: string,
  file: AuditFile,
  sign: (end: AuditReceipt) => string,
  onDurable: () => void,
): AuditChain {
  let waiting: Waiting[] = [];
  let expected = 0;
  let look = (): void => undefined;
  let writing: Promise<void> | null = null;
  let last: SealedRecord | null = null;
  let isClosed = false;

  async function writeGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const sealed = sealGroup(chain, last, group, sign);
      await file.append(sealed.map(({ line }) => line).join(""));
      last = sealed.at(-1) ?? last;
      sealed.forEach(({ receipt }, index) => group[index]?.resolve(receipt));
    } catch (error) {
      for (const one of group) one.reject(error);
      return;
    }
    onDurable();
  }

  const areMoreToCome = (): boolean => !isClosed && expected - waiting.length >= FEWEST_EXPECTED;

  function gather(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, LONGEST_GATHERING_MS);
      look = () => {
        if (areMoreToCome()) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      if (areMoreToCome()) await gather();
      const group = waiting;
      waiting = [];
      await writeGroup(group);
    }
    writing = null;
  }

  return {
    get head() {
      return last?.receipt ?? null;
    },
    expect() {
      expected += 1;
      return () => {
        expected -= 1;
        look();
      };
    },
    append: content =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new Error("the chain is closed"));
        if (waiting.length >= MAX_WAITING) return reject(new Error("too many records wait for the disk"));
        waiting.push({ content, resolve, reject });
        writing ??= drain();
        look();
      }),
    async close() {
      isClosed = true;
      look();
      await writing;
      await file.close();
    },
  };
}

function sealGroup(
  chain: string,
  before: SealedRecord | null,
  group: readonly Waiting[],
  sign: (end: AuditReceipt) => string,
): SealedRecord[] {
  const sealed: SealedRecord[] = [];
  let last = before;
  for (const [index, { content }] of group.entries()) {
    const sequence = (last?.receipt.sequence ?? -1) + 1;
    const isEnd = index === group.length - 1;
    last = sealRecord(last?.seal ?? GENESIS_SEAL, chain, sequence, content, isEnd ? sign : null);
    sealed.push(last);
  }
  return sealed;
}
