import { createHmac, randomUUID } from "node:crypto";
import { exportSPKI, importJWK, type CryptoKey, type JWTPayload } from "jose";
import { KEYS_FRESH_MS, KEYS_PAUSE_MS, KEYS_TRUSTED_MS } from "../../../../gateway/auth/issuerKeys";
import {
  BANK_ISS,
  createHandClock,
  createSigner,
  createWorld,
  goodClaims,
  POLICE_ISS,
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

test("a good token of a bank's clerk", async () => {
  const caller = await world().authenticate(bearer(await sign(signer, goodClaims(clock))));
  expect(caller).toEqual({
    id: "bank/clerk",
    kind: "BANK",
    institution: "102",
    authority: null,
    scopes: ["subject:read", "account:read"],
    person: null,
  });
});

describe("headers that carry no token", () => {
  test.each([
    ["none", undefined],
    ["an empty one", ""],
    ["another scheme", "Basic YTpi"],
    ["no token after the scheme", "Bearer "],
    ["a token of two parts", "Bearer a.b"],
    ["a token of four parts", "Bearer a.b.c.d"],
    ["two tokens", "Bearer a.b.c, Bearer a.b.c"],
    ["a line break", "Bearer a.b.c\r\nx: y"],
    ["nonsense", `Bearer ${encode("x")}.${encode([])}.AAAA`],
    ["more than a token can be", `Bearer ${"a".repeat(9_000)}.b.c`],
  ])("%s", async (_, header) => {
    await expect(world().authenticate(header)).rejects.toMatchObject(refused);
    expect(server.fetches).toBe(0);
  });
});

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

describe("tokens that say the wrong thing", () => {
  test.each<[string, JWTPayload]>([
    ["no exp", { exp: undefined }],
    ["no sub", { sub: undefined }],
    ["no iat", { iat: undefined }],
    ["no aud", { aud: undefined }],
    ["another audience", { aud: "elsewhere" }],
    ["another issuer", { iss: "https://elsewhere.example" }],
    ["an issuer that differs by a slash", { iss: `${BANK_ISS}/` }],
    ["no issuer", { iss: undefined }],
    ["another trusted issuer's name, which binds it to other institutions", { iss: POLICE_ISS }],
    ["an exp that is no number", { exp: "tomorrow" as unknown as number }],
    ["a sub that would break a line of a log", { sub: "a\nb" }],
    ["a sub that would read as another issuer's officer", { sub: "../police/chief" }],
    ["an empty sub", { sub: "" }],
    ["scopes that are no text", { scope: ["subject:read"] }],
    ["no institution, for a bank", { institution: undefined }],
    ["an institution that is no code", { institution: "102\n" }],
  ])("%s", async (_, claims) => {
    const token = await sign(signer, { ...goodClaims(clock), ...claims });
    await expect(world().authenticate(bearer(token))).rejects.toMatchObject(refused);
  });

  test.each([undefined, "", "JWS", "id+jwt", "dpop+jwt"])(
    "a type that is not an access token's: %s",
    async typ => {
      const token = await sign(signer, goodClaims(clock), { typ });
      await expect(world().authenticate(bearer(token))).rejects.toMatchObject(refused);
    },
  );

  test.each(["JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt"])(
    "an access token's type: %s",
    async typ => {
      const token = await sign(signer, goodClaims(clock), { typ });
      await expect(world().authenticate(bearer(token))).resolves.toMatchObject({ id: "bank/clerk" });
    },
  );

  test("which check failed is for the log, not for the client", async () => {
    const token = await sign(signer, { ...goodClaims(clock), aud: "elsewhere" });
    const error = await world()
      .authenticate(bearer(token))
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ detail: "ERR_JWT_CLAIM_VALIDATION_FAILED: aud" });
    expect(JSON.stringify(error)).not.toContain("aud");
  });
});

