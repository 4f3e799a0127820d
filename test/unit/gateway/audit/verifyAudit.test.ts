import { generateKeyPairSync } from "node:crypto";
import { appendFileSync, copyFileSync, readFileSync, truncateSync, unlinkSync } from "node:fs";
import { sealOf, sealRecord, type AuditEntry } from "../../../../gateway/audit/auditRecord";
import { auditFileOf } from "../../../../gateway/audit/chainFiles";
import { signCheckpoint } from "../../../../gateway/audit/checkpoint";
import { verifyAudit } from "../../../../gateway/audit/verifyAudit";
import { createAuditFolder, entry, type AuditFolder, sourceOf } from "./auditFolder";
import { append, readRecord, recompute, withoutSignatures } from "./forgedLines";

let folder: AuditFolder;
beforeEach(() => {
  folder = createAuditFolder();
});
afterEach(() => folder.remove());

const verdictOn = async (chain: string) => (await folder.verify()).find(one => one.chain === chain);

describe("an attacker who reaches the audit folder", () => {
  test.each<[string, (lines: string[], chain: string) => string[], number, RegExp]>([
    [
      "edits a record",
      lines => lines.with(3, lines[3]!.replace("bank/bank-risk", "bank/somebody")),
      3,
      /was changed/,
    ],
    ["edits the opening", lines => lines.with(0, lines[0]!.replace("OPENING", "OPENED")), 0, /was changed/],
    [
      "edits a record and its hash",
      lines => {
        const { chain, sequence, hash: _hash, ...content } = readRecord(lines[3]!);
        const changed = { ...content, at: "x" } as AuditEntry;
        return lines.with(
          3,
          sealRecord(sealOf(readRecord(lines[2]!)), chain, sequence, changed, null).line.trimEnd(),
        );
      },
      4,
      /was changed/,
    ],
    ["deletes a record", lines => lines.toSpliced(2, 1), 2, /numbered .*\/3 stands where .*\/2 belongs/],
    ["deletes the opening", lines => lines.slice(1), 0, /belongs/],
    ["swaps two records", lines => lines.with(2, lines[3]!).with(3, lines[2]!), 2, /belongs/],
    ["puts a record in twice", lines => lines.toSpliced(3, 0, lines[2]!), 3, /belongs/],
    ["cuts the tail", lines => lines.slice(0, 4), 4, /ends here, though a checkpoint .* record 6/],
    ["empties the file", () => [], 0, /ends here/],
    [
      "adds a member after the hash",
      lines => lines.with(3, lines[3]!.replace(/\}$/, ',"outcome":"FORBIDDEN"}')),
      3,
      /was changed/,
    ],
    ["adds white space", lines => lines.with(3, lines[3]!.replace('","', '", "')), 3, /was changed/],
    ["writes over a record", lines => lines.with(3, "x".repeat(lines[3]!.length)), 3, /no record/],
    ["writes over the last record", lines => lines.with(6, "null"), 6, /no record/],
    ["adds an empty line", lines => lines.toSpliced(3, 0, ""), 3, /no record/],
    [
      "writes the whole chain anew without the key",
      (lines, chain) => withoutSignatures(chain, recompute(chain, lines, { caller: "bank/somebody" })),
      6,
      /a checkpoint kept elsewhere tells of another record here/,
    ],
    [
      "writes a record and all behind it anew, with the signatures that it finds",
      (lines, chain) => recompute(chain, lines, { caller: "bank/somebody" }),
      2,
      /the records up to 6 bear a signature of none of the given keys/,
    ],
    [
      "takes a signature away",
      lines => lines.with(1, lines[1]!.replace(/,"signature":"[^"]*"/, "")),
      2,
      /was changed/,
    ],
    [
      "puts a group behind it, signed with a key of their own",
      (lines, chain) => append(chain, lines, ["a", "b"], generateKeyPairSync("ed25519").privateKey),
      7,
      /the records up to 8 bear a signature of none of the given keys/,
    ],
    [
      "puts a signature of ours under another record",
      (lines, chain) => {
        const [record = ""] = append(chain, lines, ["a"], null).slice(-1);
        return [...lines, record.replace(/\}$/, `,"signature":"${readRecord(lines.at(-1)!).signature}"}`)];
      },
      7,
      /bear a signature of none/,
    ],
  ])("and %s is found out, the first bad record named", async (_what, tamper, firstBad, reason) => {
    const chain = await folder.write(6);
    folder.rewrite(chain, tamper(folder.lines(chain), chain));
    expect(await verdictOn(chain)).toMatchObject({
      intact: false,
      length: firstBad,
      firstBadSequence: firstBad,
      reason: expect.stringMatching(reason),
    });
  });

  test("and writes a chain anew is found at the first of the checkpoints that it contradicts", async () => {
    const trail = await folder.open();
    for (const records of [1, 1, 1]) {
      for (let i = 0; i < records; i++) {
        const receipt = await trail.record(entry());
        folder.depository.checkpoints.push(
          signCheckpoint(folder.keys.privateKey, receipt, "2026-11-24T03:00:00.000Z"),
        );
      }
    }
    await trail.close();
    const lines = folder.lines(trail.chain);
    folder.rewrite(trail.chain, recompute(trail.chain, lines, { outcome: "FORBIDDEN" }));
    expect(await verdictOn(trail.chain)).toMatchObject({ firstBadSequence: 2 });
  });

  test("and puts back an older copy is found out", async () => {
    const trail = await folder.open();
    await trail.record(entry());
    const path = auditFileOf(folder.directory, trail.chain);
    copyFileSync(path, `${path}.old`);
    await trail.record(entry());
    await trail.close();
    copyFileSync(`${path}.old`, path);
    expect(await verdictOn(trail.chain)).toMatchObject({ firstBadSequence: 2, length: 2, intact: false });
  });

  test("and deletes a chain's file is found out", async () => {
    const chain = await folder.write(2);
    unlinkSync(auditFileOf(folder.directory, chain));
    expect(await verdictOn(chain)).toMatchObject({
      firstBadSequence: 0,
      reason: expect.stringMatching(/gone/),
    });
  });

  test("and deletes the folder is told of every chain", async () => {
    const chains = [await folder.write(1), await folder.write(1)];
    folder.remove();
    expect((await folder.verify()).map(({ chain, intact }) => [chain, intact])).toEqual(
      chains.map(chain => [chain, false]),
    );
  });

  test("and has the checkpoints of a chain removed too still meets the opening of the next one", async () => {
    const cut = await folder.write(3);
    const next = await folder.write(1);
    folder.depository.checkpoints.splice(0);
    folder.rewrite(cut, folder.lines(cut).slice(0, 2));
    expect(await verdictOn(cut)).toMatchObject({
      firstBadSequence: 2,
      reason: expect.stringContaining(`the opening of chain ${next} tells of record 3`),
    });
    unlinkSync(auditFileOf(folder.directory, cut));
    expect(await verdictOn(cut)).toMatchObject({ firstBadSequence: 0, intact: false });
  });

  test("and forges a checkpoint accuses nobody, and shows", async () => {
    const chain = await folder.write(2);
    const stranger = generateKeyPairSync("ed25519").privateKey;
    const forged = { chain, sequence: 1, hash: "f".repeat(64) };
    folder.depository.checkpoints.push(signCheckpoint(stranger, forged, "2026-11-24T03:00:00.000Z"));
    expect(await verdictOn(chain)).toMatchObject({ intact: true, unsignedCheckpoints: 1 });
  });

  test("and moves a genuine checkpoint to another record shows", async () => {
    const chain = await folder.write(2);
    const last = folder.depository.checkpoints.at(-1)!;
    folder.depository.checkpoints.push({ ...last, sequence: 1 });
    expect(await verdictOn(chain)).toMatchObject({ intact: true, unsignedCheckpoints: 1 });
  });
});

