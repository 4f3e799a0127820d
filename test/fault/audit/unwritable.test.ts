import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AuditReceipt } from "../../../gateway/audit/auditRecord";
import { auditFileOf } from "../../../gateway/audit/chainFiles";
import { openAuditTrail, type AuditTrail } from "../../../gateway/audit/openAuditTrail";
import { verifyAudit } from "../../../gateway/audit/verifyAudit";
import { createAuditFolder, entry, type AuditFolder, sourceOf } from "../../unit/gateway/audit/auditFolder";
import { startWriter, type Writer } from "./startWriter";

let folder: AuditFolder;
beforeEach(() => {
  folder = createAuditFolder();
});
afterEach(() => folder.remove());

function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "duanka-mount-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "tmpfs", folder], { stdio: "ignore" });
  if (status === 0) execFileSync("umount", [folder]);
  rmSync(folder, { recursive: true });
  return status === 0;
}

/** So many records asked for at once: the receipts of those that stand, the codes of those that do not. */
async function ask(
  trail: AuditTrail,
  count: number,
): Promise<{ readonly receipts: AuditReceipt[]; readonly codes: unknown[] }> {
  const asked = await Promise.allSettled(Array.from({ length: count }, () => trail.record(entry())));
  const receipts = asked.flatMap(one => (one.status === "fulfilled" ? [one.value] : []));
  const codes = asked.flatMap(one =>
    one.status === "rejected" ? [(one.reason as { code?: unknown }).code] : [],
  );
  return { receipts, codes };
}

describe("an audit file that reached the size that the system allows", () => {
  let writer: Writer | null = null;
  afterEach(() => writer?.kill());

  test("acknowledges nothing and keeps nothing half-written; with room again it goes on without a gap", async () => {
    writer = startWriter(folder.directory, 16, folder.keys.privateKey, 64);
    await writer.until("refusals", 50);
    const before = writer.receipts.length;
    execFileSync("prlimit", ["--pid", String(writer.child.pid), "--fsize=unlimited:"]);
    await writer.until("receipts", before + 200);
    await writer.kill();

    expect(new Set(writer.refusals)).toEqual(new Set(["AUDIT_UNAVAILABLE"]));
    const sequences = writer.receipts.map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
    const verdicts = await verifyAudit(folder.directory, sourceOf(writer.checkpoints), [
      folder.keys.publicKey,
    ]);
    expect(verdicts).toMatchObject([{ intact: true }]);
    // What was written and not yet told of when the process was killed may be more, never less.
    expect(verdicts[0]!.length).toBeGreaterThan(sequences.length);
  });
});

describe("an audit file on a full disk", () => {
  let disk: string;
  beforeEach(() => {
    disk = mkdtempSync(join(tmpdir(), "duanka-full-"));
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=128k", "tmpfs", disk]);
  });
  afterEach(() => {
    execFileSync("umount", ["--lazy", disk]);
    rmSync(disk, { recursive: true });
  });

  // Whoever may not mount still has the limit on file sizes above, which needs no rights.
  if (!mayMount())
    process.stderr.write("Not run, since it takes the right to mount: a full disk of its own.\n");
  const onSmallDisk = mayMount() ? test : test.skip;
  onSmallDisk("acknowledges nothing; with room again it goes on without a gap", async () => {
    const ballast = join(disk, "ballast");
    writeFileSync(ballast, Buffer.alloc(64 * 1024));
    const { index, depository, keys } = folder;
    const trail = await openAuditTrail({
      directory: disk,
      signingKey: keys.privateKey,
      clock: () => new Date(),
      depositories: [depository],
      index,
      onTrouble: what => folder.troubles.push(what),
    });
    const fitting = await ask(trail, 20);
    expect(fitting.codes).toEqual([]);
    const tooMany = await ask(trail, 500);
    // The first goes to the disk by itself and finds room; the others wait for it and come as one group.
    expect(tooMany.receipts.map(({ sequence }) => sequence)).toEqual([21]);
    expect(new Set(tooMany.codes)).toEqual(new Set(["AUDIT_UNAVAILABLE"]));
    expect(folder.troubles).toContain("write");
    unlinkSync(ballast);
    const after = await ask(trail, 20);
    expect(after.receipts.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 20 }, (_, i) => 22 + i),
    );
    await trail.close();
    expect(await verifyAudit(disk, sourceOf(depository.checkpoints), [keys.publicKey])).toMatchObject([
      { intact: true, length: 42 },
    ]);
    expect(index.records.size).toBe(41);
  });
});

describe("an audit file that somebody laid hands on while it is written", () => {
  const path = (trail: AuditTrail): string => auditFileOf(folder.directory, trail.chain);
  const copyBack = (file: string): void => {
    renameSync(file, `${file}.away`);
    execFileSync("cp", [`${file}.away`, file]);
  };

  test.each<[string, (file: string) => void]>([
    ["removed it", file => unlinkSync(file)],
    ["moved it away", file => renameSync(file, `${file}.away`)],
    ["put a copy in its place", copyBack],
    ["cut its tail", file => truncateSync(file, 100)],
    ["added to it", file => appendFileSync(file, "x")],
  ])("(%s) acknowledges nothing any more", async (_what, tamper) => {
    const trail = await folder.open();
    expect((await ask(trail, 3)).codes).toEqual([]);
    tamper(path(trail));
    expect(await ask(trail, 3)).toEqual({ receipts: [], codes: Array(3).fill("AUDIT_UNAVAILABLE") });
    expect(await ask(trail, 1)).toEqual({ receipts: [], codes: ["AUDIT_UNAVAILABLE"] });
    await trail.close();
  });

  test("and a folder that is gone", async () => {
    const trail = await folder.open();
    folder.remove();
    expect(await ask(trail, 1)).toEqual({ receipts: [], codes: ["AUDIT_UNAVAILABLE"] });
    await trail.close();
  });
});
