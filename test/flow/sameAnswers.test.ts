import { readOperation } from "../../schema/operations/readOperation";
import { createSecretVariables } from "../../scripts/settings/createSecretVariables";
import { ALL_BUT_DATE } from "../support/allButDate";
import { startTestHub, type TestHub } from "../support/hub";
import { startSeparateHub, type SeparateHub } from "../support/separateHub";

/** Longer than these tests take. */
const NOW_MS = 300_000;
const DOSSIER = readOperation("dossier");

describe("the hub in one process and as processes that run apart", () => {
  let together: TestHub;
  let apart: SeparateHub;

  beforeAll(async () => {
    // Both worlds are made up for one moment. Here the date stands still, and nothing else does; apart it goes on.
    jest.useFakeTimers({ now: new Date(), doNotFake: [...ALL_BUT_DATE] });
    const variables = { ...createSecretVariables() };
    together = await startTestHub({ variables });
    apart = await startSeparateHub(variables);
  });
  afterAll(async () => {
    jest.useRealTimers();
    await Promise.all([together.close(), apart.close()]);
  });

  test.each([
    ["clean", "bank-risk", "ACCOUNT_OPENING"],
    ["fiveCards", "carrier-risk", "LINE_OPENING"],
    ["ringMember", "investigator", "CASE"],
    ["sanctioned", "investigator", "CASE"],
    ["lifted", "bank-risk", "ACCOUNT_OPENING"],
    ["unit", "investigator", "CASE"],
  ] as const)("tell of %s to %s for %s alike, byte for byte", async (name, as, purpose) => {
    const { document, caseNumber } = together.people[name];
    const question = { as, purpose, reference: caseNumber ?? `APP-${name}`, variables: { document } };
    const [one, other] = [await together.ask(DOSSIER, question), await apart.ask(DOSSIER, question)];
    expect(one.data?.subject.id).toBeDefined();
    expect(atOneMoment(other)).toBe(atOneMoment(one));
  });

  test("tell of the ring member what the question promises", async () => {
    const { document, caseNumber } = together.people.ringMember;
    const { data, errors } = await apart.ask(DOSSIER, {
      as: "investigator",
      purpose: "CASE",
      reference: caseNumber!,
      variables: { document },
    });
    expect(errors).toBeUndefined();
    const subject = data?.subject;
    expect(subject.phoneLines.nodes).toHaveLength(4);
    expect(subject.accounts.nodes).toHaveLength(6);
    const holders = subject.accounts.nodes.flatMap(
      (account: { reservedPhone: { holder: { id: string } } | null }) =>
        account.reservedPhone?.holder.id ?? [],
    );
    expect(holders.filter((id: string) => id !== subject.id)).not.toHaveLength(0);
    expect(subject.linkedAccounts.nodes[0].evidence).not.toHaveLength(0);
    expect(subject.sanctions).not.toHaveLength(0);
    expect(subject.involvements[0].case.number).toBe(caseNumber);
    for (const coverage of ["telecomCoverage", "bankingCoverage", "policeCoverage"]) {
      expect(subject[coverage]).not.toHaveLength(0);
    }
  });

  test("leave the rest of the dossier whole when banking is gone, and never read as nothing held", async () => {
    const { document, caseNumber } = together.people.ringMember;
    await apart.subgraphs.banking.stop();
    const { data, errors } = await apart.ask(DOSSIER, {
      as: "investigator",
      purpose: "CASE",
      reference: caseNumber!,
      variables: { document },
    });
    expect(data?.subject).toMatchObject({
      accounts: null,
      linkedAccounts: null,
      bankingCoverage: [{ state: "NOT_ANSWERED" }],
      phoneLines: { totalCount: 4 },
    });
    expect(data?.subject.sanctions).not.toHaveLength(0);
    expect(errors?.map(error => error.path?.join("."))).toContain("subject.accounts");
    expect(new Set(errors?.map(error => error.extensions?.code))).toEqual(new Set(["SUBGRAPH_UNAVAILABLE"]));
  });

  test("know the person by any name the client gave the key, whoever of them is gone", async () => {
    const { document, caseNumber } = together.people.ringMember;
    const { data } = await apart.ask(
      `query ($document: IdentityDocumentInput!) {
        subject(document: $document) { token: id accounts { totalCount } phoneLines { totalCount } sanctions { id } }
      }`,
      { as: "investigator", purpose: "CASE", reference: caseNumber!, variables: { document } },
    );
    expect(data?.subject).toMatchObject({
      token: expect.any(String),
      accounts: null,
      phoneLines: { totalCount: 4 },
    });
  });
});

/**
 * The answer's text without what each hub has of its own: the place of the look's record in its chain, and the moment at
 * which the police answered, which is now.
 */
function atOneMoment({ extensions, ...answer }: { extensions?: Record<string, unknown> }): string {
  return JSON.stringify({ ...answer, extensions: { ...extensions, audit: undefined } }, (field, value) =>
    field === "policeCoverage"
      ? (value as Coverage[]).map(one => ({ ...one, asOf: orNow(one.asOf) }))
      : value,
  );
}

interface Coverage {
  readonly asOf: string;
}

function orNow(moment: string): string {
  return Math.abs(Date.now() - Date.parse(moment)) < NOW_MS ? "now" : moment;
}
