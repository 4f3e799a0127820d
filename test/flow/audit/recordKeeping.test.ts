import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createHubSubgraph } from "../../../scripts/hub/createHubSubgraph";
import { createHubKeys } from "../../../scripts/hub/createHubKeys";
import { GATEWAY_CLAIMS } from "../../../scripts/hub/gatewayClaims";
import type { RequestClaims } from "../../../schema/contract/claims";
import { ROLE_SCOPES, ROLES } from "../../../schema/contract/scopes";
import { migrate, STORES, type StoreName } from "../../../schema/database/migrate";
import { openDatabase, type Database } from "../../../schema/database/openDatabase";
import { createSubgraphExecutor } from "../../../subgraphs/shared/createSubgraphExecutor";
import { createCheckpointStore } from "../../../subgraphs/shared/checkpoints/checkpointStore";
import { claimsOf } from "../../support/claims";
import { alarm, record, type Answer } from "./auditHub";

const CHECKPOINT = {
  chain: "20261124040000000-0000000a",
  sequence: 7,
  hash: "a".repeat(64),
  at: "2026-11-24T04:00:00.123Z",
  signature: "B".repeat(86),
};
const DEPOSIT = `mutation ($chain: ID!, $sequence: ID!, $hash: String!, $at: DateTime!, $signature: String!) {
  depositCheckpoint(chain: $chain, sequence: $sequence, hash: $hash, at: $at, signature: $signature) }`;
const WAYS_IN: readonly [string, string][] = [
  ["indexedSequences", `query { indexedSequences(chains: ["c"]) }`],
  ["indexAccessRecords", `mutation { indexAccessRecords(records: []) }`],
];

