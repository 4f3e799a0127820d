import type { WorldDocument } from "../../../scripts/seed/worldModel";
import type { Answer } from "../../support/askOverHttp";
import { findRecordOf } from "../../support/findRecord";
import { startTestHub, type TestHub } from "../../support/hub";

const OPEN = `mutation ($input: OpenCaseInput!) { openCase(input: $input) { number involvements { nodes { id } } } }`;
const ADD = `mutation ($input: CaseSubjectInput!) { addCaseSubject(input: $input) {
  id subject { id telecomIdentity { name } phoneLines { totalCount } } } }`;
const MARK = `mutation ($input: MarkInvolvedInput!) { markInvolved(input: $input) { id line { status } account { id } } }`;
const CONFIRM = `mutation ($id: ID!) {
  confirmCaseSubject(input: { involvementId: $id, confirmed: true }) { confirmedAt } }`;
const STATEMENT = `mutation ($input: RequestStatementInput!) { requestStatement(input: $input) { id } }`;
const HELD = `query ($document: IdentityDocumentInput!) { subject(document: $document) {
  phoneLines { nodes { number } } accounts { nodes { number institution { code } } } } }`;
const BY_LINE = `query ($number: ID!) { phoneLine(number: $number) {
  holder { id telecomIdentity { documentType maskedNumber name number } phoneLines { totalCount } } } }`;
const BY_ACCOUNT = `query ($number: String!, $institution: ID!) { account(number: $number, institution: $institution) {
  holder { id bankingIdentity { name } accounts { totalCount } } } }`;
const BY_ID = `query ($id: ID!) { subjectById(id: $id) {
  id phoneLines { totalCount nodes { number } } accounts { totalCount } } }`;

describe("whoever holds a number of a case", () => {
  let hub: TestHub;
  let serial = 700;
  let held: {
    readonly phoneLines: { readonly nodes: readonly { readonly number: string }[] };
    readonly accounts: {
      readonly nodes: readonly { readonly number: string; readonly institution: { readonly code: string } }[];
    };
  };
  beforeAll(async () => {
    hub = await startTestHub();
    // The numbers alone are taken from here: the officer of the test has them from somewhere else.
    const { document } = hub.people.fiveCards;
    const { number, involvements } = await openCase([document]);
    await confirm(number, involvements[0]!);
    held = (await inCase(HELD, number, { document })).data?.subject;
  });
  afterAll(() => hub.close());

  const inCase = (
    query: string,
    reference: string,
    variables: Record<string, unknown>,
    as = "investigator",
  ) => hub.ask(query, { as, purpose: "CASE", reference, variables });
  const confirm = (reference: string, id: string, as = "authority") => inCase(CONFIRM, reference, { id }, as);
  const codesOf = ({ errors }: Answer) => new Set(errors?.map(({ extensions }) => extensions?.code));

  /** Led by the authority. */
  async function openCase(subjects: readonly WorldDocument[] = []) {
    const number = `A110199-${new Date().getUTCFullYear()}-${++serial}`;
    const input = {
      number,
      title: "Cards sold at the station",
      lead: "police/authority",
      assignedOfficers: ["police/investigator", "police/authority"],
      subjects,
    };
    const { data } = await inCase(OPEN, number, { input });
    const involvements: string[] = data?.openCase.involvements.nodes.map(({ id }: { id: string }) => id);
    return { number, involvements };
  }

  test("is put into it by token, and seen once its lead has confirmed, not before", async () => {
    const { number: caseNumber } = await openCase();
    const [{ number }] = held.phoneLines.nodes as [{ number: string }];
    const found = await inCase(BY_LINE, caseNumber, { number });
    const { holder } = found.data?.phoneLine;
    expect(holder).toEqual({
      id: expect.any(String),
      telecomIdentity: {
        documentType: "RESIDENT_ID",
        maskedNumber: expect.stringContaining("*"),
        name: hub.people.fiveCards.name,
        number: null,
      },
      phoneLines: null,
    });

    const before = await inCase(BY_ID, caseNumber, { id: holder.id });
    expect([before.data?.subjectById, codesOf(before)]).toEqual([null, new Set(["FORBIDDEN"])]);

    const input = { caseNumber, subjectId: holder.id, role: "HOLDER", reason: "A card of the ring." };
    const added = await inCase(ADD, caseNumber, { input });
    const { id, subject } = added.data?.addCaseSubject;
    expect(subject).toEqual({
      id: holder.id,
      telecomIdentity: null,
      phoneLines: null,
    });
    expect((await findRecordOf(hub, added)).subjectIds).toEqual([holder.id]);
    expect(codesOf(await inCase(BY_ID, caseNumber, { id: holder.id }))).toEqual(new Set(["FORBIDDEN"]));
    expect(codesOf(await confirm(caseNumber, id, "investigator"))).toEqual(new Set(["FORBIDDEN"]));
    expect(codesOf(await inCase(BY_ID, caseNumber, { id: holder.id }))).toEqual(new Set(["FORBIDDEN"]));

    expect((await confirm(caseNumber, id)).data?.confirmCaseSubject.confirmedAt).toEqual(expect.any(String));
    const seen = await inCase(BY_ID, caseNumber, { id: holder.id });
    expect(seen.errors).toBeUndefined();
    expect(seen.data?.subjectById.phoneLines.nodes).toContainEqual({ number });
    expect((await findRecordOf(hub, seen)).subjectIds).toEqual([holder.id]);
  });

  test("is not opened by what is said of the number: a line or an account is confirmed without whoever holds it", async () => {
    const { number: caseNumber } = await openCase();
    const [{ number: lineNumber }] = held.phoneLines.nodes as [{ number: string }];
    const [{ number: accountNumber, institution }] = held.accounts.nodes as [(typeof held.accounts.nodes)[0]];
    const account = { number: accountNumber, institution: institution.code };
    const { holder } = (await inCase(BY_ACCOUNT, caseNumber, account)).data?.account;
    for (const named of [{ lineNumber }, { accountNumber, accountInstitution: institution.code }]) {
      const input = { caseNumber, role: "HOLDER", ...named };
      const { id } = (await inCase(MARK, caseNumber, { input })).data?.markInvolved;
      expect((await confirm(caseNumber, id)).data?.confirmCaseSubject.confirmedAt).toEqual(
        expect.any(String),
      );
    }
    expect(codesOf(await inCase(BY_ID, caseNumber, { id: holder.id }))).toEqual(new Set(["FORBIDDEN"]));
  });

  test("is named by the record of a statement that is asked of their bank, which is told for which case", async () => {
    const { number: caseNumber } = await openCase();
    const [{ number: accountNumber, institution }] = held.accounts.nodes as [(typeof held.accounts.nodes)[0]];
    const { holder } = (
      await inCase(BY_ACCOUNT, caseNumber, { number: accountNumber, institution: institution.code })
    ).data?.account;
    const input = { caseNumber, role: "HOLDER", accountNumber, accountInstitution: institution.code };
    const { id } = (await inCase(MARK, caseNumber, { input })).data?.markInvolved;
    await confirm(caseNumber, id);
    const period = { from: "2026-01-01T00:00:00.000Z", to: "2026-02-01T00:00:00.000Z" };
    const asked = await inCase(STATEMENT, caseNumber, { input: { involvementId: id, ...period } });
    expect(asked.errors).toBeUndefined();
    expect(asked.data).toEqual({ requestStatement: { id } });
    expect((await findRecordOf(hub, asked)).subjectIds).toEqual([holder.id]);
  });
});
