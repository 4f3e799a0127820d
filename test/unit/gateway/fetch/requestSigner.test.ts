import { generateKeyPairSync } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { createRequestSigner } from "../../../../gateway/fetch/requestSigner";
import { SIGNATURE_HEADER, verifyRequest } from "../../../../schema/contract/signature";
import { subgraphClaims } from "../../../../schema/contract/subgraphCaller";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const NOW = Date.parse("2026-03-01T08:00:00Z");
const request = (place: number) => ({
  subgraph: "banking",
  claims: subgraphClaims("telecom"),
  body: `{"query":"{ no${place} }"}`,
  now: NOW,
});

describe("fetches that are signed", () => {
  test("in one turn share signatures, sixteen to each, and each is accepted with its own body alone", async () => {
    const sign = createRequestSigner(privateKey);
    const all = Array.from({ length: 20 }, (_, place) => request(place));
    const signed = await Promise.all(all.map(sign));
    const signatures = signed.map(headers => headers[SIGNATURE_HEADER]);
    expect([...new Set(signatures)].map(one => signatures.filter(other => other === one).length)).toEqual([
      16, 4,
    ]);
    signed.forEach((headers, place) => {
      const verify = (body: string) =>
        verifyRequest({
          ...{ keys: [publicKey], subgraph: "banking", now: NOW, maxAgeMs: 1_000 },
          headers: { ...headers },
          body,
        });
      expect(verify(request(place).body).claims).toEqual(request(place).claims);
      expect(() => verify(request(place + 1).body)).toThrow();
    });
  });

  test("in different turns have signatures of their own, though nobody has looked at the first yet", async () => {
    const sign = createRequestSigner(privateKey);
    const first = sign(request(1));
    await nextTurn();
    const [one, other] = await Promise.all([first, sign(request(1))]);
    expect(one[SIGNATURE_HEADER]).not.toBe(other[SIGNATURE_HEADER]);
  });

  test("beside one that cannot be written are signed all the same", async () => {
    const sign = createRequestSigner(privateKey);
    const unwritable = { ...request(1), body: undefined as unknown as string };
    const results = await Promise.allSettled([sign(request(1)), sign(unwritable), sign(request(2))]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  test("with a key that may not sign all fail, and none waits for ever", async () => {
    const sign = createRequestSigner(generateKeyPairSync("rsa", { modulusLength: 2_048 }).privateKey);
    const results = await Promise.allSettled([sign(request(1)), sign(request(2))]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});
