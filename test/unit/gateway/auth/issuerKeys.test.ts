import { randomUUID } from "node:crypto";
import { KEYS_FRESH_MS, KEYS_PAUSE_MS, KEYS_TRUSTED_MS } from "../../../../gateway/auth/issuerKeys";
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
const refused = { code: "UNAUTHENTICATED", message: "A valid bearer token is needed." };

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
