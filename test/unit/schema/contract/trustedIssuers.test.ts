import { generateKeyPairSync } from "node:crypto";
import { parseTrustedIssuers } from "../../../../schema/contract/trustedIssuers";

const pair = generateKeyPairSync("ed25519");
const publicJwk = { ...pair.publicKey.export({ format: "jwk" }), kid: "1" };
const police = {
  name: "police",
  issuer: "https://id.police.example",
  jwksUri: "https://id.police.example/jwks",
  kind: "POLICE",
  institutions: ["A110199", "A110100"],
  audiences: ["duanka"],
  algorithms: ["EdDSA"],
};
const bank = {
  name: "bank",
  issuer: "https://id.bank.example",
  jwks: { keys: [publicJwk] },
  kind: "BANK",
  institutions: ["102"],
  scopes: ["subject:read", "account:read"],
  audiences: ["duanka"],
  algorithms: ["ES256", "EdDSA"],
  freeQueries: true,
};
const parse = (...issuers: readonly unknown[]) => parseTrustedIssuers(JSON.stringify(issuers));

describe("an operator whose file of trusted issuers", () => {
  it.each<[string, object, RegExp]>([
    [
      "grants a scope above the ceiling of the kind",
      { ...bank, scopes: ["case:read"] },
      /0\.scopes: above the ceiling of BANK: case:read/,
    ],
    ["grants a scope that there is none of", { ...bank, scopes: ["everything:read"] }, /0\.scopes/],
    ["names an unknown kind", { ...bank, kind: "ROOT" }, /0\.kind/],
    [
      "gives a bank no institution",
      { ...bank, institutions: [] },
      /0\.institutions: BANK needs at least one/,
    ],
    ["accepts unsigned tokens", { ...bank, algorithms: ["none"] }, /0\.algorithms/],
    ["accepts a shared secret", { ...bank, algorithms: ["HS256"] }, /0\.algorithms/],
    ["accepts no algorithm", { ...bank, algorithms: [] }, /0\.algorithms/],
    ["accepts no audience", { ...bank, audiences: [] }, /0\.audiences/],
    ["has no keys", { ...bank, jwks: undefined }, /0\.jwks: give either/],
    ["has keys twice", { ...bank, jwksUri: "https://id.bank.example/jwks" }, /0\.jwks: give either/],
    ["fetches keys in the clear", { ...police, jwksUri: "http://id.police.example/jwks" }, /0\.jwksUri/],
    ["fetches keys from a file", { ...police, jwksUri: "file:///etc/keys" }, /0\.jwksUri/],
    [
      "holds a private key",
      { ...bank, jwks: { keys: [pair.privateKey.export({ format: "jwk" })] } },
      /only public keys/,
    ],
    [
      "holds a symmetric key",
      { ...bank, jwks: { keys: [{ kty: "oct", k: "c2VjcmV0" }] } },
      /0\.jwks\.keys\.0/,
    ],
    ["has an issuer that is no URL", { ...bank, issuer: "bank" }, /0\.issuer/],
    ["has a name that would end an officer id early", { ...bank, name: "bank/x" }, /0\.name/],
    ["has a field that nobody reads", { ...bank, audience: "duanka" }, /\(?audience/],
  ])("%s is told where and why", (_what, issuer, message) => {
    expect(() => parse(issuer)).toThrow(message);
  });

  it("names two issuers alike is told so, since two officers would be one", () => {
    expect(() => parse(police, { ...bank, name: "police" })).toThrow(/1\.name: is given twice/);
    expect(() => parse(police, { ...bank, issuer: police.issuer })).toThrow(/1\.issuer: is given twice/);
  });

  it.each(["", "{", "{}", "[]", "null"])("is %j is told so", json => {
    expect(() => parseTrustedIssuers(json)).toThrow(/^trusted issuers: /);
  });

  it("is no JSON is told so without a quotation of it", () => {
    expect(() => parseTrustedIssuers('[{"secret":"s3cr3t"')).toThrow(
      /^trusted issuers: the file is not valid JSON$/,
    );
  });

  it("holds a private key does not find it in the error", () => {
    const secret = pair.privateKey.export({ format: "jwk" });
    expect(() => parse({ ...bank, jwks: { keys: [secret] } })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(String(secret.d)) as string }) as Error,
    );
  });

  it("is right is read whole: no free queries and the ordinary limits unless more is allowed", () => {
    const [first, second] = parse(police, bank);
    expect(first).toEqual({ ...police, freeQueries: false, volume: 1 });
    expect(second).toEqual({ ...bank, volume: 1 });
  });

  it("names regulators, auditors and the person's issuer needs no institutions for them", () => {
    const issuers = ["FINANCIAL_REGULATOR", "TELECOM_REGULATOR", "AUDITOR", "PERSON"].map((kind, index) => ({
      ...police,
      kind,
      institutions: [],
      name: `issuer-${index}`,
      issuer: `http://localhost:${4_000 + index}`,
      jwksUri: `http://127.0.0.1:${4_000 + index}/jwks`,
    }));
    expect(parse(...issuers)).toHaveLength(4);
  });
});
