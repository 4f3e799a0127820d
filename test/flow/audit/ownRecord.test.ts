import { eachStore } from "../../support/databases";
import { alarm, ALICE, BOB, auditor, createAuditHub, record, self, type AuditHub, NOW } from "./auditHub";

const OWN = `query ($filter: AccessRecordFilter!, $first: Int! = 50, $after: String) {
  accessRecords(filter: $filter, first: $first, after: $after) {
    nodes { at institution purpose subjectIds sequence chain caller reference operation fieldsReturned fieldsDenied
      servedFromCache outcome ruleVersions resultDigest hash }
    pageInfo { hasNextPage endCursor } } }`;
const ALWAYS = { from: "2026-01-01T00:00:00.000Z", to: "2027-01-01T00:00:00.000Z" };
const CASE = { caller: "police/investigator", institution: "A110199", purpose: "CASE", reference: "C-1" };

eachStore("audit", open => {
  let hub: AuditHub;
  beforeAll(async () => {
    hub = await createAuditHub(await open());
    await hub.store.insertRecords([
      record(1),
      record(2, { at: "2026-11-24T03:00:00.000Z" }),
      record(3, { at: "2026-11-23T15:59:59.999Z", institution: "C01", purpose: "LINE_OPENING" }),
      record(4, { at: "2026-11-23T16:00:00.000Z", institution: "Z01" }),
      record(5, CASE),
      record(6, { ...CASE, reference: "C-2", institution: "A220100", subjectIds: [ALICE, BOB] }),
      record(7, { ...CASE, purpose: "" }),
      record(8, { ...CASE, purpose: "ORDER", outcome: "FORBIDDEN" }),
      record(9, { caller: "audit/auditor", institution: "AUDIT", purpose: "AUDIT" }),
      record(10, { subjectIds: [BOB], institution: "103" }),
      record(11, { subjectIds: [], institution: "104", purpose: "REPORTING" }),
      record(12, { institution: "105", purpose: "ORDER", reference: "order-1" }),
      record(13, { institution: "105", purpose: "REPORTING", fieldsReturned: ["AccountOrder.account"] }),
    ]);
  });

  const looks = async (filter: Record<string, unknown> = {}, person: string | null = ALICE) =>
    hub.ask(self(person), OWN, { filter: { ...ALWAYS, ...filter } });
  const seen = async (filter: Record<string, unknown> = {}, person: string | null = ALICE) =>
    (await looks(filter, person)).data.accessRecords.nodes.map(
      (node: { at: string; institution: string; purpose: string }) =>
        [node.at, node.institution, node.purpose].join(" "),
    );

  test("a person whose token names nobody is refused", async () => {
    expect((await looks({}, null)).code).toBe("FORBIDDEN");
  });

  test.each([
    ["by caller", { caller: "police/investigator" }],
    ["by reference", { reference: "C-1" }],
    ["by field", { field: "Subject.involvements" }],
    ["by outcome", { outcome: "OK" }],
    ["by what was denied", { deniedOnly: false }],
    ["by another's document", { documents: [{ type: "RESIDENT_ID", number: "", token: BOB }] }],
    ["in an interval that ends before it begins", { from: ALWAYS.to, to: ALWAYS.from }],
  ])("a person who asks %s is refused", async (_how, filter) => {
    expect((await looks(filter)).code).toBe("BAD_INPUT");
  });

  test("a person sees institution, purpose and day of the looks at them, each once; no police, no auditor, no carrying out of orders", async () => {
    expect(await seen()).toEqual([
      "2026-11-23T16:00:00.000Z 102 ACCOUNT_OPENING",
      "2026-11-23T16:00:00.000Z Z01 ACCOUNT_OPENING",
      "2026-11-22T16:00:00.000Z C01 LINE_OPENING",
    ]);
    expect(await seen({}, BOB)).toEqual(["2026-11-23T16:00:00.000Z 103 ACCOUNT_OPENING"]);
  });

  test("all else of a record is blank for the person", async () => {
    const { data } = await looks({ institution: "102" });
    expect(data.accessRecords.nodes).toEqual([
      {
        at: "2026-11-23T16:00:00.000Z",
        institution: "102",
        purpose: "ACCOUNT_OPENING",
        subjectIds: [ALICE],
        sequence: "",
        chain: "",
        caller: "",
        reference: null,
        operation: "",
        fieldsReturned: [],
        fieldsDenied: [],
        servedFromCache: [],
        outcome: "",
        ruleVersions: [],
        resultDigest: "",
        hash: "",
      },
    ]);
  });

  test("the interval is rounded to days, so that no hour can be found out by asking again and again", async () => {
    const minute = { from: "2026-11-24T09:00:00.000Z", to: "2026-11-24T09:01:00.000Z" };
    expect(await seen(minute)).toHaveLength(2);
  });

  test("goes on where the page before ended, and the cursor holds nothing that the page does not", async () => {
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await hub.ask(self(ALICE), OWN, { filter: ALWAYS, first: 1, after });
      pages.push(data.accessRecords.nodes[0].institution);
      after = data.accessRecords.pageInfo.hasNextPage ? data.accessRecords.pageInfo.endCursor : null;
      if (after) expect(JSON.parse(Buffer.from(after, "base64url").toString())).toHaveLength(3);
    } while (after !== null);
    expect(pages).toEqual(["102", "Z01", "C01"]);
  });

  test("alarms and chains are not a person's to see", async () => {
    await hub.store.insertRecords([
      alarm(900, { outcome: "MUCH_SOUGHT_PERSON", caller: "", institution: "", subjectIds: [ALICE] }),
    ]);
    const asked = `{ alarms(from: "2026-01-01T00:00:00.000Z", to: "2027-01-01T00:00:00.000Z") {
      nodes { kind caller institution subjectId } } auditChains { chain } }`;
    expect((await hub.ask(self(ALICE), asked)).data).toEqual({ alarms: { nodes: [] }, auditChains: [] });
    const { data } = await hub.ask(auditor(), asked);
    expect(data.alarms.nodes).toEqual([
      { kind: "MUCH_SOUGHT_PERSON", caller: null, institution: null, subjectId: ALICE },
    ]);
    expect(data.auditChains).toHaveLength(1);
  });

  // Last: it changes what the tests above see.
  test("police looks show once their case is released, to who belongs to it and of it alone, and never a refused attempt", async () => {
    const before = new Date("2026-11-24T01:59:59.999Z");
    await hub.store.releaseCase("C-1", [ALICE], before);
    expect(await seen()).toHaveLength(3);
    // With C-2 chosen somebody looked at Alice, who belongs to another case: its end is not hers.
    await hub.store.releaseCase("C-2", [BOB], NOW);
    expect(await seen()).toHaveLength(3);
    expect(await seen({}, BOB)).toEqual([
      "2026-11-23T16:00:00.000Z 103 ACCOUNT_OPENING",
      "2026-11-23T16:00:00.000Z A220100 CASE",
    ]);
    await hub.store.releaseCase("C-2", [], NOW);
    await hub.store.releaseCase("C-1", [ALICE], NOW);
    await hub.store.releaseCase("C-1", [ALICE], before);
    expect(await seen()).toEqual([
      "2026-11-23T16:00:00.000Z 102 ACCOUNT_OPENING",
      "2026-11-23T16:00:00.000Z A110199 CASE",
      "2026-11-23T16:00:00.000Z Z01 ACCOUNT_OPENING",
      "2026-11-22T16:00:00.000Z C01 LINE_OPENING",
    ]);
  });
});