describe("what the gateway hands over to subgraphs", () => {
  let database: Database;
  let ask: (subgraph: StoreName, claims: RequestClaims, query: string, variables?: object) => Promise<Answer>;

  beforeAll(async () => {
    database = openDatabase({ directory: "memory://" });
    const storeKeys = { current: "k1", keys: { k1: randomBytes(32) } };
    const keys = createHubKeys({
      storeKeys,
      directoryKey: randomBytes(32),
      informantPublicKey: generateKeyPairSync("x25519").publicKey,
    });
    const executors = new Map<StoreName, ReturnType<typeof createSubgraphExecutor>>();
    for (const name of STORES) {
      await migrate(database, name);
      const running = await createHubSubgraph(name, {
        database,
        keys,
        clock: () => new Date(),
        askKept: () => Promise.resolve(null),
      });
      executors.set(
        name,
        createSubgraphExecutor(running, () => undefined),
      );
    }
    ask = async (subgraph, claims, query, variables = {}) => {
      const { data, errors } = await executors.get(subgraph)!({ query, variables: { ...variables } }, claims);
      return { data, code: errors?.[0]?.extensions?.code };
    };
  });
  afterAll(() => database.close());

  const given = { ...CHECKPOINT, sequence: String(CHECKPOINT.sequence) };

  test.each(STORES)("is refused from everybody else: a checkpoint for %s", async subgraph => {
    for (const role of ROLES) {
      const claims = claimsOf({ scopes: ROLE_SCOPES[role], kind: "AUDITOR", institution: null });
      expect((await ask(subgraph, claims, DEPOSIT, given)).code).toBe("FORBIDDEN");
    }
    expect(await createCheckpointStore(subgraph, database.db).listChains()).toEqual([]);
  });

  test.each(WAYS_IN)("is refused from everybody else: %s", async (_field, query) => {
    for (const role of ROLES) {
      const claims = claimsOf({ scopes: ROLE_SCOPES[role], kind: "AUDITOR", institution: null });
      expect((await ask("audit", claims, query)).code).toBe("FORBIDDEN");
    }
  });

  test("opens no record to the gateway itself", async () => {
    expect((await ask("audit", GATEWAY_CLAIMS, "{ auditChains { chain } }")).code).toBe("FORBIDDEN");
  });

  test.each(STORES)("is kept as it was signed: a checkpoint for %s", async subgraph => {
    expect(await ask(subgraph, GATEWAY_CLAIMS, DEPOSIT, given)).toEqual({
      data: { depositCheckpoint: true },
    });
    expect(await ask(subgraph, GATEWAY_CLAIMS, DEPOSIT, given)).toEqual({
      data: { depositCheckpoint: true },
    });
    const kept = createCheckpointStore(subgraph, database.db);
    expect(await kept.listCheckpoints(CHECKPOINT.chain, null, 10)).toEqual([CHECKPOINT]);
  });

  test.each([
    ["chain", "x'; drop table audit.checkpoint; --"],
    ["sequence", "-1"],
    ["sequence", "1e3"],
    ["sequence", "9".repeat(16)],
    ["hash", "A".repeat(64)],
    ["signature", ""],
  ])("is refused where it is no checkpoint: %s %s", async (part, value) => {
    expect((await ask("police", GATEWAY_CLAIMS, DEPOSIT, { ...given, [part]: value })).code).toBe(
      "BAD_INPUT",
    );
  });

  test("comes in bulk, once however often it is sent: records", async () => {
    const records = [1, 2].map(sequence => ({ ...record(sequence), sequence: String(sequence) }));
    const index = `mutation ($records: [AccessRecordInput!]!) { indexAccessRecords(records: $records) }`;
    const send = () => ask("audit", GATEWAY_CLAIMS, index, { records });
    expect(await send()).toEqual({ data: { indexAccessRecords: true } });
    expect(await send()).toEqual({ data: { indexAccessRecords: true } });
    const { chain } = record(1);
    const positions = `query ($chains: [ID!]!) { indexedSequences(chains: $chains) }`;
    expect(await ask("audit", GATEWAY_CLAIMS, positions, { chains: ["unknown", chain] })).toEqual({
      data: { indexedSequences: ["0", "2"] },
    });
    const tooMany = { records: Array(1_001).fill(records[0]) };
    expect((await ask("audit", GATEWAY_CLAIMS, index, tooMany)).code).toBe("LIMIT_EXCEEDED");
  });

  test("comes among the records, once however often it is sent: an alarm", async () => {
    const raised = { ...alarm(3, { outcome: "SEQUENCE", caller: "bank/x", alarmCount: 11 }), sequence: "3" };
    const index = `mutation ($records: [AccessRecordInput!]!) { indexAccessRecords(records: $records) }`;
    for (let sent = 0; sent < 2; sent++)
      expect(await ask("audit", GATEWAY_CLAIMS, index, { records: [raised] })).toEqual({
        data: { indexAccessRecords: true },
      });
    const auditor = claimsOf({ kind: "AUDITOR", institution: null, scopes: ROLE_SCOPES.auditor });
    const list = `{ alarms(from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z") { nodes { kind caller institution count } } }`;
    expect((await ask("audit", auditor, list)).data.alarms.nodes).toEqual([
      { kind: "SEQUENCE", caller: "bank/x", institution: "102", count: 11 },
    ]);
  });

  test("is kept side by side where it contradicts another, and read page by page: checkpoints", async () => {
    const store = createCheckpointStore("telecom", database.db);
    const chain = "20261124040000000-0000000b";
    const all = [
      { ...CHECKPOINT, chain, sequence: 1 },
      { ...CHECKPOINT, chain, sequence: 2 },
      { ...CHECKPOINT, chain, sequence: 2, hash: "b".repeat(64) },
      { ...CHECKPOINT, chain, sequence: 10 },
    ];
    for (const checkpoint of all.toReversed()) await store.depositCheckpoint(checkpoint);
    expect(await store.listChains()).toEqual([CHECKPOINT.chain, chain]);
    const read = [];
    for (let after = null; ;) {
      const [next] = await store.listCheckpoints(chain, after, 1);
      if (next === undefined) break;
      read.push((after = next));
    }
    expect(read).toEqual(all);
  });
});
