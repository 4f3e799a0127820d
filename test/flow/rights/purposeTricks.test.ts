import type { WorldDocument } from "../../../scripts/seed/worldModel";
import { setTimeout as sleep } from "node:timers/promises";
import { ALL_BUT_DATE } from "../../support/allButDate";
import { askOverHttp, type Answer, type Question } from "../../support/askOverHttp";
import { findRecordOf } from "../../support/findRecord";
import { startTestHub, type TestHub } from "../../support/hub";
import { createTokenSource } from "../../support/tokenSource";

const LOOK = `query Look($document: IdentityDocumentInput!) { subject(document: $document) {
  id accounts(first: 1) { nodes { maskedNumber } } } }`;
const LOOK_BY_ID = `query LookById($id: ID!) { subjectById(id: $id) { accounts(first: 1) { totalCount } } }`;
/** From the person to the holder of a number reserved at their bank, and on to who names that holder's numbers. */
const FURTHER = `query Further($document: IdentityDocumentInput!) { subject(document: $document) {
  id accounts(first: 20) { nodes { reservedPhone { holder { id
    accounts(first: 20) { nodes { holder { id } } } } } } } } }`;
const OPEN = `mutation Open($input: OpenCaseInput!) { openCase(input: $input) {
  number involvements { nodes { id } } } }`;
const ADD = `mutation Add($input: CaseSubjectInput!) { addCaseSubject(input: $input) { id } }`;
const CONFIRM = `mutation Confirm($id: ID!) {
  confirmCaseSubject(input: { involvementId: $id, confirmed: true }) { confirmedAt } }`;
const APPROVE = `mutation Approve($input: ApproveExtendedAccessInput!) {
  approveExtendedAccess(input: $input) { expiresAt } }`;
const CLOSE = `mutation Close($number: ID!) { closeCase(input: { number: $number, reason: "done" }) { status } }`;

const INVESTIGATOR = "police/investigator";
const AUTHORITY = "police/authority";
const DAY_MS = 86_400_000;
/** Longer than a yes is remembered. */
const FORGOTTEN_MS = 6_000;

let hub: TestHub;
/** Asks with a token of today: the day moves on in these tests. */
let ask: (query: string, question: Question) => Promise<Answer>;
let serial = 900;

beforeAll(async () => {
  jest.useFakeTimers({ now: new Date(), doNotFake: [...ALL_BUT_DATE] });
  hub = await startTestHub();
  ask = askWithFreshTokens();
});
afterAll(async () => {
  jest.useRealTimers();
  await hub.close();
});

function askWithFreshTokens(): typeof ask {
  const tokenFor = createTokenSource(hub.identityProvider, hub.secrets.identity);
  return async (query, question) => askOverHttp(hub.gateway, await tokenFor(question.as), query, question);
}

const recordOf = (answer: Answer) => findRecordOf({ ask }, answer);

/** Nobody is let in until the list of revoked tokens has been read that day: polled every ten seconds. */
async function passTime(ms: number): Promise<void> {
  jest.setSystemTime(Date.now() + ms);
  ask = askWithFreshTokens();
  const isLetIn = async () => (await ask("{ me { id } }", { as: "investigator" })).errors === undefined;
  while (!(await isLetIn())) await sleep(250);
}

const look = (as: string, reference: string | undefined, document: WorldDocument, query = LOOK) =>
  ask(query, {
    as,
    purpose: "CASE",
    ...(reference === undefined ? {} : { reference }),
    variables: { document },
  });

/** A case of the investigator's organ, opened by one officer and led by the other. */
async function openCase(opener: "investigator" | "authority", subjects: readonly WorldDocument[] = []) {
  const organ = opener === "investigator" ? "A110199" : "A110100";
  const number = `${organ}-${new Date().getUTCFullYear()}-${++serial}`;
  const lead = opener === "investigator" ? AUTHORITY : INVESTIGATOR;
  const input = {
    number,
    title: "Cards sold at the station",
    lead,
    assignedOfficers: [INVESTIGATOR, AUTHORITY],
    subjects,
  };
  const { data, errors } = await ask(OPEN, {
    as: opener,
    purpose: "CASE",
    reference: number,
    variables: { input },
  });
  expect(errors).toBeUndefined();
  const involvements = data?.openCase.involvements.nodes.map(({ id }: { id: string }) => id) as string[];
  return { number, involvements };
}

