import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadEmbeddedSecrets, readEmbeddedSecrets } from "../../../../scripts/embedded/embeddedSecrets";
import { readSettings } from "../../../../scripts/settings/readSettings";
import { SECRET_SETTINGS } from "../../../../scripts/settings/secretSettings";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "duanka-secrets-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the secrets of the embedded mode", () => {
  it("are not made up again where the file cannot be understood, and the error quotes none of it", () => {
    writeFileSync(join(folder, "secrets.json"), "half-a-secret");
    expect(() => loadEmbeddedSecrets(folder)).toThrow(/secrets\.json cannot be understood/);
    expect(() => loadEmbeddedSecrets(folder)).not.toThrow(/half-a-secret/);
    expect(readFileSync(join(folder, "secrets.json"), "utf8")).toBe("half-a-secret");
  });

  it("are not there before the first start", () => {
    expect(() => readEmbeddedSecrets(folder)).toThrow("There is no hub in this data folder yet.");
  });

  it("are kept from one start to the next, readable for their owner alone", () => {
    const first = loadEmbeddedSecrets(folder);
    expect(loadEmbeddedSecrets(folder)).toEqual(first);
    expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
  });

  it("are added for a demo user who is newer than the folder, and the others stay", () => {
    const first = loadEmbeddedSecrets(folder);
    const { "case-lead": _, ...older } = first.identity.clientSecrets;
    const kept = { ...first, identity: { ...first.identity, clientSecrets: older } };
    writeFileSync(join(folder, "secrets.json"), JSON.stringify(kept));
    const completed = loadEmbeddedSecrets(folder);
    expect(completed).toMatchObject(kept);
    expect(completed.identity.clientSecrets["case-lead"]).toMatch(/^[\w-]{43}$/);
    expect(readEmbeddedSecrets(folder)).toEqual(completed);
  });

  it("differ from folder to folder and are what the configuration asks for", () => {
    const first = loadEmbeddedSecrets(folder);
    rmSync(join(folder, "secrets.json"));
    const second = loadEmbeddedSecrets(folder);
    for (const name of Object.keys(first.variables))
      expect(second.variables[name]).not.toBe(first.variables[name]);
    const settings = readSettings(first.variables, SECRET_SETTINGS);
    expect(settings.identityPepper).toHaveLength(32);
    expect(settings.storeKeys.keys[settings.storeKeys.current]).toHaveLength(32);
    expect(settings.gatewaySigningKey.asymmetricKeyType).toBe("ed25519");
  });
});
