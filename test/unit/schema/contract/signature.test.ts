import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import {
  CALLER_KINDS,
  PURPOSES,
  viewOf,
  type Caller,
  type RequestClaims,
} from "../../../../schema/contract/claims";
import { SCOPES } from "../../../../schema/contract/scopes";
import {
  CLAIMS_HEADER,
  GROUP_HEADER,
  MOST_SIGNED_AT_ONCE,
  SIGNATURE_HEADER,
  signEnvelopes,
  verifyRequest,
  writeEnvelope,
} from "../../../../schema/contract/signature";
import { signRequest } from "../../../support/signRequest";
import { refusalOf } from "./refusalOf";

const gateway = generateKeyPairSync("ed25519");
const stranger = generateKeyPairSync("ed25519");
const NOW = Date.parse("2026-03-01T08:00:00Z");
const MAX_AGE_MS = 30_000;
const BODY = '{"query":"{ __typename }"}';

const bank: Caller = {
  id: "bank/bank-risk",
  kind: "BANK",
  institution: "102",
  authority: null,
  scopes: ["subject:read"],
  person: null,
};
const claimsOf = (caller: Caller): RequestClaims => ({
  caller,
  purpose: "ACCOUNT_OPENING",
  reference: "AP-1",
  view: viewOf(caller),
  extendedAccess: false,
});
const CLAIMS = claimsOf(bank);

const sent = () =>
  signRequest({ key: gateway.privateKey, subgraph: "banking", claims: CLAIMS, body: BODY, now: NOW });
type Verification = Parameters<typeof verifyRequest>[0];
const check = (changes: Partial<Verification>) =>
  verifyRequest({
    keys: [gateway.publicKey],
    subgraph: "banking",
    headers: { ...sent() },
    body: BODY,
    now: NOW,
    maxAgeMs: MAX_AGE_MS,
    ...changes,
  });
const refuse = (changes: Partial<Verification>) => {
  const refusal = refusalOf(() => check(changes));
  expect(refusal.code).toBe("UNAUTHENTICATED");
  // Which check failed is told to the log alone.
  expect(refusal.message).toBe("The request carries no valid signature of the gateway.");
  return refusal.detail;
};

const envelopeOf = (header: string) =>
  JSON.parse(Buffer.from(header, "base64url").toString("utf8")) as Record<string, unknown>;
const headerOf = (envelope: unknown) => Buffer.from(JSON.stringify(envelope)).toString("base64url");
const digestOf = (header: string) => createHash("sha256").update(header).digest("base64url");
/** What a gateway would send whose code is wrong: anything, with a valid signature. */
const signedAnyway = (header: string, group = digestOf(header)) => ({
  [CLAIMS_HEADER]: header,
  [GROUP_HEADER]: group,
  [SIGNATURE_HEADER]: sign(null, Buffer.from(`duanka-requests-2\n${group}`), gateway.privateKey).toString(
    "base64url",
  ),
});
const envelopes = (count: number) =>
  Array.from({ length: count }, () =>
    writeEnvelope({ subgraph: "banking", claims: CLAIMS, body: BODY, now: NOW }),
  );