async function confirm(as: string, reference: string, id: string): Promise<Answer> {
  return ask(CONFIRM, { as, purpose: "CASE", reference, variables: { id } });
}

/** Nothing of the person came, the reason is told, and a record of the attempt stands that names who and why. */
async function expectRefused(answer: Answer, code: string, caller = INVESTIGATOR): Promise<void> {
  expect(answer.data?.subject ?? null).toBeNull();
  expect(answer.errors?.map(error => error.extensions?.code)).toEqual([code]);
  // No register was asked for the person.
  expect(answer.extensions?.sources).toBeUndefined();
  expect(await recordOf(answer)).toMatchObject({
    caller,
    outcome: code,
    fieldsReturned: [],
    fieldsDenied: ["Query.subject"],
  });
}

describe("a look without a purpose that is true is refused, and leaves its mark", () => {
  test("no purpose", async () => {
    const { document } = hub.people.ringMember;
    await expectRefused(await ask(LOOK, { as: "investigator", variables: { document } }), "PURPOSE_REQUIRED");
  });

  test("a case without its number", async () => {
    await expectRefused(
      await look("investigator", undefined, hub.people.ringMember.document),
      "PURPOSE_REQUIRED",
    );
  });

  test("a person outside the case", async () => {
    const { caseNumber } = hub.people.ringMember;
    await expectRefused(await look("investigator", caseNumber, hub.people.clean.document), "FORBIDDEN");
  });

  test("a person of another case than the one that is named", async () => {
    const { caseNumber } = hub.people.sanctioned;
    await expectRefused(await look("investigator", caseNumber, hub.people.ringMember.document), "FORBIDDEN");
  });

  test("a case of other officers, though the person is confirmed in it", async () => {
    const { document } = hub.people.clean;
    const { number, involvements } = await openCase("investigator", [document]);
    await confirm("authority", number, involvements[0]!);
    const remove = `mutation ($input: AssignOfficersInput!) { assignOfficers(input: $input) { number } }`;
    await ask(remove, {
      as: "authority",
      purpose: "CASE",
      reference: number,
      variables: { input: { caseNumber: number, remove: [INVESTIGATOR] } },
    });
    expect((await look("authority", number, document)).data?.subject.id).toBeDefined();
    await expectRefused(await look("investigator", number, document), "FORBIDDEN");
  });

  test("a person one added oneself and nobody confirmed; nor can one confirm them oneself", async () => {
    const { document } = hub.people.fiveCards;
    // The investigator leads this case.
    const { number } = await openCase("authority");
    const input = { caseNumber: number, document, role: "PERPETRATOR", reason: "Seen at the till." };
    const { data } = await ask(ADD, {
      as: "investigator",
      purpose: "CASE",
      reference: number,
      variables: { input },
    });
    const { id } = data?.addCaseSubject as { id: string };
    await expectRefused(await look("investigator", number, document), "FORBIDDEN");
    const own = await confirm("investigator", number, id);
    expect(own.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    expect(await recordOf(own)).toMatchObject({ caller: INVESTIGATOR, outcome: "FORBIDDEN" });
    await expectRefused(await look("investigator", number, document), "FORBIDDEN");
  });

  test.each<[string, string, (document: WorldDocument, caseNumber: string) => Record<string, unknown>]>([
    [
      "case that they were put into by opening it",
      "query ($number: ID!) { case(number: $number) { involvements { nodes { subject HELD } } } }",
      (_, number) => ({ number }),
    ],
    [
      "answer to putting them into it",
      "mutation ($input: CaseSubjectInput!) { addCaseSubject(input: $input) { subject HELD } }",
      (document, caseNumber) => ({
        input: { caseNumber, document, role: "PERPETRATOR", reason: "Seen at the till." },
      }),
    ],
  ])("a person whom nobody confirmed, over the %s", async (_, text, variablesFor) => {
    const { document } = hub.people.fiveCards;
    const { number } = await openCase("investigator", [document]);
    const question = { as: "investigator", purpose: "CASE", reference: number } as const;
    const held = "{ id bankingIdentity { name number } accounts { totalCount } phoneLines { totalCount } }";
    const variables = variablesFor(document, number);
    const { data, errors } = await ask(text.replace("HELD", held), { ...question, variables });
    const root = data?.addCaseSubject ?? data?.case.involvements.nodes[0];
    expect(root.subject).toEqual({
      id: expect.any(String),
      bankingIdentity: null,
      accounts: null,
      phoneLines: null,
    });
    expect(errors?.map(error => error.extensions?.code)).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  });

  test("the name behind a document, over the answer to planning a visit", async () => {
    const plan = `mutation ($input: RecordVisitInput!) { recordVisit(input: $input) {
      status subject { id telecomIdentity { name } phoneLines { totalCount } } } }`;
    const { document } = hub.people.fiveCards;
    const input = { document, on: "2026-01-02", status: "PLANNED" };
    const { data, errors } = await ask(plan, { as: "investigator", variables: { input } });
    const subject = { id: expect.any(String), telecomIdentity: null, phoneLines: null };
    expect(data?.recordVisit).toEqual({ status: "PLANNED", subject });
    expect(errors?.map(error => error.extensions?.code)).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  });

  test("whether there is anybody behind a document, over a case that is opened with it: nor by other names for it", async () => {
    const { number } = await openCase("investigator", [
      hub.people.fiveCards.document,
      { type: "RESIDENT_ID", number: "11010519491231002X" },
    ]);
    const question = { as: "investigator", purpose: "CASE", reference: number } as const;
    const { data, errors } = await ask(
      `query ($number: ID!) { case(number: $number) { involvements { nodes { confirmedAt: markedAt one: subject { token: id
        id: bankingIdentity { name } } ...on Involvement { one: subject { telecomIdentity { maskedNumber } } } } } } }`,
      { ...question, variables: { number } },
    );
    expect(errors).toBeUndefined();
    expect(data?.case.involvements.nodes).toEqual(
      [0, 1].map(() => ({
        confirmedAt: expect.any(String),
        one: { token: expect.any(String), id: null, telecomIdentity: null },
      })),
    );
  });

  test.each([
    ["Surrender", "recordSurrender", "confessed: true, exposedOthers: true"],
    ["Visit", "recordVisit", "status: PLANNED"],
  ])("the name behind a document, over the papers of a %s", async (_, field, rest) => {
    const { document } = hub.people.fiveCards;
    const { number } = await openCase("investigator");
    const question = { as: "investigator", purpose: "CASE", reference: number } as const;
    const isVisit = field === "recordVisit";
    const inCase = isVisit ? "" : `caseNumber: "${number}"`;
    const named = "{ subject { id bankingIdentity { name } telecomIdentity { name } } }";
    const variables = { document };
    const done = await ask(
      `mutation ($document: IdentityDocumentInput!) {
        ${field}(input: { document: $document, on: "2020-12-20", ${rest} ${inCase} }) ${named} }`,
      { ...question, variables },
    );
    const read = await ask(
      isVisit
        ? `{ visitPlan(region: "000000", first: 200) ${named} }`
        : `{ case(number: "${number}") { surrenders ${named} } }`,
      question,
    );
    const papers = [done.data?.[field], ...(read.data?.visitPlan ?? read.data?.case.surrenders)];
    expect(papers.length).toBeGreaterThan(isVisit ? 0 : 1);
    for (const { subject } of papers)
      expect(subject).toEqual({ id: expect.any(String), bankingIdentity: null, telecomIdentity: null });
  });

  test("the holder of a number that was looked up for a case they are not in", async () => {
    const { caseNumber, document } = hub.people.ringMember;
    const own =
      "query ($document: IdentityDocumentInput!) { subject(document: $document) { phoneLines(first: 1) { nodes { number } } } }";
    const number = (await look("investigator", caseNumber, document, own)).data?.subject.phoneLines.nodes[0]
      .number as string;
    const { data, errors } = await ask(
      `query ($number: ID!) { phoneLine(number: $number) { holder { id accounts { totalCount } } } }`,
      {
        as: "investigator",
        purpose: "CASE",
        reference: hub.people.sanctioned.caseNumber!,
        variables: { number },
      },
    );
    expect(data?.phoneLine.holder).toEqual({ id: expect.any(String), accounts: null });
    expect(errors?.map(error => error.extensions?.code)).toEqual(["FORBIDDEN"]);
  });

  test("what a number leads to, in a case with nobody in it", async () => {
    const { caseNumber, document } = hub.people.ringMember;
    const own = `query ($document: IdentityDocumentInput!) { subject(document: $document) {
      phoneLines { nodes { number } } accounts { nodes { id number fundTrail(depth: 1) { hops { hop } } } } } }`;
    const held = (await look("investigator", caseNumber, document, own)).data?.subject;
    const { number: reference } = await openCase("investigator");
    const line = held.phoneLines.nodes[0].number as string;
    const account = held.accounts.nodes[0].number as string;
    const { data, errors } = await ask(
      `query ($line: ID!, $account: String!) {
        phoneLine(number: $line) { status holder { telecomIdentity { name } } realName { method } reservedBy { number } }
        account(number: $account) { status holder { bankingIdentity { name } }
          reservedPhone { number } transfers { nodes { id } } fundTrail(depth: 3) { hops { hop } } } }`,
      { as: "investigator", purpose: "CASE", reference, variables: { line, account } },
    );
    expect(data).toEqual({
      phoneLine: {
        status: expect.any(String),
        holder: { telecomIdentity: { name: expect.any(String) } },
        realName: null,
        reservedBy: null,
      },
      account: {
        status: expect.any(String),
        holder: { bankingIdentity: { name: expect.any(String) } },
        reservedPhone: null,
        transfers: null,
        fundTrail: null,
      },
    });
    expect(new Set(errors?.map(error => error.extensions?.code))).toEqual(new Set(["FORBIDDEN"]));
    // Of somebody in the case the money is followed one hop; two are for who may look further.
    const followed =
      "query ($document: IdentityDocumentInput!) { subject(document: $document) { accounts { nodes { fundTrail(depth: 2) { hops { hop } } } } } }";
    const further = await look("investigator", caseNumber, document, followed);
    expect(held.accounts.nodes.some(({ fundTrail }: { fundTrail: unknown }) => fundTrail !== null)).toBe(
      true,
    );
    expect(further.data?.subject.accounts.nodes[0].fundTrail).toBeNull();
  });

  test("a person one added oneself, over the papers of the case in which another was confirmed", async () => {
    const confirmed = hub.people.clean.document;
    const { number, involvements } = await openCase("investigator", [confirmed]);
    await confirm("authority", number, involvements[0]!);
    const question = { as: "investigator", purpose: "CASE", reference: number } as const;
    const added = hub.people.fiveCards.document;
    const input = { caseNumber: number, document: added, role: "HOLDER", reason: "Seen at the till." };
    await ask(ADD, { ...question, variables: { input } });
    const own = `query ($document: IdentityDocumentInput!) { subject(document: $document) { accounts { nodes { number institution { code } } } } }`;
    const { sanctioned } = hub.people;
    const held = await look("investigator", sanctioned.caseNumber, sanctioned.document, own);
    const [{ number: accountNumber, institution }] = held.data?.subject.accounts.nodes;
    const account = { accountNumber, accountInstitution: institution.code };
    await ask(`mutation ($input: MarkInvolvedInput!) { markInvolved(input: $input) { id } }`, {
      ...question,
      variables: { input: { ...account, caseNumber: number, role: "HOLDER" } },
    });
    const { data, errors } = await ask(
      `query ($document: IdentityDocumentInput!) { subject(document: $document) { involvements { case {
        involvements(first: 5) { nodes { confirmedAt
          subject { bankingIdentity { name number } accounts { totalCount } sanctions { id } }
          account { status transfers(first: 1) { nodes { id } } fundTrail(depth: 1) { hops { hop } } holder { accounts { totalCount } } }
        } } } } } }`,
      { ...question, variables: { document: confirmed } },
    );
    const papers = data?.subject.involvements.flatMap(
      (one: { case: { involvements: { nodes: object[] } } }) => one.case.involvements.nodes,
    );
    expect(papers.length).toBeGreaterThanOrEqual(2);
    for (const { confirmedAt, subject, account: involved } of papers) {
      // Whoever was put there by a number is named once the lead has confirmed them.
      const bankingIdentity = confirmedAt === null ? null : { name: expect.any(String), number: null };
      if (subject !== null) expect(subject).toEqual({ bankingIdentity, accounts: null, sanctions: null });
      if (involved !== null)
        expect(involved).toMatchObject({ transfers: null, fundTrail: null, holder: { accounts: null } });
    }
    expect(new Set(errors?.map(error => error.extensions?.code))).toEqual(new Set(["FORBIDDEN"]));
  });

  test("whoever stands behind a flag that one verifies, beyond who it is", async () => {
    const { caseNumber, document } = hub.people.ringMember;
    const flags = `query ($document: IdentityDocumentInput!) { subject(document: $document) { abnormalFlags { id status } } }`;
    const seen = await look("investigator", caseNumber, document, flags);
    const flag = seen.data?.subject.abnormalFlags.find(
      ({ status }: { status: string }) => status === "REPORTED",
    );
    const input = { document, flagId: flag.id, confirmed: false, note: "the holder was abroad" };
    const { data, errors } = await ask(
      `mutation ($input: VerifyFlagInCaseInput!) { verifyFlagInCase(input: $input) { status line { number
        reservedBy { number } holder { telecomIdentity { name } accounts { totalCount } linkedAccounts { truncated } } } } }`,
      { as: "investigator", purpose: "CASE", reference: caseNumber!, variables: { input } },
    );
    expect(data?.verifyFlagInCase).toMatchObject({
      status: "DISMISSED",
      line: {
        number: expect.any(String),
        reservedBy: null,
        holder: { accounts: null, linkedAccounts: null },
      },
    });
    expect(new Set(errors?.map(error => error.extensions?.code))).toEqual(new Set(["FORBIDDEN"]));
  });

  test("a person whom one had confirmed by the case's lead is seen", async () => {
    const { document } = hub.people.fiveCards;
    const { number, involvements } = await openCase("investigator", [document]);
    await expectRefused(await look("investigator", number, document), "FORBIDDEN");
    expect((await confirm("authority", number, involvements[0]!)).errors).toBeUndefined();
    const { data, errors } = await look("investigator", number, document);
    expect(errors).toBeUndefined();
    expect(data?.subject.id).toBeDefined();
  });

  test("a closed case, a moment after it was closed", async () => {
    const { document } = hub.people.clean;
    const { number, involvements } = await openCase("investigator", [document]);
    await confirm("authority", number, involvements[0]!);
    expect((await look("investigator", number, document)).data?.subject.id).toBeDefined();
    const closed = await ask(CLOSE, {
      as: "authority",
      purpose: "CASE",
      reference: number,
      variables: { number },
    });
    expect(closed.data?.closeCase.status).toBe("CLOSED");
    await passTime(FORGOTTEN_MS);
    await expectRefused(await look("investigator", number, document), "FORBIDDEN");
  });

  test.each([
    ["bank-risk", "ACCOUNT_OPENING", "bank/bank-risk"],
    ["carrier-risk", "LINE_OPENING", "carrier/carrier-risk"],
  ] as const)("an application number of %s, used for a second person", async (as, purpose, caller) => {
    const ofApplication = (document: WorldDocument, reference: string) =>
      ask(LOOK, { as, purpose, reference, variables: { document } });
    const { clean, lifted } = hub.people;
    const first = await ofApplication(clean.document, "APP-ONE");
    const id = first.data?.subject.id as string;
    expect(id).toBeDefined();
    await expectRefused(await ofApplication(lifted.document, "APP-ONE"), "FORBIDDEN", caller);
    // Nor by their token, which another number had shown.
    const other = (await ofApplication(lifted.document, "APP-TWO")).data?.subject.id as string;
    expect(other).not.toBe(id);
    const byId = await ask(LOOK_BY_ID, { as, purpose, reference: "APP-ONE", variables: { id: other } });
    expect(byId.data?.subjectById).toBeNull();
    expect(byId.errors?.map(error => error.extensions?.code)).toEqual(["FORBIDDEN"]);
    expect(await recordOf(byId)).toMatchObject({ caller, outcome: "FORBIDDEN" });
  });

  test("review of somebody who holds nothing at the institution", async () => {
    const { document } = hub.people.lifted;
    const review = (as: string) =>
      ask(LOOK, { as, purpose: "ONGOING_REVIEW", reference: "R-1", variables: { document } });
    await expectRefused(await review("payment-risk"), "FORBIDDEN", "payment/payment-risk");
    // Of a customer it needs no number: there is no application and no order.
    const customer = hub.people.ringMember.document;
    const ofCustomer = await ask(LOOK, {
      as: "payment-risk",
      purpose: "ONGOING_REVIEW",
      variables: { document: customer },
    });
    expect(ofCustomer.errors).toBeUndefined();
    expect(ofCustomer.data?.subject.accounts.nodes).toHaveLength(1);
  });

  test("a person who asks for another person", async () => {
    const { document } = hub.people.clean;
    const answer = await ask(LOOK, { as: "person", purpose: "SELF", variables: { document } });
    await expectRefused(answer, "FORBIDDEN", "person/person");
  });
});

describe("a second step from the people of a case, and a day later", () => {
  const approve = (as: string, number: string, officer: string, days = 1) =>
    ask(APPROVE, {
      as,
      purpose: "CASE",
      reference: number,
      variables: { input: { caseNumber: number, officer, days, reason: "The money went on." } },
    });
  const holdersBeyond = ({ data }: Answer): unknown[] =>
    (data?.subject.accounts.nodes ?? []).flatMap(
      (account: { reservedPhone: { holder: { accounts: { nodes: unknown[] } | null } | null } | null }) =>
        account.reservedPhone?.holder?.accounts?.nodes ?? [],
    );
  const reachesBeyond = (answer: Answer) =>
    holdersBeyond(answer).some(account => (account as { holder: unknown }).holder !== null);

  let number: string;
  beforeAll(async () => {
    const { document } = hub.people.ringMember;
    const opened = await openCase("investigator", [document]);
    ({ number } = opened);
    await confirm("authority", number, opened.involvements[0]!);
  });
  const further = (as: string) => look(as, number, hub.people.ringMember.document, FURTHER);

  test("is refused without leave, and leaves its mark", async () => {
    const answer = await further("investigator");
    expect(holdersBeyond(answer).length).toBeGreaterThan(0);
    expect(reachesBeyond(answer)).toBe(false);
    expect(new Set(answer.errors?.map(error => error.extensions?.code))).toEqual(new Set(["FORBIDDEN"]));
    expect(await recordOf(answer)).toMatchObject({
      caller: INVESTIGATOR,
      outcome: "PARTIAL",
      fieldsDenied: ["Account.holder"],
    });
  });

  test("cannot be approved by the lead for themself, nor by the officer for themself", async () => {
    for (const [as, officer] of [
      ["authority", AUTHORITY],
      ["investigator", INVESTIGATOR],
    ] as const) {
      const answer = await approve(as, number, officer);
      expect(answer.errors?.map(error => error.extensions?.code)).toEqual(["FORBIDDEN"]);
      expect(await recordOf(answer)).toMatchObject({ caller: officer, outcome: "FORBIDDEN" });
      expect(reachesBeyond(await further(as))).toBe(false);
    }
  });

  test("is allowed with the lead's leave, to that officer alone, until it runs out", async () => {
    expect((await approve("authority", number, INVESTIGATOR)).errors).toBeUndefined();
    expect(reachesBeyond(await further("investigator"))).toBe(true);
    expect(reachesBeyond(await further("authority"))).toBe(false);
  });

  test("leave of a day and an application's number are worth nothing after that day", async () => {
    const { document } = hub.people.clean;
    const question = { as: "bank-risk", purpose: "ACCOUNT_OPENING", reference: "APP-OLD" } as const;
    const apply = () => ask(LOOK, { ...question, variables: { document } });
    expect((await apply()).data?.subject.id).toBeDefined();
    await passTime(DAY_MS);
    await expectRefused(await apply(), "FORBIDDEN", "bank/bank-risk");
    const answer = await further("investigator");
    expect(reachesBeyond(answer)).toBe(false);
    expect(await recordOf(answer)).toMatchObject({ fieldsDenied: ["Account.holder"] });
  });
});
