import { setTimeout as sleep } from "node:timers/promises";
import type { AuditLine } from "../../../gateway/audit/auditRecord";
import type { Checkpoint } from "../../../gateway/audit/checkpoint";
import { verifyAudit } from "../../../gateway/audit/verifyAudit";
import { createAuditFolder, type AuditFolder, sourceOf } from "../../unit/gateway/audit/auditFolder";
import { startWriter, type Writer } from "./startWriter";

const KILLS = 24;
const AT_ONCE = 4; // while some start, others write
const WRITERS = 32;
/** Long enough for hundreds of groups; some of the starts find the chain of another still being written. */
const LATEST_KILL_MS = 600;

async function killAtRandom({ directory, keys }: AuditFolder): Promise<Writer> {
  const writer = startWriter(directory, WRITERS, keys.privateKey);
  // The first receipt, so that there is something to lose; then any moment.
  await writer.until("receipts", 1);
  await sleep(Math.random() * LATEST_KILL_MS);
  await writer.kill();
  return writer;
}

describe("a gateway killed with -9 while many write", () => {
  let folder: AuditFolder;
  const killed: Writer[] = [];

  beforeAll(async () => {
    folder = createAuditFolder();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let kills = 0; kills < KILLS / AT_ONCE; kills += 1) killed.push(await killAtRandom(folder));
      }),
    );
  }, 120_000);
  afterAll(() => folder.remove());

  test("leaves whole chains, bound to each other and borne out by every checkpoint", async () => {
    const checkpoints = killed.flatMap((writer): Checkpoint[] => writer.checkpoints);
    const verdicts = await verifyAudit(folder.directory, sourceOf(checkpoints), [folder.keys.publicKey]);
    expect(verdicts).toHaveLength(KILLS);
    expect(verdicts.filter(({ intact }) => !intact)).toEqual([]);
    expect(verdicts.every(one => one.checkpoints > 0)).toBe(true);
  });

  test("keeps the record of every look that was answered", () => {
    let answered = 0;
    for (const { receipts } of killed) {
      answered += receipts.length;
      const lines = folder.lines(receipts[0]!.chain);
      for (const { sequence, hash } of receipts)
        expect((JSON.parse(lines[sequence]!) as AuditLine).hash).toBe(hash);
    }
    expect(answered).toBeGreaterThan(KILLS * WRITERS);
  });
});
