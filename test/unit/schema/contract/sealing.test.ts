import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { createSealer } from "../../../../schema/contract/sealing";
import { refusalOf } from "./refusalOf";

const OLD_KEY = randomBytes(32);
const NEW_KEY = randomBytes(32);
const sealer = createSealer({ current: "2025", keys: { "2025": OLD_KEY } });
const CONTEXT = "telecom.line.number|line-1";
const PLAIN = "13800001234";

describe("a thief or a tamperer at the store", () => {
  it("who changes any one character of a sealed value makes it unreadable", () => {
    const sealed = sealer.seal(PLAIN, CONTEXT);
    for (let index = 0; index < sealed.length; index += 1) {
      for (const replacement of ["A", "B", "!", "="].filter(character => character !== sealed[index])) {
        const changed = sealed.slice(0, index) + replacement + sealed.slice(index + 1);
        expect(refusalOf(() => sealer.open(changed, CONTEXT)).code).toBe("INTERNAL");
      }
    }
  });

  it("who writes the same bytes another way makes it unreadable, so that a sealed value has one form", () => {
    const sealed = sealer.seal("李", CONTEXT); // 31 bytes: the last character has four bits that no byte uses
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const next = alphabet.charAt(alphabet.indexOf(sealed.slice(-1)) + 1);
    for (const other of [
      sealed.slice(0, -1) + next,
      `${sealed}!`,
      `${sealed}=`,
      `${sealed}\n`,
      ` ${sealed}`,
    ]) {
      expect(refusalOf(() => sealer.open(other, CONTEXT)).code).toBe("INTERNAL");
    }
    expect(sealer.open(sealed, CONTEXT)).toBe("李");
  });

  it("who changes any one bit of nonce, ciphertext or tag makes it unreadable", () => {
    const [keyId, text] = sealer.seal(PLAIN, CONTEXT).split(".") as [string, string];
    const packed = Buffer.from(text, "base64url");
    for (let bit = 0; bit < packed.length * 8; bit += 1) {
      const changed = Buffer.from(packed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(refusalOf(() => sealer.open(`${keyId}.${changed.toString("base64url")}`, CONTEXT)).code).toBe(
        "INTERNAL",
      );
    }
  });

  it("who moves a sealed value to another row or column makes it unreadable", () => {
    const sealed = sealer.seal(PLAIN, CONTEXT);
    for (const elsewhere of [
      "telecom.line.number|line-2",
      "telecom.line.holder_name|line-1",
      "",
      `${CONTEXT} `,
    ]) {
      expect(refusalOf(() => sealer.open(sealed, elsewhere)).detail).toMatch(/does not open/);
    }
  });

  it("who relabels it with another loaded key makes it unreadable, even when the bytes of the keys are the same", () => {
    const twins = createSealer({ current: "a", keys: { a: OLD_KEY, b: OLD_KEY } });
    const relabelled = twins.seal(PLAIN, CONTEXT).replace(/^a\./, "b.");
    expect(refusalOf(() => twins.open(relabelled, CONTEXT)).code).toBe("INTERNAL");
  });

  it("who has another key of the same id reads nothing", () => {
    const other = createSealer({ current: "2025", keys: { "2025": NEW_KEY } });
    expect(refusalOf(() => other.open(sealer.seal(PLAIN, CONTEXT), CONTEXT)).code).toBe("INTERNAL");
  });

  it.each(["", ".", "2025", "2025.", "2025.AAAA", "9999.AAAA", "__proto__.AAAA", "constructor.AAAA", PLAIN])(
    "who puts %j in its place gets a refusal that repeats nothing of it",
    forged => {
      const refusal = refusalOf(() => sealer.open(forged, CONTEXT));
      expect(refusal.code).toBe("INTERNAL");
      expect(`${refusal.message} ${refusal.detail ?? ""}`).not.toContain(PLAIN);
    },
  );

  it("sees two different values where the same number was sealed twice", () => {
    const seals = Array.from({ length: 2_000 }, () => sealer.seal(PLAIN, CONTEXT));
    expect(new Set(seals.map(sealed => sealed.slice(5, 5 + 16))).size).toBe(2_000);
    expect(seals.join()).not.toContain(PLAIN);
  });
});

describe("an operator who loads keys", () => {
  it.each([
    ["no current key", { current: "x", keys: { y: OLD_KEY } }, /current store key/],
    ["no key at all", { current: "x", keys: {} }, /current store key/],
    [
      "a current key that only Object has",
      { current: "constructor", keys: { y: OLD_KEY } },
      /current store key/,
    ],
    ["a key of 16 bytes", { current: "x", keys: { x: Buffer.alloc(16) } }, /store key x must have 32 bytes/],
    ["a key id with a dot", { current: "x.y", keys: { "x.y": OLD_KEY } }, /store key id/],
    ["an empty key id", { current: "", keys: { "": OLD_KEY } }, /store key id/],
  ])("with %s is told so at the start", (_what, keys, message) => {
    expect(() => createSealer(keys)).toThrow(message);
  });

  it("and rotates them still reads what was sealed before, and seals with the new one", () => {
    const before = sealer.seal(PLAIN, CONTEXT);
    const rotated = createSealer({ current: "2026", keys: { "2026": NEW_KEY, "2025": OLD_KEY } });
    expect(rotated.open(before, CONTEXT)).toBe(PLAIN);
    const after = rotated.seal(PLAIN, CONTEXT);
    expect(after).toMatch(/^2026\.[A-Za-z0-9_-]+$/);
    expect(refusalOf(() => sealer.open(after, CONTEXT)).detail).toMatch(/no key/);
  });

  it("and takes the old one away can no longer read what it sealed", () => {
    const before = sealer.seal(PLAIN, CONTEXT);
    const withoutOld = createSealer({ current: "2026", keys: { "2026": NEW_KEY } });
    expect(refusalOf(() => withoutOld.open(before, CONTEXT)).detail).toMatch(/no key/);
  });
});

describe("a sealed value", () => {
  it("opens to exactly what was sealed, Chinese, emoji, empty or long", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.constantFrom("", "欧阳䶮", "x".repeat(10_000)),
    );
    fc.assert(
      fc.property(text, fc.string({ unit: "binary" }), (plain, context) => {
        expect(sealer.open(sealer.seal(plain, context), context)).toBe(plain);
      }),
    );
  });
});
