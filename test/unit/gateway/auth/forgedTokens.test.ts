import { createHmac } from "node:crypto";
import { exportSPKI, importJWK, type CryptoKey } from "jose";
import {
  createHandClock,
  createSigner,
  createWorld,
  goodClaims,
  sign,
  startKeyServer,
  type HandClock,
  type KeyServer,
  type Signer,
} from "./tokenWorld";

let signer: Signer;
let stranger: Signer;
let server: KeyServer;
let clock: HandClock;

beforeAll(async () => {
  signer = await createSigner("k1");
  stranger = await createSigner("k1");
});
beforeEach(async () => {
  clock = createHandClock();
  server = await startKeyServer([signer.jwk]);
});
afterEach(() => server.close());

const world = (parts: Partial<Parameters<typeof createWorld>[0]> = {}) =>
  createWorld({ jwksUri: server.uri, clock, ...parts });
const bearer = (token: string) => `Bearer ${token}`;
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const refused = { code: "UNAUTHENTICATED", message: "A valid bearer token is needed." };

describe("tokens that were forged", () => {
  const attack = async (token: string) => {
    const { authenticate } = world();
    await expect(authenticate(bearer(token))).rejects.toMatchObject(refused);
    // Nor the second time, when something may have been remembered.
    await expect(authenticate(bearer(token))).rejects.toMatchObject(refused);
  };

  test.each(["none", "None", "NONE", "nOnE"])("alg %s, without a signature", async alg => {
    const unsigned = `${encode({ alg, typ: "at+jwt" })}.${encode(goodClaims(clock))}`;
    await attack(`${unsigned}.`);
    await attack(`${unsigned}.AAAA`);
  });

  test("HS256 with the public key for a secret, in each form in which it is known", async () => {
    const key = (await importJWK(signer.jwk, "ES256", { extractable: true })) as CryptoKey;
    const forms = [await exportSPKI(key), JSON.stringify(signer.jwk), signer.jwk.x ?? "", ""];
    for (const secret of forms) {
      const body = `${encode({ alg: "HS256", kid: "k1", typ: "at+jwt" })}.${encode(goodClaims(clock))}`;
      await attack(`${body}.${createHmac("sha256", secret).update(body).digest("base64url")}`);
    }
  });

  test("a changed payload", async () => {
    const [header = "", , signature = ""] = (await sign(signer, goodClaims(clock))).split(".");
    await attack(`${header}.${encode({ ...goodClaims(clock), sub: "director" })}.${signature}`);
  });

  test("a changed header", async () => {
    const [, payload = "", signature = ""] = (await sign(signer, goodClaims(clock))).split(".");
    await attack(`${encode({ alg: "ES256", kid: "k1", typ: "JWT" })}.${payload}.${signature}`);
  });

  test("another's key under the issuer's key id", async () =>
    attack(await sign(stranger, goodClaims(clock))));

  test("an algorithm that this issuer does not use, with a key that it does publish", async () => {
    const rsa = await createSigner("k2", "RS256");
    server.keys.push(rsa.jwk);
    await attack(await sign(rsa, goodClaims(clock)));
  });

  test.each([
    ["jku", () => ({ jku: server.uri })],
    ["x5u", () => ({ x5u: server.uri })],
    ["jwk", () => ({ jwk: stranger.jwk })],
    ["x5c", () => ({ x5c: ["AAAA"] })],
  ])("its own key brought in the header %s, whoever signed", async (_, header) => {
    const before = server.fetches;
    await attack(await sign(stranger, goodClaims(clock), header()));
    await attack(await sign(signer, goodClaims(clock), header()));
    expect(server.fetches).toBe(before);
  });

  test("an extension that nobody here understands", async () => {
    const header = { alg: "ES256", kid: "k1", typ: "at+jwt", crit: ["mystery"], mystery: true };
    await attack(`${encode(header)}.${encode(goodClaims(clock))}.AAAA`);
  });
});
