import { chinaDay } from "../../../schema/contract/calendar";
import { startTestHub, type TestHub } from "../../support/hub";

const IN_FORCE = `query ($document: IdentityDocumentInput!) { subject(document: $document) {
  measuresInForce { kind sanctionId } } }`;
const MARK = `mutation ($input: MarkInvolvedInput!) { markInvolved(input: $input) { id standing } }`;
const RECOGNISE_LEAD = `mutation ($input: RecogniseInvolvementInput!) { recogniseInvolvement(input: $input) { id standing } }`;
const RECOGNISE = `mutation ($input: RecogniseSanctionInput!) { recogniseSanction(input: $input) { id status } }`;
const LIFT = `mutation ($input: LiftSanctionInput!) { liftSanction(input: $input) { id status } }`;

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

const today = () => chinaDay(new Date());

async function act(as: string, query: string, input: Record<string, unknown>) {
  const { data, errors } = await hub.ask(query, { as, variables: { input } });
  return { data, code: errors?.[0]?.extensions?.code };
}

/** What the investigator's dossier of the ring's member shows, sanction by sanction. */
async function measuresBySanction(): Promise<Map<string, string[]>> {
  const { document, caseNumber } = hub.people.ringMember;
  const answer = await hub.ask(IN_FORCE, {
    as: "investigator",
    purpose: "CASE",
    reference: caseNumber ?? "",
    variables: { document },
  });
  expect(answer.errors).toBeUndefined();
  const found = new Map<string, string[]>();
  for (const { kind, sanctionId } of answer.data?.subject.measuresInForce ?? [])
    found.set(sanctionId, [...(found.get(sanctionId) ?? []), kind]);
  return found;
}

function sanctionOf(): Record<string, unknown> {
  const { document, caseNumber } = hub.people.ringMember;
  return {
    caseNumber,
    document,
    role: "INDIVIDUAL",
    conduct: "ILLEGAL_SALE",
    instruments: ["PERSONAL_CARD"],
    reason: "Sold three bank cards.",
    remedy: "An objection can be filed with the organ that recognised.",
    papers: ["Identity document"],
    recognisedOn: today(),
    facts: { cardsOrAccounts: 3, occasions: 3, counterparties: 1, convicted: false, repeat: false },
  };
}

test("an account of a case that no bank has reported is told of, and takes nothing with it", async () => {
  const { caseNumber } = hub.people.ringMember;
  const named = { accountInstitution: "102", accountNumber: "6217000010008888880" };
  await act("investigator", MARK, { ...named, caseNumber, role: "HOLDER" });
  const papers = (selection: string) =>
    hub.ask(
      `query ($number: ID!) { case(number: $number) { title involvements { nodes {
        role subject { id } account { ${selection} } } } } }`,
      { as: "investigator", purpose: "CASE", reference: caseNumber!, variables: { number: caseNumber } },
    );
  const known = await papers("id accountClass holder { id }");
  expect(known.errors).toBeUndefined();
  const nodes = known.data?.case.involvements.nodes as {
    account: { id: string; holder: object | null } | null;
  }[];
  const unreported = nodes.findIndex(({ account }) => account !== null && account.holder === null);
  expect(nodes[unreported]?.account).toEqual({ id: expect.any(String), accountClass: null, holder: null });

  const { data, errors } = await papers("id status kind");
  expect(data?.case.title).toEqual(expect.any(String));
  const shown = data?.case.involvements.nodes.map(
    ({ account }: { account: object | null }) => account !== null,
  );
  expect(shown).toEqual(nodes.map(({ account }) => (account?.holder ?? null) !== null));
  expect(errors?.map(({ path, extensions }) => [path?.slice(0, 5), extensions?.code])).toEqual([
    [["case", "involvements", "nodes", unreported, "account"], "NOT_FOUND"],
  ]);
});

describe("what restricts a person, asked of the whole hub", () => {
  it("is nothing that a county organ does: its mark is a lead, its recognitions are AUTHORITY_TOO_LOW", async () => {
    const before = await measuresBySanction();
    const { caseNumber } = hub.people.ringMember;
    const account = { accountInstitution: "102", accountNumber: "6217000010008888888" };
    const mark = await act("investigator", MARK, { caseNumber, role: "HOLDER", ...account });
    expect(mark.data?.markInvolved.standing).toBe("LEAD");
    const lead = { involvementId: mark.data?.markInvolved.id, recognisedOn: today(), reason: "Used." };
    expect((await act("investigator", RECOGNISE_LEAD, lead)).code).toBe("AUTHORITY_TOO_LOW");
    expect((await act("investigator", RECOGNISE, sanctionOf())).code).toBe("AUTHORITY_TOO_LOW");
    expect(await measuresBySanction()).toEqual(before);
    expect((await act("authority", RECOGNISE_LEAD, lead)).data?.recogniseInvolvement.standing).toBe(
      "RECOGNISED",
    );
  });

  it("is a city organ's recognition, in the dossier at once, and gone as soon as it is lifted", async () => {
    const before = await measuresBySanction();
    const recognised = await act("authority", RECOGNISE, sanctionOf());
    expect(recognised.code).toBeUndefined();
    const sanctionId = recognised.data?.recogniseSanction.id as string;
    const shown = await measuresBySanction();
    expect(shown.get(sanctionId)?.sort()).toEqual([
      "NO_NEW_ACCOUNT",
      "NO_NEW_ACCOUNT",
      "SUSPEND_ALL_PAYMENT",
      "SUSPEND_NON_COUNTER",
    ]);
    const input = { sanctionId, reason: "Another's name was used." };
    expect((await act("bank-risk", LIFT, input)).code).toBe("FORBIDDEN");
    expect((await act("investigator", LIFT, input)).code).toBe("AUTHORITY_TOO_LOW");
    expect((await act("authority", LIFT, input)).data?.liftSanction.status).toBe("LIFTED");
    expect(await measuresBySanction()).toEqual(before);
  });
});