describe("clocks", () => {
  const at = (offset: number) => clock().getTime() / 1_000 + offset;

  test.each<[string, () => JWTPayload, boolean]>([
    ["expired 4 s ago", () => ({ exp: at(-4) }), true],
    ["expired 6 s ago", () => ({ exp: at(-6) }), false],
    ["expired 5 min ago", () => ({ exp: at(-300) }), false],
    ["valid in 5 s", () => ({ nbf: at(5) }), true],
    ["valid in 6 s", () => ({ nbf: at(6) }), false],
    ["valid in 5 min", () => ({ nbf: at(300) }), false],
    ["issued in 5 s", () => ({ iat: at(5) }), true],
    ["issued in 5 min", () => ({ iat: at(300) }), false],
  ])("a token %s: accepted %#", async (_, claims, isAccepted) => {
    const asked = world().authenticate(bearer(await sign(signer, { ...goodClaims(clock), ...claims() })));
    if (isAccepted) await expect(asked).resolves.toMatchObject({ id: "bank/clerk" });
    else await expect(asked).rejects.toMatchObject(refused);
  });

  test("a token that was verified a moment ago still expires when it expires", async () => {
    const { authenticate } = world();
    const token = bearer(await sign(signer, { ...goodClaims(clock), exp: at(10) }));
    await authenticate(token);
    clock.move(14_000);
    await authenticate(token);
    clock.move(2_000);
    await expect(authenticate(token)).rejects.toMatchObject({ ...refused, detail: "exp" });
  });
});

describe("keys", () => {
  const unknownKid = () => sign(signer, goodClaims(clock), { kid: randomUUID() });

  test("a thousand unknown key ids cost one fetch a pause, whether they come one by one or at once", async () => {
    const { authenticate } = world();
    await authenticate(bearer(await sign(signer, goodClaims(clock))));
    expect(server.fetches).toBe(1);
    clock.move(KEYS_PAUSE_MS);
    const tokens = await Promise.all(Array.from({ length: 1_000 }, unknownKid));
    const results = await Promise.allSettled(tokens.map(token => authenticate(bearer(token))));
    for (const token of tokens.slice(0, 20))
      await expect(authenticate(bearer(token))).rejects.toMatchObject(refused);
    expect(results.every(one => one.status === "rejected")).toBe(true);
    expect(server.fetches).toBe(2);
    clock.move(KEYS_PAUSE_MS);
    await expect(authenticate(bearer(await unknownKid()))).rejects.toMatchObject(refused);
    expect(server.fetches).toBe(3);
  });

  test("while the issuer is down they cost no more", async () => {
    server.isDown = true;
    const { authenticate } = world();
    for (let n = 0; n < 50; n += 1)
      await expect(authenticate(bearer(await unknownKid()))).rejects.toMatchObject(refused);
    expect(server.fetches).toBe(1);
  });

  test("a new key is found once the pause is over", async () => {
    const { authenticate } = world();
    await authenticate(bearer(await sign(signer, goodClaims(clock))));
    const next = await createSigner("k2");
    server.keys.push(next.jwk);
    const token = bearer(await sign(next, goodClaims(clock)));
    await expect(authenticate(token)).rejects.toMatchObject(refused);
    clock.move(KEYS_PAUSE_MS);
    await expect(authenticate(token)).resolves.toMatchObject({ id: "bank/clerk" });
  });

  test("a withdrawn key is no longer trusted, not even for a token that it has verified before", async () => {
    const { authenticate } = world();
    const seconds = clock().getTime() / 1_000;
    const token = bearer(await sign(signer, { ...goodClaims(clock), exp: seconds + 7_200 }));
    await authenticate(token);
    server.keys.splice(0, 1, (await createSigner("k2")).jwk);
    clock.move(KEYS_FRESH_MS + 1);
    await expect(authenticate(token)).rejects.toMatchObject(refused);
  });

  test("an issuer that is down for a while stops nobody, one that stays away does", async () => {
    const { authenticate } = world();
    const seconds = clock().getTime() / 1_000;
    const token = bearer(await sign(signer, { ...goodClaims(clock), exp: seconds + 7_200 }));
    await authenticate(token);
    server.isDown = true;
    clock.move(KEYS_FRESH_MS + 1);
    await expect(authenticate(token)).resolves.toMatchObject({ id: "bank/clerk" });
    clock.move(KEYS_TRUSTED_MS - KEYS_FRESH_MS);
    await expect(authenticate(token)).rejects.toMatchObject(refused);
  });

  test("keys in the file of issuers need no fetch", async () => {
    const { authenticate } = world({ bank: { jwksUri: undefined, jwks: { keys: [signer.jwk] } } });
    await expect(authenticate(bearer(await sign(signer, goodClaims(clock))))).resolves.toMatchObject({
      id: "bank/clerk",
    });
    expect(server.fetches).toBe(0);
  });
});

