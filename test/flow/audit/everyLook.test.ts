import { sql } from "kysely";
import { readdirSync, readFileSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { namedPeople } from "../../../scripts/seed/namedPeople";
import { findRecord, findRecordOf, type FoundRecord } from "../../support/findRecord";
import { startTestHub, type TestHub } from "../../support/hub";

const RECORDS = `query ($filter: AccessRecordFilter!) { accessRecords(filter: $filter, first: 200) {
  nodes { sequence chain at caller institution purpose reference operation subjectIds fieldsReturned fieldsDenied
    outcome ruleVersions resultDigest hash } } }`;
const ALWAYS = { from: "2020-01-01T00:00:00.000Z", to: "2100-01-01T00:00:00.000Z" };
const DOSSIER = `query Dossier($document: IdentityDocumentInput!) { subject(document: $document) {
  id accounts { totalCount } linkedAccounts { nodes { hops } } } }`;
const OPENING = `query Opening($document: IdentityDocumentInput!) { subject(document: $document) {
  accountOpening(institution: "102", product: DEBIT_CARD_CLASS_II) { outcome ruleVersion } } }`;
const CLOSE = `mutation Close($number: ID!) { closeCase(input: { number: $number, reason: "done" }) { status } }`;

let hub: TestHub;
let people: ReturnType<typeof namedPeople>;
beforeAll(async () => {
  hub = await startTestHub();
  ({ people } = hub);
});
afterAll(() => hub.close());

const find = (filter: object, isIt?: (record: FoundRecord) => boolean) => findRecord(hub, filter, isIt);

describe("every look leaves a mark", () => {
  test("a bank's look: who, what for, whom, what was shown and what was not", async () => {
    const answer = await hub.ask(DOSSIER, {
      as: "bank-risk",
      purpose: "ACCOUNT_OPENING",
      reference: "LOOK-1",
      variables: { document: people.clean.document },
    });
    const record = await findRecordOf(hub, answer);
    expect(record).toMatchObject({
      caller: "bank/bank-risk",
      institution: "102",
      purpose: "ACCOUNT_OPENING",
      reference: "LOOK-1",
      operation: expect.stringMatching(/^Dossier [0-9a-f]{16}$/),
      subjectIds: [answer.data?.subject.id],
      fieldsReturned: ["Query.subject", "Subject.id", "Subject.accounts", "AccountConnection.totalCount"],
      fieldsDenied: expect.arrayContaining(["Subject.linkedAccounts"]),
      outcome: "PARTIAL",
      ruleVersions: [],
    });
    // And whoever looks for looks at this person, finds it.
    await find({ documents: [people.clean.document] }, ({ hash }) => hash === record.hash);
  });

  describe("a look that leads to a person names them, though it asks for no token", () => {
    const HELD = `query ($document: IdentityDocumentInput!) { subject(document: $document) { id
      phoneLines { nodes { number } } accounts { nodes { number institution { code } } } } }`;
    const officer = (variables: Record<string, unknown>) =>
      ({
        as: "investigator",
        purpose: "CASE",
        reference: people.ringMember.caseNumber!,
        variables,
      }) as const;
    let id: string;
    let line: string;
    let account: string;
    let institution: string;
    beforeAll(async () => {
      const { data } = await hub.ask(HELD, officer({ document: people.ringMember.document }));
      ({ id } = data?.subject);
      line = data?.subject.phoneLines.nodes[0].number;
      const [held] = data?.subject.accounts.nodes;
      ({
        number: account,
        institution: { code: institution },
      } = held);
    });
    const given = (): Record<string, Record<string, unknown>> => ({
      line: { line },
      account: { account, institution },
      mark: { input: { caseNumber: people.ringMember.caseNumber, role: "HOLDER", lineNumber: line } },
      markAccount: {
        input: {
          caseNumber: people.ringMember.caseNumber,
          role: "HOLDER",
          accountNumber: account,
          accountInstitution: institution,
        },
      },
      notice: {
        input: {
          number: line,
          evidence: "seen in the case",
          observedFrom: new Date(Date.now() - 7_200_000).toISOString(),
          observedTo: new Date(Date.now() - 3_600_000).toISOString(),
        },
      },
    });

    test.each([
      [
        "by the number of a line",
        "line",
        `query ($line: ID!) { phoneLine(number: $line) { holder { telecomIdentity { name } } } }`,
      ],
      [
        "by a line of which only the state is asked",
        "line",
        `query ($line: ID!) { phoneLine(number: $line) { status } }`,
      ],
      [
        "under an alias that bears a field's name",
        "line",
        `query ($line: ID!) { phoneLine(number: $line) { holder { accounts: id } } }`,
      ],
      [
        "by the number of an account",
        "account",
        `query ($account: String!, $institution: ID!) { account(number: $account, institution: $institution) { kind } }`,
      ],
      [
        "over what a change answers",
        "mark",
        `mutation ($input: MarkInvolvedInput!) { markInvolved(input: $input) { line { holder { telecomIdentity { name } } } } }`,
      ],
      [
        "over the account that a change answers with",
        "markAccount",
        `mutation ($input: MarkInvolvedInput!) { markInvolved(input: $input) { account { status } } }`,
      ],
      [
        "over the line that a notice is about",
        "notice",
        `mutation ($input: RaisePoliceNoticeInput!) { raisePoliceNotice(input: $input) { line { status } } }`,
      ],
    ])("%s, from the cache too", async (_how, variables, query) => {
      for (let times = 0; times < 2; times++) {
        const answer = await hub.ask(query, officer(given()[variables]!));
        expect(answer.errors).toBeUndefined();
        const record = await findRecordOf(hub, answer);
        expect(record.subjectIds).toEqual([id]);
        expect(record.fieldsReturned.includes("Subject.id")).toBe(query.includes(": id "));
        await find({ documents: [people.ringMember.document] }, ({ hash }) => hash === record.hash);
      }
    });

    test.each([
      [
        "a bank that asks when it may pay to an account",
        "bank-risk",
        `query ($input: TransferReleaseInput!) { transferRelease(input: $input) { outcome } }`,
        () => ({
          input: {
            fromInstitution: "102",
            fromNumber: "6217000010007777777",
            toInstitution: institution,
            toNumber: account,
            channel: "ATM",
            requestedAt: new Date().toISOString(),
          },
        }),
        1,
      ],
      [
        "a bank that checks a customer's number, which is another's",
        "bank-risk",
        `query ($document: IdentityDocumentInput!, $line: ID!) {
          phoneCheck(document: $document, number: $line) { sameHolder } }`,
        () => ({ document: people.clean.document, line }),
        2,
      ],
    ] as const)("without showing them, in a comparison: %s", async (_who, as, query, variables, known) => {
      const purpose = { purpose: "ACCOUNT_OPENING", reference: "COMPARE-1" } as const;
      const answer = await hub.ask(query, { as, ...purpose, variables: variables() });
      expect(answer.errors).toBeUndefined();
      expect(JSON.stringify(answer.data)).not.toContain(id);
      const record = await findRecordOf(hub, answer);
      expect(record.subjectIds).toContain(id);
      expect(record.subjectIds).toHaveLength(known);
      await find({ documents: [people.ringMember.document] }, ({ hash }) => hash === record.hash);
    });

    test("without showing them, in a decision that is fetched again", async () => {
      const bank = { as: "bank-risk", purpose: "ACCOUNT_OPENING", reference: "AGAIN-1" } as const;
      const opening = OPENING.replace("outcome", "id outcome");
      const made = await hub.ask(opening, { ...bank, variables: { document: people.sanctioned.document } });
      const { id: decision } = made.data?.subject.accountOpening;
      const again = await hub.ask(
        `query ($id: ID!) { accountOpeningDecision(id: $id) { outcome findings { fact } } }`,
        { ...bank, variables: { id: decision } },
      );
      expect(again.data?.accountOpeningDecision.outcome).toBe("DENY");
      const { subjectIds } = await findRecordOf(hub, again);
      expect(subjectIds).toEqual((await findRecordOf(hub, made)).subjectIds);
      expect(subjectIds).toHaveLength(1);
    });

    test.each([
      ["in the papers of a case", "investigator", `case(number: $case) { involvements { nodes { role } } }`],
      ["in objections that are to be decided", "authority", `objections { nodes { sanction { conduct } } }`],
      ["in objections without what they are against", "authority", `objections { nodes { grounds } }`],
    ])("who is not asked for: %s", async (_where, as, selection) => {
      const reference = people.ringMember.caseNumber!;
      const query = `query ($case: ID!) { ${selection} beside: case(number: $case) { number } }`;
      const question = { as, purpose: "CASE", reference, variables: { case: reference } } as const;
      const answer = await hub.ask(query, question);
      expect(answer.errors).toBeUndefined();
      expect((await findRecordOf(hub, answer)).subjectIds).not.toEqual([]);
    });

    test.each([
      ["flags on lines", "carrier-risk", `abnormalFlags(carrier: "C01")`, "line"],
      ["orders on accounts", "bank-risk", `accountOrders(institution: "102")`, "account"],
    ] as const)("by %s, of which only an id is asked: each holder", async (_what, as, list, thing) => {
      const ask = (selection: string) =>
        hub.ask(`{ ${list} { nodes { ${selection} } } }`, { as, purpose: "ORDER", reference: "LIST-1" });
      const shown = await ask(`${thing} { holder { id } }`);
      const answer = await ask("id");
      expect([shown.errors, answer.errors]).toEqual([undefined, undefined]);
      const { subjectIds } = await findRecordOf(hub, answer);
      expect(subjectIds).not.toEqual([]);
      expect(new Set(subjectIds)).toEqual(new Set((await findRecordOf(hub, shown)).subjectIds));
    });

    test("by links to accounts of others, of which only numbers are asked: each holder", async () => {
      const linked = (selection: string) =>
        `query ($document: IdentityDocumentInput!) { subject(document: $document) {
          linkedAccounts { nodes { ${selection} } } } }`;
      const asked = officer({ document: people.ringMember.document });
      const shown = await hub.ask(linked("holder { id }"), asked);
      const holders = new Set<string>(
        shown.data?.subject.linkedAccounts.nodes.map(({ holder }: { holder: { id: string } }) => holder.id),
      );
      expect(holders.size).toBeGreaterThan(1);
      const answer = await hub.ask(linked("account { number status }"), asked);
      expect(Object.keys(answer.data?.subject.linkedAccounts.nodes[0])).toEqual(["account"]);
      const { subjectIds } = await findRecordOf(hub, answer);
      expect([...subjectIds].sort()).toEqual([...new Set([id, ...holders])].sort());
    });

    test("but not by a line whose holder its caller may not ask for: that is no error", async () => {
      const text = `query ($document: IdentityDocumentInput!) { subject(document: $document) {
        id accounts { nodes { reservedPhone { number } } } } }`;
      const variables = { document: people.ringMember.document };
      const bank = { as: "bank-risk", purpose: "ACCOUNT_OPENING", reference: "LOOK-4", variables } as const;
      const answer = await hub.ask(text, bank);
      expect(answer.errors).toBeUndefined();
      expect((await findRecordOf(hub, answer)).subjectIds).toEqual([answer.data?.subject.id]);
    });
  });

  test("a decision: by which version of the rules it was made", async () => {
    const variables = { document: people.clean.document };
    const answer = await hub.ask(OPENING, {
      as: "bank-risk",
      purpose: "ACCOUNT_OPENING",
      reference: "LOOK-1",
      variables,
    });
    expect(answer.errors).toBeUndefined();
    expect(await findRecordOf(hub, answer)).toMatchObject({
      outcome: "OK",
      ruleVersions: [answer.data?.subject.accountOpening.ruleVersion],
    });
  });

  test.each<[string, Parameters<TestHub["ask"]>[1], string]>([
    ["without a purpose", { as: "investigator" }, "PURPOSE_REQUIRED"],
    ["for a purpose that is not theirs", { as: "investigator", purpose: "SUPERVISION" }, "FORBIDDEN"],
    [
      "for a case that is not theirs",
      { as: "investigator", purpose: "CASE", reference: "A110100-1999-001" },
      "FORBIDDEN",
    ],
  ])("an officer's attempt %s", async (_how, question, code) => {
    const variables = { document: people.clean.document };
    const answer = await hub.ask(DOSSIER, { ...question, variables });
    expect(answer.errors?.[0]?.extensions?.code).toBe(code);
    expect(await find({ caller: "police/investigator", outcome: code })).toMatchObject({
      institution: "A110199",
      fieldsReturned: [],
    });
  });

  test("a misspelt document, without the number", async () => {
    const document = { type: "RESIDENT_ID", number: "110101190001019999" };
    const answer = await hub.ask(DOSSIER, {
      as: "bank-risk",
      purpose: "ACCOUNT_OPENING",
      reference: "LOOK-2",
      variables: { document },
    });
    expect(await findRecordOf(hub, answer)).toMatchObject({ outcome: "INVALID_DOCUMENT", subjectIds: [] });
  });

  test("an attempt of nobody", async () => {
    const response = await fetch(`${hub.gateway}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer a.b.c" },
      body: JSON.stringify({ query: "{ __typename }" }),
    });
    expect(response.status).toBe(401);
    expect(await find({ caller: "unknown" })).toMatchObject({ outcome: "UNAUTHENTICATED", institution: "" });
  });

  test("a change: what is intended stands before it, what came of it after it", async () => {
    const answer = await hub.ask(CLOSE, {
      as: "investigator",
      purpose: "CASE",
      reference: "A110199-1999-001",
      variables: { number: "A110199-1999-001" },
    });
    const after = await findRecordOf(hub, answer);
    const intent = await find({ outcome: "INTENT" }, ({ operation }) => operation === after.operation);
    expect(intent.fieldsReturned).toEqual(["Mutation.closeCase"]);
    expect(Number(intent.sequence)).toBe(Number(after.sequence) - 1);
  });

  test("an auditor's own look", async () => {
    expect(await find({ caller: "audit/auditor" })).toMatchObject({ purpose: "AUDIT", outcome: "OK" });
  });

  test("a person is told which institution looked on which day, and of no police", async () => {
    const variables = { document: people.ringMember.document };
    await hub.ask(DOSSIER, { as: "bank-risk", purpose: "ACCOUNT_OPENING", reference: "LOOK-3", variables });
    const police = await hub.ask(DOSSIER, {
      as: "investigator",
      purpose: "CASE",
      reference: people.ringMember.caseNumber!,
      variables,
    });
    await findRecordOf(hub, police);
    const { data } = await hub.ask(RECORDS, { as: "person", purpose: "SELF", variables: { filter: ALWAYS } });
    expect(data?.accessRecords.nodes).toMatchObject([
      {
        institution: "102",
        purpose: "ACCOUNT_OPENING",
        caller: "",
        operation: "",
        fieldsReturned: [],
        sequence: "",
      },
    ]);
  });

  test("a person is told of the police's looks once the case is closed", async () => {
    const number = people.ringMember.caseNumber!;
    await sql`update police.case_file set lead = 'police/investigator' where number = ${number}`.execute(
      hub.stores.police.db,
    );
    const closed = await hub.ask(CLOSE, {
      as: "investigator",
      purpose: "CASE",
      reference: number,
      variables: { number },
    });
    expect(closed.data?.closeCase.status).toBe("CLOSED");
    const institutions = async () => {
      const own = { as: "person", purpose: "SELF", variables: { filter: ALWAYS } } as const;
      const { data } = await hub.ask(RECORDS, own);
      return data?.accessRecords.nodes.map((node: { institution: string }) => node.institution) as string[];
    };
    for (const deadline = Date.now() + 20_000; (await institutions()).length < 2;)
      if (Date.now() > deadline) throw new Error("the audit subgraph was not told");
    expect(await institutions()).toEqual(["102", "A110199"]);
  });

  test("the records hold no number of anybody", () => {
    const folder = join(hub.folder, "audit");
    const text = readdirSync(folder)
      .map(name => readFileSync(join(folder, name), "utf8"))
      .join("");
    expect(text).toContain("Dossier");
    for (const { document } of Object.values(people)) expect(text).not.toContain(document.number);
    expect(text).not.toContain("110101190001019999");
  });

  test("auditors see that the chain is whole", async () => {
    const { data } = await hub.ask("{ auditChains { intact length } }", { as: "auditor", purpose: "AUDIT" });
    expect(data?.auditChains).toMatchObject([{ intact: true }]);
  });

  test("where no record can be written nothing is answered, and nothing is done", async () => {
    const folder = join(hub.folder, "audit");
    for (const name of readdirSync(folder)) unlinkSync(join(folder, name));
    const variables = { document: people.clean.document };
    for (const query of [DOSSIER, OPENING]) {
      const question = {
        as: "bank-risk",
        purpose: "ACCOUNT_OPENING",
        reference: "LOOK-1",
        variables,
      } as const;
      const answer = await hub.ask(query, question);
      expect(answer).toEqual({
        errors: [expect.objectContaining({ extensions: { code: "AUDIT_UNAVAILABLE" } })],
      });
    }
    const number = people.unit.caseNumber!;
    const response = await fetch(`${hub.gateway}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${await hub.tokenFor("investigator")}`,
        "duanka-purpose": "CASE",
        "duanka-reference": number,
      },
      body: JSON.stringify({ query: CLOSE, variables: { number } }),
    });
    expect(response.status).toBe(503);
    const { rows } = await sql<{
      status: string;
    }>`select status from police.case_file where number = ${number}`.execute(hub.stores.police.db);
    expect(rows).toEqual([{ status: "OPEN" }]);
  });
});
