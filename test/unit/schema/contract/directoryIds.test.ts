import { createHmac } from "node:crypto";
import fc from "fast-check";
import { createDirectoryIds } from "../../../../schema/contract/directoryIds";

const KEY = Buffer.alloc(32, 3);
const ids = createDirectoryIds(KEY);
const code = fc.stringMatching(/^[A-Z0-9]{1,6}$/);
const number = fc.stringMatching(/^[0-9A-Z]{5,19}$/);

describe("a directory id", () => {
  it("cannot be made with a key that is too short to keep a secret", () => {
    expect(() => createDirectoryIds(Buffer.alloc(16))).toThrow(/directory key .* 32 bytes/);
  });

  it("is another one under another key", () => {
    expect(createDirectoryIds(Buffer.alloc(32, 4)).lineId("13800001234")).not.toBe(ids.lineId("13800001234"));
  });

  it("of two accounts differs when institution or number does, however the two are cut", () => {
    fc.assert(
      fc.property(code, number, code, number, (bankA, numberA, bankB, numberB) => {
        const isSame = bankA === bankB && numberA === numberB;
        expect(ids.accountId(bankA, numberA) === ids.accountId(bankB, numberB)).toBe(isSame);
      }),
    );
    expect(ids.accountId("10", "2123456")).not.toBe(ids.accountId("102", "123456"));
  });

  it("of a line is never that of an account of the same digits", () => {
    expect(ids.lineId("13800001234")).not.toBe(ids.accountId("", "13800001234"));
  });

  it("is HMAC-SHA256 of what it names, so that importer and subgraphs agree", () => {
    const hmac = (text: string) => createHmac("sha256", KEY).update(text).digest("base64url");
    expect(ids.accountId("102", "6222020000000000")).toBe(hmac("account|102|6222020000000000"));
    expect(ids.lineId("13800001234")).toBe(hmac("line|13800001234"));
  });

  test("a report's digest depends on its text and on the key, and is no line's id", () => {
    expect(ids.bodyDigest("a")).toBe(ids.bodyDigest("a"));
    const others = [
      ids.bodyDigest("b"),
      ids.lineId("a"),
      createDirectoryIds(Buffer.alloc(32, 4)).bodyDigest("a"),
    ];
    expect(others).not.toContain(ids.bodyDigest("a"));
  });

  it("marks a holder alike however the name is spaced or printed, and differently at another account", () => {
    const account = ids.accountId("102", "6222020000000000");
    const mark = ids.holderMark(account, "王 小明");
    expect(ids.holderMark(account, "王小明")).toBe(mark);
    expect(ids.holderMark(account, "Ｌｉ Ｗｅｉ")).toBe(ids.holderMark(account, "li wei"));
    expect(ids.holderMark(account, "王小朋")).not.toBe(mark);
    expect(ids.holderMark(ids.accountId("102", "6222020000000001"), "王小明")).not.toBe(mark);
  });
});
