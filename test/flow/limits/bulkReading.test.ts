import { setTimeout as sleep } from "node:timers/promises";
import { startTestHub, type TestHub } from "../../support/hub";
import { sequentialDocuments } from "./sequentialNumbers";

const HELD = `query Held($document: IdentityDocumentInput!) { subject(document: $document) {
  id accounts { totalCount nodes { id } } } }`;
const ALARMS = `query ($from: DateTime!, $to: DateTime!) { alarms(from: $from, to: $to) {
  nodes { kind caller institution subjectId count } } }`;
const RECORDS = `query ($filter: AccessRecordFilter!) { accessRecords(filter: $filter, first: 200) {
  nodes { sequence operation subjectIds fieldsReturned outcome reference } } }`;
const ALWAYS = { from: "2020-01-01T00:00:00.000Z", to: "2100-01-01T00:00:00.000Z" };
/** As many as a script would keep open. */
const AT_ONCE = 20;

interface Asked {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: {
    readonly data?: { readonly subject: { readonly id: string } };
    readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
    readonly extensions: { readonly audit: { readonly sequence: number } };
  };
}

describe("reading in bulk", () => {
  let hub: TestHub;
  let granted: { readonly document: object; readonly reference: string } | undefined;
  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub.close());

  async function lookAs(as: string, document: object, reference: string): Promise<Asked> {
    const response = await fetch(`${hub.gateway}/graphql`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await hub.tokenFor(as)}`,
        "content-type": "application/json",
        "duanka-purpose": "ACCOUNT_OPENING",
        "duanka-reference": reference,
      },
      body: JSON.stringify({ query: HELD, variables: { document } }),
    });
    const { status, headers } = response;
    return { status, retryAfter: headers.get("retry-after"), body: (await response.json()) as Asked["body"] };
  }

  async function untilFound<T>(find: () => Promise<T | undefined>): Promise<T> {
    for (const deadline = Date.now() + 10_000; ;) {
      const found = await find();
      if (found !== undefined) return found;
      if (Date.now() > deadline) throw new Error("not there");
      await sleep(50);
    }
  }
  const asAuditor = (query: string, variables: object) =>
    hub.ask(query, { as: "auditor", purpose: "AUDIT", variables: { ...variables } });

  test("a bank officer who goes through 1,000 numbers is stopped, told when to come back, and reported", async () => {
    const documents = sequentialDocuments(1_000);
    const asked: Asked[] = [];
    for (let first = 0; first < documents.length; first += AT_ONCE) {
      const some = documents.slice(first, first + AT_ONCE);
      const answers = some.map((document, index) => lookAs("bank-risk", document, `SEQ-${first + index}`));
      asked.push(...(await Promise.all(answers)));
    }
    const answered = asked.flatMap(({ status }, index) => (status === 200 ? [index] : []));
    const refused = asked.filter(({ status }) => status === 429);
    expect([answered.length, refused.length]).toEqual([10, 990]);
    granted = { document: documents[answered[0]!]!, reference: `SEQ-${answered[0]}` };
    for (const { retryAfter, body } of refused) {
      expect(body.data).toBeUndefined();
      expect(body.errors?.[0]?.extensions).toMatchObject({
        code: "RATE_LIMITED",
        retryAfterSeconds: Number(retryAfter),
      });
      expect(Number(retryAfter)).toBeGreaterThan(0);
    }

    const alarm = await untilFound(async () => {
      const { data } = await asAuditor(ALARMS, ALWAYS);
      return (data?.alarms.nodes as { kind: string }[]).find(({ kind }) => kind === "SEQUENCE");
    });
    expect(alarm).toEqual({
      kind: "SEQUENCE",
      caller: "bank/bank-risk",
      institution: "102",
      subjectId: null,
      count: expect.any(Number),
    });

    // Each attempt stands on record, with whom it was for and that nothing was shown.
    const last = refused.at(-1)!.body.extensions.audit.sequence;
    const record = await untilFound(async () => {
      const filter = { ...ALWAYS, caller: "bank/bank-risk", outcome: "RATE_LIMITED" };
      const { data } = await asAuditor(RECORDS, { filter });
      const nodes = data?.accessRecords.nodes as { sequence: string; subjectIds: string[] }[];
      return nodes.find(({ sequence }) => sequence === String(last));
    });
    expect(record).toMatchObject({
      operation: expect.stringMatching(/^Held /),
      fieldsReturned: [],
      subjectIds: [expect.stringMatching(/^1[A-Za-z0-9_-]{43}$/)],
    });
  });

  test("the same officer goes on with whom they have looked at already, and sees nobody new", async () => {
    const again = await lookAs("bank-risk", granted!.document, granted!.reference);
    expect(again).toMatchObject({ status: 200, body: { data: { subject: { accounts: { nodes: [] } } } } });
    // A thousand attempts are too many people for an hour too, whoever they are.
    expect((await lookAs("bank-risk", hub.people.clean.document, "A-1")).status).toBe(429);
  });

  test("a bank that checks one customer's document against number after number is stopped", async () => {
    const text = `query ($document: IdentityDocumentInput!, $number: ID!) {
      phoneCheck(document: $document, number: $number) { sameHolder inService } }`;
    const check = async (number: string) => {
      const variables = { document: hub.people.clean.document, number };
      const asked = {
        as: "payment-risk",
        purpose: "ACCOUNT_OPENING",
        reference: "CHECK-1",
        variables,
      } as const;
      return (await hub.ask(text, asked)).errors?.[0]?.extensions?.code;
    };
    const codes: unknown[] = [];
    for (let index = 0; index < 12; index++) codes.push(await check(String(13_866_660_000 + index)));
    expect(codes).toEqual([...Array<undefined>(10).fill(undefined), "RATE_LIMITED", "RATE_LIMITED"]);
  });

  test("another officer is not affected", async () => {
    const [first] = sequentialDocuments(1);
    const { status, body } = await lookAs("payment-risk", first!, "A-2");
    expect(status).toBe(200);
    expect(body.data?.subject.id).toMatch(/^1/);
  });

  test("asking once more is no way around", async () => {
    const document = sequentialDocuments(1_000).at(-1)!;
    for (let attempt = 0; attempt < 3; attempt++)
      expect((await lookAs("bank-risk", document, "SEQ-999")).status).toBe(429);
  });

  describe("an officer with a case", () => {
    const officer = (variables: Record<string, unknown>) =>
      ({
        as: "investigator",
        purpose: "CASE",
        reference: hub.people.ringMember.caseNumber!,
        variables,
      }) as const;

    test("who goes through the numbers of lines, ten in a question, is stopped and reported", async () => {
      const names = Array.from({ length: 10 }, (_, index) => `n${index}`);
      const text = `query (${names.map(name => `$${name}: ID!`).join(" ")}) {
        ${names.map(name => `${name}: phoneLine(number: $${name}) { holder { telecomIdentity { name } } }`).join(" ")} }`;
      const ask = (first: number) =>
        hub.ask(text, officer(Object.fromEntries(names.map((name, index) => [name, String(first + index)]))));
      expect((await ask(13_877_770_000)).errors).toBeUndefined();
      const refused = await ask(13_877_770_010);
      expect(refused.errors?.map(({ extensions }) => extensions?.code)).toEqual(["RATE_LIMITED"]);
      await untilFound(async () => {
        const { data } = await asAuditor(ALARMS, ALWAYS);
        const alarms = data?.alarms.nodes as { kind: string; caller: string }[];
        return alarms.find(({ kind, caller }) => kind === "SEQUENCE" && caller === "police/investigator");
      });
    });

    test("who goes through the numbers of lines by what a change answers is stopped", async () => {
      const text = `mutation ($input: MarkInvolvedInput!) { markInvolved(input: $input) {
        line { status holder { telecomIdentity { name } } } } }`;
      const codes: unknown[] = [];
      for (let index = 0; index < 12; index++) {
        const lineNumber = String(13_977_770_000 + index);
        const input = { caseNumber: hub.people.ringMember.caseNumber, role: "HOLDER", lineNumber };
        codes.push((await hub.ask(text, officer({ input }))).errors?.[0]?.extensions?.code);
      }
      expect(codes).toEqual([...Array<undefined>(10).fill(undefined), "RATE_LIMITED", "RATE_LIMITED"]);
    });

    test("who goes through documents by what a change answers is stopped", async () => {
      const text =
        "mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { subject { telecomIdentity { name } } } }";
      const visit = async (document: object) => {
        const input = { document, on: "2026-01-02", status: "PLANNED" };
        const { errors } = await hub.ask(text, officer({ input }));
        return errors?.[0]?.extensions?.code;
      };
      const codes: unknown[] = [];
      for (const document of sequentialDocuments(12, "1981-07-02")) codes.push(await visit(document));
      expect(codes.map(code => code === "RATE_LIMITED")).toEqual([
        ...Array<boolean>(10).fill(false),
        true,
        true,
      ]);
    });
  });
});
