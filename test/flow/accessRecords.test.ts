import type { Answer } from "../support/askOverHttp";
import { startTestHub, type TestHub } from "../support/hub";

const HELD = `query Held($document: IdentityDocumentInput!) {
  subject(document: $document) { phoneLines { totalCount } accounts { totalCount } }
}`;
const RECORDS = `query Records($filter: AccessRecordFilter!) {
  accessRecords(filter: $filter) { nodes { chain sequence hash caller institution purpose reference outcome fieldsReturned fieldsDenied } }
}`;
const CHAINS = "{ auditChains { chain length intact lastCheckpointAt } }";
const INDEXED_WITHIN_MS = 10_000; // half a second on an idle machine
const POLL_MS = 100;

type Found = NonNullable<Answer["data"]>;

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

async function askAuditorUntil(query: string, variables: object, isThere: (data: Found) => boolean) {
  const deadline = Date.now() + INDEXED_WITHIN_MS;
  for (;;) {
    const { data, errors } = await hub.ask(query, {
      as: "auditor",
      purpose: "AUDIT",
      variables: { ...variables },
    });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    if (isThere(data!) || Date.now() > deadline) return data!;
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
}

function lookAt(as: string, more: object) {
  return hub.ask(HELD, { as, ...more, variables: { document: hub.people.ringMember.document } });
}

describe("a look at a person", () => {
  const dayAround = () => ({ from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) });

  it("is answered with the place of its record, which an auditor finds under the person's document", async () => {
    const { extensions } = await lookAt("investigator", {
      purpose: "CASE",
      reference: hub.people.ringMember.caseNumber,
    });
    expect(extensions?.audit).toMatchObject({
      chain: expect.any(String),
      sequence: expect.any(Number),
      hash: expect.any(String),
    });

    const filter = { ...dayAround(), documents: [hub.people.ringMember.document] };
    const isThere = (data: Found) =>
      data.accessRecords.nodes.some((node: { hash: string }) => node.hash === extensions?.audit.hash);
    const { accessRecords } = await askAuditorUntil(RECORDS, { filter }, isThere);
    const record = accessRecords.nodes.find((node: { hash: string }) => node.hash === extensions?.audit.hash);
    expect(record).toMatchObject({
      chain: extensions?.audit.chain,
      sequence: String(extensions?.audit.sequence),
      caller: "police/investigator",
      institution: "A110199",
      purpose: "CASE",
      reference: hub.people.ringMember.caseNumber,
      outcome: "OK",
    });
    expect(record.fieldsReturned).toEqual(expect.arrayContaining(["Query.subject", "Subject.accounts"]));
  });

  it("that was refused leaves a record as well, with what was denied", async () => {
    const { extensions, data } = await lookAt("investigator", {});
    expect(data?.subject).toBeNull();
    const filter = { ...dayAround(), documents: [hub.people.ringMember.document], deniedOnly: true };
    const isThere = (found: Found) =>
      found.accessRecords.nodes.some((node: { hash: string }) => node.hash === extensions?.audit.hash);
    const { accessRecords } = await askAuditorUntil(RECORDS, { filter }, isThere);
    const record = accessRecords.nodes.find((node: { hash: string }) => node.hash === extensions?.audit.hash);
    expect(record).toMatchObject({
      caller: "police/investigator",
      purpose: "",
      fieldsDenied: ["Query.subject"],
    });
  });

  it("stands in a chain that the deposited checkpoints bear out", async () => {
    const isThere = (found: Found) => found.auditChains[0]?.lastCheckpointAt !== null;
    const { auditChains } = await askAuditorUntil(CHAINS, {}, isThere);
    expect(auditChains).toHaveLength(1);
    expect(auditChains[0].intact).toBe(true);
    expect(auditChains[0].length).toBeGreaterThan(0);
    expect(Date.now() - Date.parse(auditChains[0].lastCheckpointAt)).toBeLessThan(60_000);
  });
});