describe("a subgraph refuses a request", () => {
  it.each([
    ["without headers", {}, /duanka-claims is missing/],
    ["with nothing but claims", { [CLAIMS_HEADER]: sent()[CLAIMS_HEADER] }, /duanka-signed-group is missing/],
    ["without a signature", { ...sent(), [SIGNATURE_HEADER]: undefined }, /duanka-signature is missing/],
    ["with the claims twice", { ...sent(), [CLAIMS_HEADER]: ["e30", "e30"] }, /more than once/],
    ["with an empty signature", { ...sent(), [SIGNATURE_HEADER]: "" }, /wrong form/],
    ["with claims that are no base64url", { ...sent(), [CLAIMS_HEADER]: "{}" }, /wrong form/],
    ["with claims of 9 kB", { ...sent(), [CLAIMS_HEADER]: "A".repeat(9_000) }, /too long/],
    ["with no digest", { ...sent(), [GROUP_HEADER]: "" }, /signed-group has the wrong form/],
    ["with half a digest", { ...sent(), [GROUP_HEADER]: "A".repeat(42) }, /signed-group has the wrong form/],
    ["with a signature of zeros", { ...sent(), [SIGNATURE_HEADER]: "A".repeat(86) }, /no trusted key/],
  ])("%s", (_what, headers, detail) => expect(refuse({ headers })).toMatch(detail));

  it("signed with a key that it does not trust", () => {
    const headers = {
      ...signRequest({ key: stranger.privateKey, subgraph: "banking", claims: CLAIMS, body: BODY, now: NOW }),
    };
    expect(refuse({ headers })).toMatch(/no trusted key/);
  });

  it("when it trusts no key at all", () => expect(refuse({ keys: [] })).toMatch(/no trusted key/));

  it("signed for another subgraph", () => expect(refuse({ subgraph: "police" })).toMatch(/another subgraph/));

  it.each([`${BODY} `, "", BODY.replace("query", "Query"), `\uFEFF${BODY}`])(
    "with the changed body %j",
    body => {
      expect(refuse({ body })).toMatch(/body/);
    },
  );

  it.each<[string, (envelope: Record<string, unknown>) => unknown]>([
    ["another view", envelope => ({ ...envelope, claims: { ...CLAIMS, view: "police" } })],
    ["another institution", envelope => ({ ...envelope, claims: claimsOf({ ...bank, institution: "103" }) })],
    [
      "one more scope",
      envelope => ({ ...envelope, claims: claimsOf({ ...bank, scopes: ["subject:read", "case:read"] }) }),
    ],
    ["another purpose", envelope => ({ ...envelope, claims: { ...CLAIMS, purpose: "ORDER" } })],
    ["extended access", envelope => ({ ...envelope, claims: { ...CLAIMS, extendedAccess: true } })],
    ["another subgraph", envelope => ({ ...envelope, subgraph: "police" })],
    ["a later time", envelope => ({ ...envelope, issuedAt: NOW + 1 })],
    ["another nonce", envelope => ({ ...envelope, nonce: "A".repeat(22) })],
    ["the same content in another order", envelope => Object.fromEntries(Object.entries(envelope).reverse())],
  ])("whose claims were changed to %s after signing", (_what, change) => {
    const headers = sent();
    const changed = headerOf(change(envelopeOf(headers[CLAIMS_HEADER])));
    expect(refuse({ headers: { ...headers, [CLAIMS_HEADER]: changed } })).toMatch(/not among those/);
    // And with a group that would fit them.
    const group = `${headers[GROUP_HEADER]},${digestOf(changed)}`;
    expect(refuse({ headers: { ...headers, [CLAIMS_HEADER]: changed, [GROUP_HEADER]: group } })).toMatch(
      /no trusted key/,
    );
  });

  it("whose claims come from one group and the signature from another", () => {
    const [first, second] = [sent(), sent()];
    expect(refuse({ headers: { ...second, [CLAIMS_HEADER]: first[CLAIMS_HEADER] } })).toMatch(
      /not among those/,
    );
  });

  it("signed with more others than are ever signed at once", () => {
    const header = sent()[CLAIMS_HEADER];
    const group = [digestOf(header), ...Array<string>(MOST_SIGNED_AT_ONCE).fill(digestOf("x"))].join(",");
    expect(refuse({ headers: signedAnyway(header, group) })).toMatch(/signed-group has the wrong form/);
  });

  it("with any one bit of the signature changed", () => {
    const headers = sent();
    const signature = Buffer.from(headers[SIGNATURE_HEADER], "base64url");
    for (let bit = 0; bit < signature.length * 8; bit += 1) {
      const changed = Buffer.from(signature);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(refuse({ headers: { ...headers, [SIGNATURE_HEADER]: changed.toString("base64url") } })).toMatch(
        /no trusted key/,
      );
    }
  });

  it("whose signature was made over the same bytes for another use", () => {
    const headers = sent();
    const signature = sign(null, Buffer.from(headers[GROUP_HEADER]), gateway.privateKey);
    expect(refuse({ headers: { ...headers, [SIGNATURE_HEADER]: signature.toString("base64url") } })).toMatch(
      /no trusted key/,
    );
  });

  it("that is older than allowed by one millisecond, and none that is just as old", () => {
    expect(refuse({ now: NOW + MAX_AGE_MS + 1 })).toMatch(/too old/);
    expect(check({ now: NOW + MAX_AGE_MS }).issuedAt).toBe(NOW);
  });

  it("signed more than 5 s in the future, and none within the skew of two clocks", () => {
    expect(refuse({ now: NOW - 5_001 })).toMatch(/future/);
    expect(check({ now: NOW - 5_000 }).issuedAt).toBe(NOW);
  });

  it("when its own clock shows no time, rather than letting all ages pass", () => {
    expect(refuse({ now: NaN })).toMatch(/too old/);
  });

  it.each<[string, (envelope: Record<string, unknown>) => unknown]>([
    ["a list", () => []],
    ["no claims", ({ claims: _claims, ...rest }) => rest],
    ["an unknown field", envelope => ({ ...envelope, admin: true })],
    ["an unknown claim", envelope => ({ ...envelope, claims: { ...CLAIMS, admin: true } })],
    ["an unknown purpose", envelope => ({ ...envelope, claims: { ...CLAIMS, purpose: "CURIOSITY" } })],
    [
      "an unknown kind of caller",
      envelope => ({ ...envelope, claims: { ...CLAIMS, caller: { ...bank, kind: "ROOT" } } }),
    ],
    [
      "the view of another kind of caller",
      envelope => ({ ...envelope, claims: { ...CLAIMS, view: "police" } }),
    ],
    ["the view of another bank", envelope => ({ ...envelope, claims: { ...CLAIMS, view: "bank:103" } })],
    ["a time that is no whole number", envelope => ({ ...envelope, issuedAt: "now" })],
    ["a nonce too short to be unique", envelope => ({ ...envelope, nonce: "1" })],
  ])("whose signed envelope holds %s", (_what, change) => {
    const headers = signedAnyway(headerOf(change(envelopeOf(sent()[CLAIMS_HEADER]))));
    expect(refuse({ headers })).toMatch(/malformed/);
  });

  it("whose signed envelope is no JSON", () => {
    expect(refuse({ headers: signedAnyway(Buffer.from("{").toString("base64url")) })).toMatch(/malformed/);
  });
});