describe("chains that nobody touched", () => {
  test("are intact, and say how many checkpoints vouch for them", async () => {
    const chains = [await folder.write(3), await folder.write(0), await folder.write(20)];
    expect(await folder.verify()).toEqual(
      [4, 1, 21].map((length, index) => ({
        chain: chains[index],
        length,
        intact: true,
        firstBadSequence: null,
        reason: null,
        checkpoints: length === 1 ? 1 : 2,
        unsigned: 0,
        unsignedCheckpoints: 0,
      })),
    );
  });

  test("are intact though a crash tore the last line, which nobody was promised", async () => {
    const chain = await folder.write(3);
    appendFileSync(auditFileOf(folder.directory, chain), '{"chain":"20261124","sequ');
    expect(await verdictOn(chain)).toMatchObject({ intact: true, length: 4 });
  });

  test("are not intact when the torn line had been promised", async () => {
    const chain = await folder.write(3);
    const path = auditFileOf(folder.directory, chain);
    truncateSync(path, readFileSync(path).length - 10);
    expect(await verdictOn(chain)).toMatchObject({ intact: false, firstBadSequence: 3 });
  });

  test("may hold line separators of other alphabets", async () => {
    const trail = await folder.open();
    await trail.record(entry({ operation: "a\u2028b\u2029c\u0085d\ne" }));
    await trail.close();
    expect(await verdictOn(trail.chain)).toMatchObject({ intact: true, length: 2 });
  });

  test("are verified with any of the keys that were in use", async () => {
    const chain = await folder.write(1);
    const newer = generateKeyPairSync("ed25519").publicKey;
    const { checkpoints } = folder.depository;
    const both = await verifyAudit(folder.directory, sourceOf(checkpoints), [newer, folder.keys.publicKey]);
    expect(both).toMatchObject([{ chain, checkpoints: 2, unsignedCheckpoints: 0 }]);
    const one = await verifyAudit(folder.directory, sourceOf(checkpoints), [newer]);
    expect(one).toMatchObject([{ chain, intact: false, length: 0, checkpoints: 0, unsignedCheckpoints: 2 }]);
  });
});
