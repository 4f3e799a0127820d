import { generateKeyPairSync } from "node:crypto";
import { createInformantSeal, openInformant } from "../../../../schema/contract/informantSeal";

const { publicKey, privateKey } = generateKeyPairSync("x25519");
const seal = createInformantSeal(publicKey);
const IDENTITY = JSON.stringify({ name: "张三", contact: "by night" });

describe("a sealed informant", () => {
  const sealed = seal(IDENTITY, "tip-1");

  it.each([
    ["with another private key", generateKeyPairSync("x25519").privateKey, sealed, "tip-1"],
    ["for another tip", privateKey, sealed, "tip-2"],
    ["once a character was changed", privateKey, `${sealed.slice(0, -3)}AAA`, "tip-1"],
    ["without its version", privateKey, sealed.slice(2), "tip-1"],
    ["when it is none", privateKey, "1.", "tip-1"],
  ])("does not open %s", (_what, key, value, tipId) => {
    expect(() => openInformant(key, value, tipId)).toThrow();
  });

  it("opens with the private half alone, for its own tip", () => {
    expect(openInformant(privateKey, sealed, "tip-1")).toBe(IDENTITY);
    expect(sealed).not.toContain("张三");
  });

  it("of the same person looks different each time: two tips cannot be told to be one person's", () => {
    expect(seal(IDENTITY, "tip-1")).not.toBe(sealed);
  });

  it("is made with an X25519 key and no other", () => {
    const { publicKey: other } = generateKeyPairSync("ed25519");
    expect(() => createInformantSeal(other)).toThrow(/X25519/);
  });
});
