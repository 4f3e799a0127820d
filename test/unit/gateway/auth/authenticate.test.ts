import type { JWTPayload } from "jose";
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
let server: KeyServer;
let clock: HandClock;

beforeAll(async () => {
  signer = await createSigner("k1");
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
  expect(asked).toEqual(Array(2).fill(["t-1", "bank/clerk", "2026-11-24T08:00:00.000Z"]));
  revoked.add("bank/clerk");
  await expect(authenticate(token)).rejects.toMatchObject({ ...refused, detail: "revoked" });
});
