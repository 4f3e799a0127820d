import { truncateSync, readFileSync } from "node:fs";
import { auditFileOf } from "../../../gateway/audit/chainFiles";
import { verifyAudit } from "../../../gateway/audit/verifyAudit";
import { createAuditFolder, sourceOf, type AuditFolder } from "../../unit/gateway/audit/auditFolder";
import { startWriter } from "./startWriter";

let folder: AuditFolder;
beforeEach(() => {
  folder = createAuditFolder();
});
afterEach(() => folder.remove());

/** The last group of a file: where it begins, and where its lines end. */
function lastGroup(path: string): { readonly start: number; readonly ends: number[] } {
  const lines = readFileSync(path, "utf8").split("\n").slice(0, -1);
  const signed = lines.flatMap((line, index) => (line.includes('"signature"') ? [index] : []));
  const sizes = lines.map(line => Buffer.byteLength(line) + 1);
  const endOf = (index: number): number => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0);
  const [before = 0, last = 0] = signed.slice(-2);
  return {
    start: endOf(before),
    ends: Array.from({ length: last - before }, (_, i) => endOf(before + 1 + i)),
  };
}

test("a gateway killed between a group's records and their signature leaves no accusation, and they count for nothing", async () => {
  const writer = startWriter(folder.directory, 16, folder.keys.privateKey);
  await writer.until("receipts", 200);
  await writer.kill();
  const { chain } = writer.receipts[0]!;
  const path = auditFileOf(folder.directory, chain);
  const { start, ends } = lastGroup(path);
  const answered = writer.receipts.length;
  const verdict = async () => {
    const all = await verifyAudit(folder.directory, sourceOf([]), [folder.keys.publicKey]);
    return all.find(one => one.chain === chain);
  };
  const whole = await verdict();
  expect(whole).toMatchObject({ intact: true, unsigned: 0 });
  expect(whole!.length).toBeGreaterThan(answered);

  // As the disk may have it when the process is killed in the write: its last records, the last one half.
  truncateSync(path, ends.at(-1)! - 20);
  const rest = ends.length - 1;
  expect(await verdict()).toMatchObject({
    intact: true,
    length: whole!.length - ends.length,
    unsigned: rest,
  });
  const next = await folder.write(0);
  expect(JSON.parse(folder.lines(next)[0]!)).toMatchObject({
    previousChain: chain,
    previousSequence: whole!.length - ends.length - 1,
  });
  expect(await verdict()).toMatchObject({ intact: true, unsigned: rest });
  truncateSync(path, start);
  expect(await verdict()).toMatchObject({ intact: true, unsigned: 0 });
});
