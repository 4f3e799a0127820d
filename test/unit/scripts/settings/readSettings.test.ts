import { generateKeyPairSync } from "node:crypto";
import { createSecretVariables } from "../../../../scripts/settings/createSecretVariables";
import { optional, readSettings, required } from "../../../../scripts/settings/readSettings";
import { SECRET_SETTINGS } from "../../../../scripts/settings/secretSettings";

const good = { ...createSecretVariables() };

describe("the configuration", () => {
  it("that misses variables is refused, and the error names all of them at once", () => {
    const { IDENTITY_PEPPER: _, AUDIT_SIGNING_KEY: __, ...rest } = good;
    expect(() => readSettings(rest, SECRET_SETTINGS)).toThrow(
      /IDENTITY_PEPPER is not set\n\s+AUDIT_SIGNING_KEY is not set/,
    );
  });

  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
    format: "der",
    type: "pkcs8",
  });
  it.each([
    ["IDENTITY_PEPPER", "c2hvcnQ=", "must be 32 bytes in base64"],
    ["DIRECTORY_KEY", "not base64!", "must be base64"],
    ["STORE_KEYS", "c2hvcnQ=", "must be <id>:<32 bytes in base64>"],
    ["GATEWAY_SIGNING_KEY", rsa.toString("base64"), "must be an Ed25519 private key"],
    ["GATEWAY_SIGNING_KEY", "AAAA", "must be an Ed25519 private key"],
    ["GATEWAY_VERIFY_KEYS", "AAAA", "must be Ed25519 public keys"],
  ])("with a wrong %s is refused without repeating it", (variable, value, reason) => {
    const read = (): unknown => readSettings({ ...good, [variable]: value }, SECRET_SETTINGS);
    expect(read).toThrow(`${variable}: ${reason}`);
    expect(read).not.toThrow(value);
  });

  it("counts an empty variable as not set", () => {
    const settings = { port: optional("PORT", Number, 4000), name: required("NAME", String) };
    expect(readSettings({ PORT: "", NAME: "x" }, settings)).toEqual({ port: 4000, name: "x" });
    expect(() => readSettings({ NAME: "" }, settings)).toThrow("NAME is not set");
  });

  it("seals with the first of several keys and knows all of them", () => {
    const [, second] = createSecretVariables().STORE_KEYS.split(":");
    const { storeKeys } = readSettings(
      { ...good, STORE_KEYS: `new:${second!},${good.STORE_KEYS}` },
      SECRET_SETTINGS,
    );
    expect(storeKeys.current).toBe("new");
    expect(Object.keys(storeKeys.keys)).toEqual(["new", "k1"]);
  });
});