describe("requests that are signed at once", () => {
  it("are each accepted, by the subgraph that each is for alone", () => {
    const subgraphs = ["telecom", "banking", "police"];
    const signed = signEnvelopes(
      gateway.privateKey,
      subgraphs.map(subgraph => writeEnvelope({ subgraph, claims: CLAIMS, body: BODY, now: NOW })),
    );
    expect(new Set(signed.map(headers => headers[SIGNATURE_HEADER])).size).toBe(1);
    const accepted = subgraphs.map(subgraph =>
      signed.filter(headers => {
        try {
          check({ subgraph, headers: { ...headers } });
          return true;
        } catch {
          return false;
        }
      }),
    );
    expect(accepted).toEqual(signed.map(headers => [headers]));
  });

  it("are sixteen at the most", () => {
    const signed = signEnvelopes(gateway.privateKey, envelopes(MOST_SIGNED_AT_ONCE));
    for (const headers of signed) expect(check({ headers: { ...headers } }).claims).toEqual(CLAIMS);
    expect(() => signEnvelopes(gateway.privateKey, envelopes(MOST_SIGNED_AT_ONCE + 1))).toThrow(/at most 16/);
  });
});

describe("a key of another kind than Ed25519", () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });

  it("signs nothing and verifies nothing", () => {
    expect(() =>
      signRequest({ key: privateKey, subgraph: "banking", claims: CLAIMS, body: BODY, now: NOW }),
    ).toThrow(/Ed25519/);
    expect(() => check({ keys: [publicKey] })).toThrow(/Ed25519/);
  });
});

describe("a request of the gateway", () => {
  it("arrives with the claims, the time and the nonce with which it was sent", () => {
    const nonce = "abcdefghijklmnopqrstuv";
    const headers = signRequest({
      key: gateway.privateKey,
      subgraph: "banking",
      claims: CLAIMS,
      body: BODY,
      now: NOW,
      nonce,
    });
    expect(check({ headers: { ...headers } })).toEqual({
      claims: CLAIMS,
      nonce,
      issuedAt: NOW,
      signer: expect.anything(),
    });
  });

  it("has a nonce of its own each time, so that a repetition shows", () => {
    const nonces = Array.from({ length: 100 }, () => check({ headers: { ...sent() } }).nonce);
    expect(new Set(nonces).size).toBe(100);
  });

  it("is accepted with the body as text or as bytes", () => {
    expect(check({ body: Buffer.from(BODY, "utf8") }).claims).toEqual(CLAIMS);
  });

  it("is accepted under the old and the new key while keys are changed", () => {
    expect(check({ keys: [stranger.publicKey, gateway.publicKey] }).claims).toEqual(CLAIMS);
  });

  it("is accepted under keys that were read from PEM files", () => {
    const key = createPrivateKey(gateway.privateKey.export({ type: "pkcs8", format: "pem" }));
    const keys = [createPublicKey(gateway.publicKey.export({ type: "spki", format: "pem" }))];
    const headers = signRequest({ key, subgraph: "banking", claims: CLAIMS, body: BODY, now: NOW });
    expect(check({ keys, headers: { ...headers } }).claims).toEqual(CLAIMS);
  });

  it("arrives unchanged whoever asks, in Chinese too", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
    const caller: fc.Arbitrary<Caller> = fc.record({
      id: text,
      kind: fc.constantFrom(...CALLER_KINDS),
      institution: fc.option(text),
      authority: fc.option(text),
      scopes: fc.subarray([...SCOPES]),
      person: fc.option(text),
    });
    const claims: fc.Arbitrary<RequestClaims> = fc
      .record({
        caller,
        purpose: fc.option(fc.constantFrom(...PURPOSES)),
        reference: fc.option(text),
        extendedAccess: fc.boolean(),
      })
      .map(parts => ({ ...parts, view: viewOf(parts.caller) }));
    fc.assert(
      fc.property(claims, sentClaims => {
        const headers = signRequest({
          key: gateway.privateKey,
          subgraph: "police",
          claims: sentClaims,
          body: BODY,
          now: NOW,
        });
        expect(check({ subgraph: "police", headers: { ...headers } }).claims).toEqual(sentClaims);
      }),
    );
  });
});
