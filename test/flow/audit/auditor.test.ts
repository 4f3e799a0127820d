import { sql } from "kysely";
import { createBatch } from "./createBatch";
import { eachStore } from "../../support/databases";
import { claimsOf } from "../../support/claims";
import { alarm, ALICE, auditor, BOB, CHAIN, createAuditHub, NOW, record, type AuditHub } from "./auditHub";

const RECORDS = `query ($filter: AccessRecordFilter!, $first: Int! = 50, $after: String) {
  accessRecords(filter: $filter, first: $first, after: $after) {
    nodes { sequence chain at caller subjectIds fieldsDenied hash } pageInfo { hasNextPage endCursor } } }`;
const CHAINS = `{ auditChains { chain length lastCheckpointAt intact firstBadSequence } }`;
const ALWAYS = { from: "2026-01-01T00:00:00.000Z", to: "2027-01-01T00:00:00.000Z" };
const documentOf = (token: string) => ({ type: "RESIDENT_ID", number: "", token });

eachStore("audit", open => {
  let hub: AuditHub;
  beforeAll(async () => {
    hub = await createAuditHub(await open());
  });

  const chainOf = async (chain: string) => {
    const { data } = await hub.ask(auditor(), CHAINS);
    return data.auditChains.find((one: { chain: string }) => one.chain === chain);
  };
  const deposit = (chain: string, sequence: number, hash: string, at = "2026-11-24T03:59:00.000Z") =>
    hub.store.depositCheckpoint({ chain, sequence, hash, at, signature: "s" });

  test.each([
    ["a bank", claimsOf({ scopes: ["audit:read"] })],
    [
      "an officer",
      claimsOf({ kind: "POLICE", institution: null, authority: "A110199", scopes: ["audit:read"] }),
    ],
  ])("%s is refused, even with a token that says audit:read", async (_who, claims) => {
    expect((await hub.ask(claims, RECORDS, { filter: ALWAYS })).code).toBe("FORBIDDEN");
    expect((await hub.ask(claims, CHAINS)).code).toBe("FORBIDDEN");
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["without the token of a document", { documents: [{ type: "RESIDENT_ID", number: "x" }] }, "BAD_INPUT"],
    ["for 101 documents", { documents: Array(101).fill(documentOf(ALICE)) }, "LIMIT_EXCEEDED"],
    ["in an interval that ends before it begins", { from: ALWAYS.to, to: ALWAYS.from }, "BAD_INPUT"],
  ])("an auditor who asks %s is refused", async (_how, filter, code) => {
    expect((await hub.ask(auditor(), RECORDS, { filter: { ...ALWAYS, ...filter } })).code).toBe(code);
  });

  describe("the records", () => {
    beforeAll(async () => {
      await hub.store.insertRecords([
        record(1),
        record(2, { at: "2026-11-24T02:00:00.000Z", subjectIds: [ALICE, BOB, BOB] }),
        record(3, {
          at: "2026-11-24T02:00:01.000Z",
          caller: "police/investigator",
          institution: "A110199",
          purpose: "CASE",
          reference: "C-1",
          subjectIds: [BOB],
          fieldsReturned: ["Subject.involvements"],
          fieldsDenied: ["Subject.linkedAccounts"],
          outcome: "PARTIAL",
        }),
        record(4, {
          at: "2026-11-24T02:00:02.000Z",
          outcome: "FORBIDDEN",
          subjectIds: [],
          fieldsReturned: [],
        }),
      ]);
    });

    const sequences = async (filter: Record<string, unknown> = {}) =>
      (await hub.ask(auditor(), RECORDS, { filter: { ...ALWAYS, ...filter } })).data.accessRecords.nodes.map(
        (node: { sequence: string }) => node.sequence,
      );

    test.each<[string, Record<string, unknown>, string[]]>([
      ["all", {}, ["4", "3", "2", "1"]],
      ["a person's", { documents: [documentOf(BOB)] }, ["3", "2"]],
      ["either of two persons'", { documents: [documentOf(ALICE), documentOf(BOB)] }, ["3", "2", "1"]],
      ["nobody's", { documents: [] }, []],
      ["a caller's", { caller: "police/investigator" }, ["3"]],
      ["an institution's", { institution: "102" }, ["4", "2", "1"]],
      ["a purpose's", { purpose: "CASE" }, ["3"]],
      ["a reference's", { reference: "C-1" }, ["3"]],
      ["a field's that was returned", { field: "Subject.involvements" }, ["3"]],
      ["a field's that was denied", { field: "Subject.linkedAccounts" }, ["3"]],
      ["those with something denied", { deniedOnly: true }, ["3"]],
      ["an outcome's", { outcome: "FORBIDDEN" }, ["4"]],
      ["from a moment, that one included", { from: "2026-11-24T02:00:01.000Z" }, ["4", "3"]],
      ["to a moment, that one left out", { to: "2026-11-24T02:00:01.000Z" }, ["2", "1"]],
      ["both conditions", { institution: "102", documents: [documentOf(BOB)] }, ["2"]],
    ])("%s are found, newest first", async (_what, filter, expected) => {
      expect(await sequences(filter)).toEqual(expected);
    });

    test("come page by page, each once, also those of the same moment", async () => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { data } = await hub.ask(auditor(), RECORDS, { filter: ALWAYS, first: 1, after });
        seen.push(data.accessRecords.nodes[0].sequence);
        after = data.accessRecords.pageInfo.hasNextPage ? data.accessRecords.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toEqual(["4", "3", "2", "1"]);
    });

    test("delivered again leave one of each", async () => {
      await hub.store.insertRecords([record(1), record(2, { subjectIds: [ALICE, BOB] })]);
      expect(await sequences()).toHaveLength(4);
    });

    test("come in bulk, hundreds at once", async () => {
      const chain = "20260501000000000-00000009";
      await hub.store.insertRecords(createBatch(chain, 500, "2026-05-01T00:00:00.000Z"));
      expect(await chainOf(chain)).toMatchObject({ length: 500, intact: true });
    });
  });

  describe("a chain", () => {
    const chains = (() => {
      let started = 0;
      return () => `20260601000000000-${String(++started).padStart(8, "0")}`;
    })();
    async function writtenChain(length: number): Promise<string> {
      const chain = chains();
      const batch = createBatch(chain, length, "2026-06-01T00:00:00.000Z");
      await hub.store.insertRecords(batch);
      await deposit(chain, 0, "the opening's, which is in the file alone");
      for (const one of batch) await deposit(chain, one.sequence, one.hash);
      return chain;
    }
    const execute = (statement: ReturnType<typeof sql>) => statement.execute(hub.database.db);

    test("whose records bear out every checkpoint is intact", async () => {
      const chain = await writtenChain(5);
      expect(await chainOf(chain)).toEqual({
        chain,
        length: 5,
        lastCheckpointAt: "2026-11-24T03:59:00.000Z",
        intact: true,
        firstBadSequence: null,
      });
    });

    test("with a record taken out names it", async () => {
      const chain = await writtenChain(5);
      await execute(sql`delete from audit.access_record where chain = ${chain} and sequence = 3`);
      expect(await chainOf(chain)).toMatchObject({ length: 4, intact: false, firstBadSequence: "3" });
    });

    test("with its first record taken out names it, though no checkpoint tells of it", async () => {
      const chain = chains();
      await hub.store.insertRecords(createBatch(chain, 4, "2026-06-01T00:00:00.000Z").slice(1));
      expect(await chainOf(chain)).toMatchObject({ intact: false, firstBadSequence: "1" });
    });

    test("with its tail cut names the first record that is gone", async () => {
      const chain = await writtenChain(5);
      await execute(sql`delete from audit.access_record where chain = ${chain} and sequence > 2`);
      expect(await chainOf(chain)).toMatchObject({ length: 2, intact: false, firstBadSequence: "3" });
    });

    test("with another record put in a place names the place", async () => {
      const chain = await writtenChain(5);
      await execute(
        sql`update audit.access_record set hash = 'forged' where chain = ${chain} and sequence = 4`,
      );
      expect(await chainOf(chain)).toMatchObject({ intact: false, firstBadSequence: "4" });
    });

    test("with two contradicting checkpoints for a place is not intact, whichever came first", async () => {
      const chain = await writtenChain(5);
      await deposit(chain, 2, "another past");
      expect(await chainOf(chain)).toMatchObject({ intact: false, firstBadSequence: "2" });
    });

    test("that is gone but for its checkpoints is told of", async () => {
      const chain = await writtenChain(3);
      await execute(sql`delete from audit.access_record where chain = ${chain}`);
      expect(await chainOf(chain)).toMatchObject({ length: 0, intact: false, firstBadSequence: "1" });
    });

    test("is not called broken while its newest records are still on their way", async () => {
      const chain = await writtenChain(2);
      const secondsAgo = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000).toISOString();
      await deposit(chain, 3, "soon here", secondsAgo(9));
      expect(await chainOf(chain)).toMatchObject({ intact: true });
      await deposit(chain, 4, "overdue", secondsAgo(11));
      expect(await chainOf(chain)).toMatchObject({ intact: false, firstBadSequence: "3" });
    });

    test("tells how far it is held, so that whoever fills it knows where to go on", async () => {
      const [held, unknown] = [await writtenChain(3), chains()];
      expect(await hub.store.lastSequencesOf([held, unknown])).toEqual(new Map([[held, 3]]));
    });
  });

  test("alarms are found between two moments, newest first, page by page", async () => {
    await hub.store.insertRecords(
      [10, 20, 30].map((count, index) =>
        alarm(index + 901, { at: `2026-07-01T00:0${index + 1}:00.000Z`, alarmCount: count }),
      ),
    );
    const ALARMS = `query ($after: String) { alarms(from: "2026-07-01T00:01:00.000Z", to: "2026-07-01T00:03:00.000Z",
      first: 1, after: $after) { nodes { id kind caller institution subjectId count } pageInfo { hasNextPage endCursor } } }`;
    const first = (await hub.ask(auditor(), ALARMS)).data.alarms;
    expect(first.nodes).toEqual([
      {
        id: `${CHAIN}/902`,
        kind: "UNUSUAL_VOLUME",
        caller: "bank/bank-risk",
        institution: "102",
        subjectId: null,
        count: 20,
      },
    ]);
    const second = (await hub.ask(auditor(), ALARMS, { after: first.pageInfo.endCursor })).data.alarms;
    expect(second).toMatchObject({ nodes: [{ count: 10 }], pageInfo: { hasNextPage: false } });
  });

  test("revocations are of a token or of an officer, never of both or of nothing", async () => {
    const revokedAt = new Date("2026-11-24T00:00:00.000Z");
    await hub.store.revoke({ tokenId: "t-1", officerId: null, revokedAt }, "lost");
    await hub.store.revoke({ tokenId: null, officerId: "bank/bank-risk", revokedAt }, "left");
    await expect(hub.store.revoke({ tokenId: null, officerId: null, revokedAt }, "r")).rejects.toThrow();
    await expect(hub.store.revoke({ tokenId: "t", officerId: "o", revokedAt }, "r")).rejects.toThrow();
    expect(
      (await hub.store.listRevocations()).map(({ tokenId, officerId }) => tokenId ?? officerId).sort(),
    ).toEqual(["bank/bank-risk", "t-1"]);
  });
});
