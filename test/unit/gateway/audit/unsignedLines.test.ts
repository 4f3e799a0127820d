import { generateKeyPairSync } from "node:crypto";
import { GENESIS_SEAL, sealRecord, type ChainOpening } from "../../../../gateway/audit/auditRecord";
import { signCheckpoint } from "../../../../gateway/audit/checkpoint";
import { createAuditFolder, type AuditFolder } from "./auditFolder";
import { append, readRecord, recompute, withoutSignatures } from "./forgedLines";

let folder: AuditFolder;
beforeEach(() => {
  folder = createAuditFolder();
});
afterEach(() => folder.remove());

const verdictOn = async (chain: string) => (await folder.verify()).find(one => one.chain === chain);

describe("lines that nobody has signed", () => {
  test("behind the last signature count for nothing and are told of, however well they fit", async () => {
    const chain = await folder.write(3);
    folder.rewrite(chain, append(chain, folder.lines(chain), ["police/innocent", "bank/innocent"], null));
    expect(await verdictOn(chain)).toMatchObject({ intact: true, length: 4, unsigned: 2 });
  });

  test("in place of the records behind the last checkpoint of a killed hub count for nothing", async () => {
    const chain = await folder.write(3);
    folder.depository.checkpoints.splice(1);
    const lines = folder.lines(chain);
    folder.rewrite(chain, append(chain, lines.slice(0, 2), ["bank/somebody", "bank/somebody"], null));
    expect(await verdictOn(chain)).toMatchObject({ intact: true, length: 2, unsigned: 2 });
    folder.rewrite(chain, lines);
    expect(await verdictOn(chain)).toMatchObject({ intact: true, length: 4, unsigned: 0 });
  });

  test("are vouched for by no later start, and never reach the index", async () => {
    const chain = await folder.write(3);
    const signed = readRecord(folder.lines(chain)[3]!);
    folder.rewrite(chain, append(chain, folder.lines(chain), ["police/innocent"], null));
    const next = await folder.write(1);
    expect(readRecord(folder.lines(next)[0]!)).toMatchObject({
      previousChain: chain,
      previousSequence: 3,
      previousHash: signed.hash,
    });
    expect([...folder.index.records.keys()]).toEqual([1, 2, 3].map(n => `${chain}/${n}`).concat(`${next}/1`));
    expect(await verdictOn(chain)).toMatchObject({ intact: true, length: 4, unsigned: 1 });
  });

  test("nor does a group that another key has signed, or what somebody wrote over a record", async () => {
    folder.index.isAway = true;
    const [appended, changed] = [await folder.write(3), await folder.write(3)];
    folder.index.isAway = false;
    const stranger = generateKeyPairSync("ed25519").privateKey;
    folder.rewrite(appended, append(appended, folder.lines(appended), ["police/innocent"], stranger));
    const lines = folder.lines(changed);
    folder.rewrite(changed, recompute(changed, lines, { caller: "police/innocent" }));
    const next = await folder.open();
    while (!folder.index.records.has(`${changed}/1`)) await new Promise(resolve => setTimeout(resolve, 5));
    await next.close();
    expect([...folder.index.records.keys()]).toEqual([
      ...[1, 2, 3].map(n => `${appended}/${n}`),
      `${changed}/1`,
    ]);
    const [opening = ""] = folder.lines(next.chain);
    expect(readRecord(opening)).toMatchObject({ previousChain: changed, previousSequence: 1 });
  });

  test("are proved as far as a checkpoint goes, in a chain from before groups were signed", async () => {
    const chain = await folder.write(4);
    const old = withoutSignatures(chain, folder.lines(chain));
    folder.rewrite(chain, old);
    const { hash } = readRecord(old[2]!);
    const checkpoint = signCheckpoint(
      folder.keys.privateKey,
      { chain, sequence: 2, hash },
      "2026-11-24T03:00:00.000Z",
    );
    folder.depository.checkpoints.splice(0, Infinity, checkpoint);
    expect(await verdictOn(chain)).toMatchObject({ intact: true, length: 3, unsigned: 2 });
    folder.depository.checkpoints.splice(0);
    expect(await verdictOn(chain)).toMatchObject({ intact: false, length: 0, firstBadSequence: 0 });
  });

  test("accuse nobody: an opening that anybody may have written tells nothing of the chain before", async () => {
    const chain = await folder.write(2);
    const next = await folder.write(0);
    const {
      chain: _c,
      sequence: _s,
      hash: _h,
      signature: _,
      ...opening
    } = readRecord(folder.lines(next)[0]!);
    const forged = { ...(opening as ChainOpening), previousHash: "f".repeat(64) };
    folder.rewrite(next, [sealRecord(GENESIS_SEAL, next, 0, forged, null).line.trimEnd()]);
    expect(await verdictOn(chain)).toMatchObject({ intact: true });
    expect(await verdictOn(next)).toMatchObject({ intact: false, firstBadSequence: 0 });
  });
});
