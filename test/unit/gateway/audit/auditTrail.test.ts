import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { auditFileOf } from "../../../../gateway/audit/chainFiles";
import { openAuditTrail } from "../../../../gateway/audit/openAuditTrail";
import { createAuditFolder, entry, type AuditFolder } from "./auditFolder";

let folder: AuditFolder;
beforeEach(() => {
  folder = createAuditFolder();
});
afterEach(() => folder.remove());

async function until(holds: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`still not: ${what}`);
    await sleep(10);
  }
}
const indexed = () => [...folder.index.records.keys()];

describe("the index", () => {
  test("follows the file while it is written", async () => {
    const trail = await folder.open();
    await trail.record(entry());
    await until(() => indexed().length === 1, "indexed");
    await trail.record(entry());
    await trail.record(entry());
    await until(() => indexed().length === 3, "indexed");
    await trail.close();
    expect(indexed()).toEqual([1, 2, 3].map(sequence => `${trail.chain}/${sequence}`));
  });

  test("is away: every look is recorded all the same, and is there once it is back", async () => {
    const trail = await folder.open();
    folder.index.isAway = true;
    await Promise.all(Array.from({ length: 1_200 }, () => trail.record(entry())));
    await until(() => folder.troubles.includes("index"), "told of");
    expect(indexed()).toEqual([]);
    folder.index.isAway = false;
    await until(() => indexed().length === 1_200, "indexed");
    await trail.close();
  });

  test("is given what an earlier start could not hand over, and nothing a second time", async () => {
    const whole = await folder.write(2);
    folder.index.isAway = true;
    const behind = await folder.write(3);
    folder.index.isAway = false;
    folder.index.records.delete(`${whole}/2`);
    const calls = folder.index.calls;
    const trail = await folder.open();
    await until(() => indexed().length === 5, "indexed");
    await trail.close();
    expect(indexed().filter(key => key.startsWith(behind))).toHaveLength(3);
    // One question and one delivery for each of the two chains that were behind.
    expect(folder.index.calls - calls).toBe(3);
  });

  test("is given nothing behind a line that is no record, since nothing proves it, and all of other chains", async () => {
    folder.index.isAway = true;
    const chain = await folder.write(3);
    const whole = await folder.write(1);
    folder.index.isAway = false;
    folder.rewrite(chain, folder.lines(chain).with(2, "broken"));
    const trail = await folder.open();
    await until(() => indexed().length === 2, "indexed");
    await trail.close();
    expect(indexed()).toEqual([`${chain}/1`, `${whole}/1`]);
  });

  test("takes a record longer than what is read at once", async () => {
    const trail = await folder.open();
    const many = Array.from({ length: 50_000 }, (_, index) => String(index).padStart(44, "0"));
    await trail.record(entry({ subjectIds: many }));
    await trail.close();
    expect(folder.index.records.get(`${trail.chain}/1`)?.subjectIds).toEqual(many);
    const next = await folder.open();
    await next.close();
    expect((await folder.verify()).every(({ intact }) => intact)).toBe(true);
  });
});

describe("checkpoints", () => {
  test("are deposited at the opening, each second while records come, and at the end", async () => {
    const trail = await folder.open();
    const sequences = () => folder.depository.checkpoints.map(({ sequence }) => sequence);
    await until(() => sequences().length === 1, "deposited");
    await trail.record(entry());
    await until(() => sequences().length === 2, "deposited");
    await trail.record(entry());
    await trail.close();
    expect(sequences()).toEqual([0, 1, 2]);
  });

  test("reach a depository that was away with the newest", async () => {
    folder.depository.isAway = true;
    const trail = await folder.open();
    await trail.record(entry());
    await until(() => folder.troubles.includes("deposit with telecom"), "told of");
    folder.depository.isAway = false;
    await until(() => folder.depository.checkpoints.some(({ sequence }) => sequence === 1), "deposited");
    await trail.close();
  });
});

describe("a new start", () => {
  test("names the end of the chain before it", async () => {
    const before = await folder.write(2);
    const chain = await folder.write(0);
    const [last] = folder.lines(before).slice(-1);
    expect(JSON.parse(folder.lines(chain)[0]!)).toMatchObject({
      kind: "OPENING",
      previousChain: before,
      previousSequence: 2,
      previousHash: (JSON.parse(last!) as { hash: string }).hash,
    });
  });

  test("names the last whole record of a chain that a crash tore", async () => {
    const before = await folder.write(2);
    const lines = folder.lines(before);
    writeFileSync(auditFileOf(folder.directory, before), `${lines.join("\n")}\n{"torn`);
    const chain = await folder.write(0);
    expect(JSON.parse(folder.lines(chain)[0]!)).toMatchObject({ previousSequence: 2 });
  });

  test("fails where the folder cannot be written", async () => {
    writeFileSync(`${folder.directory}/file`, "");
    const opening = openAuditTrail({
      directory: `${folder.directory}/file/below`,
      signingKey: folder.keys.privateKey,
      clock: () => new Date(),
      depositories: [],
      index: folder.index,
      onTrouble: () => undefined,
    });
    await expect(opening).rejects.toThrow();
  });
});
