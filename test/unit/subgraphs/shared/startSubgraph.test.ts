import type { FastifyInstance } from "fastify";
import { Redis } from "ioredis";
import { generateKeyPairSync } from "node:crypto";
import { pino } from "pino";
import type { RequestClaims } from "../../../../schema/contract/claims";
import { signRequest } from "../../../support/signRequest";
import { subgraphClaims } from "../../../../schema/contract/subgraphCaller";
import {
  createProcessNonceMemory,
  createSharedNonceMemory,
  type NonceMemory,
} from "../../../../subgraphs/shared/nonceMemory";
import type { RunningSubgraph } from "../../../../subgraphs/shared/runningSubgraph";
import { countRestorations } from "../../../../subgraphs/shared/orders/restorationMetrics";
import { createSubgraphServer } from "../../../../subgraphs/shared/startSubgraph";
import { claimsOf } from "../../../support/claims";
import { testServices } from "../../../support/services";
import { createSampleSubgraph } from "./sampleSubgraph";

const gateway = generateKeyPairSync("ed25519");
const banking = generateKeyPairSync("ed25519");
const stranger = generateKeyPairSync("ed25519");
const NOW = new Date("2026-11-24T08:00:00Z");
const BODY = JSON.stringify({ query: "{ shelf { owner } }" });

let running: RunningSubgraph;
beforeAll(async () => {
  running = await createSampleSubgraph();
});

function createServer(
  nonces: NonceMemory,
  logger = pino({ level: "silent" }),
  verifyKeys = [gateway.publicKey],
): FastifyInstance {
  return createSubgraphServer({
    running,
    verifyKeys,
    subgraphKeys: new Map([["banking", banking.publicKey]]),
    nonces,
    clock: () => NOW,
    logger,
    isReady: () => Promise.resolve(true),
  });
}

const newMemory = () => createProcessNonceMemory(() => NOW.getTime());

interface Attack {
  key?: typeof gateway.privateKey;
  claims?: RequestClaims;
  subgraph?: string;
  now?: number;
  nonce?: string;
  scopes?: string[];
}

function signedHeaders(attack: Attack = {}): Record<string, string> {
  const { key = gateway.privateKey, subgraph = "sample", now = NOW.getTime(), nonce, scopes = [] } = attack;
  const claims = attack.claims ?? claimsOf({ scopes });
  return {
    ...signRequest({ key, subgraph, claims, body: BODY, now, ...(nonce === undefined ? {} : { nonce }) }),
  };
}

function withScope(claims: RequestClaims, scope: string): RequestClaims {
  return { ...claims, caller: { ...claims.caller, scopes: [...claims.caller.scopes, scope] } };
}

function post(app: FastifyInstance, headers: Record<string, string>, body = BODY) {
  return app.inject({
    method: "POST",
    url: "/graphql",
    headers: { "content-type": "application/json", ...headers },
    payload: body,
  });
}

