import { setTimeout as sleep } from "node:timers/promises";
import { createAuditChain } from "../../../../gateway/audit/auditChain";
import type { AuditFile } from "../../../../gateway/audit/auditFile";
import { entry } from "./auditFolder";

const sign = () => "s".repeat(86);

/** A disk that counts, and that fails when it is told to. */
function createDisk(): AuditFile & { syncs: number; fails: boolean; text: string } {
  const disk = {
    syncs: 0,
    fails: false,
    text: "",
    durableBytes: 0,
    async append(text: string) {
      await sleep(1);
      disk.syncs += 1;
      if (disk.fails) throw new Error("disk");
      disk.text += text;
    },
    close: () => Promise.resolve(),
  };
  return disk;
}

describe("the chain", () => {
  test("gives each record of a crowd its own place, and synchronises far less often than once for each", async () => {
    const disk = createDisk();
    const chain = createAuditChain("c", disk, sign, () => undefined);
    const receipts = await Promise.all(Array.from({ length: 1_000 }, () => chain.append(entry())));
    expect(receipts.map(({ sequence }) => sequence)).toEqual([...receipts.keys()]);
    expect(new Set(receipts.map(({ hash }) => hash)).size).toBe(1_000);
    expect(disk.syncs).toBeLessThanOrEqual(2);
    expect(disk.text.match(/"signature"/g)).toHaveLength(disk.syncs);
  });

  test("leaves no gap where a group could not be written", async () => {
    const disk = createDisk();
    const chain = createAuditChain("c", disk, sign, () => undefined);
    const first = await chain.append(entry());
    disk.fails = true;
    const lost = await Promise.allSettled([chain.append(entry()), chain.append(entry())]);
    expect(lost.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(chain.head).toEqual(first);
    disk.fails = false;
    expect(await chain.append(entry())).toMatchObject({ sequence: 1 });
    expect(disk.text.split("\n")).toHaveLength(3);
  });

  test("refuses what comes after its end", async () => {
    const chain = createAuditChain("c", createDisk(), sign, () => undefined);
    await chain.close();
    await expect(chain.append(entry())).rejects.toThrow("closed");
  });
});

describe("the chain, while others are under way", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** Writes without a timer: what happens without one happens at once. */
  function openChain() {
    const groups: number[] = [];
    const disk: AuditFile = {
      durableBytes: 0,
      append: text => Promise.resolve(void groups.push(text.trimEnd().split("\n").length)),
      close: () => Promise.resolve(),
    };
    return { groups, chain: createAuditChain("c", disk, sign, () => undefined) };
  }
  const MANY = 10;

  test("writes at once what few others could join", async () => {
    const { chain, groups } = openChain();
    const ends = Array.from({ length: 4 }, () => chain.expect());
    await chain.append(entry());
    expect(groups).toEqual([1]);
    ends.forEach(end => end());
  });

  test("gathers a crowd, and writes it together once few are still to come", async () => {
    const { chain, groups } = openChain();
    for (let one = 0; one < MANY; one++) chain.expect();
    const early = Array.from({ length: MANY - 4 }, () => chain.append(entry()));
    await jest.advanceTimersByTimeAsync(1);
    expect(groups).toEqual([]);
    await Promise.all([...early, chain.append(entry())]);
    expect(groups).toEqual([MANY - 3]);
  });

  test("waits no longer than its time for who does not come", async () => {
    const { chain, groups } = openChain();
    for (let one = 0; one < MANY; one++) chain.expect();
    const receipt = chain.append(entry());
    await jest.advanceTimersByTimeAsync(19);
    expect(groups).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(await receipt).toMatchObject({ sequence: 0 });
  });

  test("waits for nobody who has ended without a record", async () => {
    const { chain, groups } = openChain();
    const ends = Array.from({ length: MANY }, () => chain.expect());
    const receipt = chain.append(entry());
    ends.forEach(end => end());
    expect(await receipt).toMatchObject({ sequence: 0 });
    expect(groups).toEqual([1]);
  });

  test("writes what waits when it is closed", async () => {
    const { chain, groups } = openChain();
    for (let one = 0; one < MANY; one++) chain.expect();
    const receipt = chain.append(entry());
    await chain.close();
    expect(await receipt).toMatchObject({ sequence: 0 });
    expect(groups).toEqual([1]);
  });
});