describe("what an issuer may vouch for", () => {
  const ask = async (claims: JWTPayload, bank = {}) => {
    const { authenticate, attempts } = world({ bank });
    const asked = authenticate(bearer(await sign(signer, { ...goodClaims(clock), ...claims })));
    return { attempts, caller: await asked.catch((error: unknown) => error) };
  };

  test("scopes above the ceiling of a bank are cut, and the attempt is told", async () => {
    const { caller, attempts } = await ask({ scope: "account:read case:read sanction:write no:such" });
    expect(caller).toMatchObject({ scopes: ["account:read"] });
    expect(attempts).toEqual([
      {
        kind: "SCOPE_ABOVE_CEILING",
        issuer: "bank",
        caller: "bank/clerk",
        values: ["case:read", "sanction:write", "no:such"],
      },
    ]);
  });

  test("an issuer's own, narrower ceiling cuts too", async () => {
    const { caller, attempts } = await ask(
      { scope: "account:read subject:read" },
      { scopes: ["subject:read"] },
    );
    expect(caller).toMatchObject({ scopes: ["subject:read"] });
    expect(attempts).toMatchObject([{ values: ["account:read"] }]);
  });

  test("another institution's name is refused, and the attempt is told", async () => {
    const { caller, attempts } = await ask({ institution: "999" });
    expect(caller).toMatchObject(refused);
    expect(attempts).toEqual([
      { kind: "FOREIGN_INSTITUTION", issuer: "bank", caller: "bank/clerk", values: ["999"] },
    ]);
  });

  test("an issuer of several institutions speaks for each of them", async () => {
    expect((await ask({ institution: "103" })).caller).toMatchObject({ institution: "103" });
  });

  test.each<[string, JWTPayload, object]>([
    [
      "an officer of its organ",
      { iss: POLICE_ISS, authority: "O1", institution: undefined },
      { id: "police/clerk", authority: "O1", institution: null },
    ],
    ["an officer of another organ", { iss: POLICE_ISS, authority: "O2" }, refused],
    ["an officer of no organ", { iss: POLICE_ISS }, refused],
    [
      "an officer who claims a bank as well",
      { iss: POLICE_ISS, authority: "O1", institution: "102" },
      { institution: null },
    ],
    ["a clerk who claims an organ as well", { authority: "O1" }, { authority: null, institution: "102" }],
    ["a clerk who claims to be a person", { person_token: "T" }, { person: null }],
    [
      "a person",
      { iss: "https://person.example", person_token: "T-1", institution: undefined },
      { person: "T-1", institution: null, kind: "PERSON" },
    ],
    ["a person without a token", { iss: "https://person.example", institution: undefined }, refused],
    [
      "an auditor who claims a bank",
      { iss: "https://audit.example" },
      { institution: null, kind: "AUDITOR" },
    ],
    ["nobody who asks for nothing", { scope: undefined }, { scopes: [] }],
  ])("%s", async (_, claims, expected) => {
    expect((await ask(claims)).caller).toMatchObject(expected);
  });
});

test("a revoked token is refused at once, though it was verified a moment ago", async () => {
  const revoked = new Set<string>();
  const asked: unknown[] = [];
  const revocations = {
    isRevoked(tokenId: string | null, officerId: string, issuedAt: Date) {
      asked.push([tokenId, officerId, issuedAt.toISOString()]);
      return revoked.has(officerId);
    },
  };
  const { authenticate } = world({ revocations });
  const token = bearer(await sign(signer, goodClaims(clock)));
  const caller = await authenticate(token);
  expect(await authenticate(token)).toBe(caller);
  expect(asked).toEqual(Array(2).fill(["bank/t-1", "bank/clerk", "2026-11-24T08:00:00.000Z"]));
  revoked.add("bank/clerk");
  await expect(authenticate(token)).rejects.toMatchObject({ ...refused, detail: "revoked" });
});