describe("a subgraph asked directly", () => {
  let app: FastifyInstance;
  beforeAll(() => {
    app = createServer(newMemory());
  });
  afterAll(() => app.close());

  it("tells whoever watches it how long restorations took, by sector and measure alone", async () => {
    countRestorations([{ sector: "TELECOM", measure: "SUSPEND", seconds: 7_200 }]);
    const { body, headers } = await app.inject({ method: "GET", url: "/metrics" });
    expect(headers["content-type"]).toMatch(/^text\/plain/);
    expect(body).toContain('duanka_restore_seconds_sum{sector="TELECOM",measure="SUSPEND"} 7200');
    expect(body).toContain('duanka_restore_seconds_bucket{le="3600",sector="TELECOM",measure="SUSPEND"} 0');
  });

  const signature = signedHeaders();
  const other = signedHeaders({ scopes: ["box:read"] });
  test.each<[string, Record<string, string>, string]>([
    ["without a signature", {}, BODY],
    ["with claims and no signature", { "duanka-claims": signature["duanka-claims"] ?? "" }, BODY],
    ["signed by a stranger's key", signedHeaders({ key: stranger.privateKey }), BODY],
    ["signed by a subgraph for an officer", signedHeaders({ key: banking.privateKey }), BODY],
    [
      "signed by a subgraph in the name of another",
      signedHeaders({ key: banking.privateKey, claims: subgraphClaims("telecom") }),
      BODY,
    ],
    [
      "signed by a subgraph that gives itself a scope",
      signedHeaders({ key: banking.privateKey, claims: withScope(subgraphClaims("banking"), "box:read") }),
      BODY,
    ],
    ["signed for another subgraph", signedHeaders({ subgraph: "banking" }), BODY],
    ["signed 31 seconds ago", signedHeaders({ now: NOW.getTime() - 31_000 }), BODY],
    ["signed for a time to come", signedHeaders({ now: NOW.getTime() + 60_000 }), BODY],
    ["with a body changed on the way", signature, JSON.stringify({ query: "{ shelf { box { id } } }" })],
    [
      "with the claims of another request",
      { ...signature, "duanka-claims": other["duanka-claims"] ?? "" },
      BODY,
    ],
  ])("%s answers 401 and nothing else", async (_how, headers, body) => {
    const response = await post(app, headers, body);
    expect(response.statusCode).toBe(401);
    expect(response.json()).toEqual({
      errors: [{ message: "The request was refused.", extensions: { code: "UNAUTHENTICATED" } }],
    });
  });

  test("answers a request that the gateway signed", async () => {
    const response = await post(app, signedHeaders());
    expect(response.json()).toEqual({ data: { shelf: { owner: "bank/bank-risk" } } });
  });

  test("answers another subgraph that asks in its own name", async () => {
    const response = await post(
      app,
      signedHeaders({ key: banking.privateKey, claims: subgraphClaims("banking") }),
    );
    expect(response.json()).toEqual({ data: { shelf: { owner: "subgraph/banking" } } });
  });

  test("takes a subgraph's word for itself alone, also where its key stands among the gateways' by mistake", async () => {
    const mistaken = createServer(newMemory(), undefined, [gateway.publicKey, banking.publicKey]);
    expect((await post(mistaken, signedHeaders({ key: banking.privateKey }))).statusCode).toBe(401);
    await mistaken.close();
  });

  test("answers 401 to the same request sent again", async () => {
    const headers = signedHeaders();
    expect((await post(app, headers)).statusCode).toBe(200);
    expect((await post(app, headers)).statusCode).toBe(401);
  });

  test("answers 404, 415 and 413 as JSON without a stack", async () => {
    const responses = [
      await app.inject({ method: "GET", url: "/nosuch" }),
      await app.inject({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "text/xml" },
        payload: "<a/>",
      }),
      await post(app, signedHeaders(), "x".repeat(17 * 1024 * 1024)),
    ];
    expect(responses.map(response => response.statusCode)).toEqual([404, 415, 413]);
    for (const response of responses) expect(response.body).not.toMatch(/\bat .*\.(js|ts)/);
  });
});

describe("two replicas of a subgraph that share a Redis", () => {
  const redis = new Redis(testServices().redisUrl, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
  });
  beforeAll(() => redis.connect());
  afterAll(() => redis.disconnect());

  test("refuse a request that the other one has answered", async () => {
    const first = createServer(createSharedNonceMemory(redis, newMemory(), newMemory()));
    const second = createServer(createSharedNonceMemory(redis, newMemory(), newMemory()));
    const headers = signedHeaders();
    expect((await post(first, headers)).statusCode).toBe(200);
    expect((await post(second, headers)).statusCode).toBe(401);
  });

  test("do so by their common database while Redis is away", async () => {
    const away = new Redis({
      port: 1,
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
    });
    away.on("error", () => undefined);
    const stored = newMemory();
    const first = createServer(createSharedNonceMemory(away, newMemory(), stored));
    const second = createServer(createSharedNonceMemory(away, newMemory(), stored));
    const headers = signedHeaders();
    expect((await post(first, headers)).statusCode).toBe(200);
    expect((await post(first, headers)).statusCode).toBe(401);
    expect((await post(second, headers)).statusCode).toBe(401);
    away.disconnect();
  });
});

test("whoever asks without a gateway's signature shows in the log, where whoever watches can look for it", async () => {
  const lines: string[] = [];
  const logger = pino({ level: "warn" }, { write: line => void lines.push(line) });
  const response = await post(createServer(newMemory(), logger), {});
  expect(response.statusCode).toBe(401);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    msg: expect.stringContaining("UNSIGNED_REQUEST") as unknown,
    detail: "request signature refused: header duanka-claims is missing",
  });
});
