import type { Answer } from "../support/askOverHttp";
import { startSeparateHub, type SeparateHub } from "../support/separateHub";

const PAPERS = `query ($number: ID!) { case(number: $number) { title involvements { nodes {
  role line { number } account { id } subject { id telecomIdentity { name } } } } } }`;
const MARK = `mutation ($input: MarkInvolvedInput!) { markInvolved(input: $input) { role line { LINE } } }`;

interface Paper {
  readonly role: string;
  readonly line: { readonly number: string } | null;
  readonly subject: { readonly id: string; readonly telecomIdentity: object | null } | null;
}

describe("the papers of a case, while the register that knows whose its lines are is gone", () => {
  let hub: SeparateHub;
  beforeAll(async () => {
    hub = await startSeparateHub();
  });
  afterAll(() => hub.close());

  const ask = (query: string, variables: Record<string, unknown>): Promise<Answer> => {
    const reference = hub.people.ringMember.caseNumber!;
    return hub.ask(query, { as: "investigator", purpose: "CASE", reference, variables });
  };
  const papersOf = ({ data }: Answer): Paper[] => data?.case.involvements.nodes;

  it("show no line of which the record could not say whose it is, and all the rest", async () => {
    const number = hub.people.ringMember.caseNumber!;
    const input = { caseNumber: number, role: "HOLDER", lineNumber: "13800138000" };
    await ask(MARK.replace("LINE", "number"), { input });
    const whole = await ask(PAPERS, { number });
    expect(whole.errors).toBeUndefined();
    const lines = papersOf(whole).flatMap(({ line }, index) => (line === null ? [] : [index]));
    expect(lines.length).toBeGreaterThan(0);

    await hub.subgraphs.telecom.stop();

    const part = await ask(PAPERS, { number });
    const without = ({ subject, ...paper }: Paper) => ({
      ...paper,
      line: null,
      subject: subject && { ...subject, telecomIdentity: null },
    });
    expect(papersOf(part)).toEqual(papersOf(whole).map(without));
    const ofLines = part.errors?.filter(({ path }) => path?.includes("line"));
    expect(ofLines?.map(({ path, extensions }) => [path, extensions?.code])).toEqual(
      lines.map(index => [["case", "involvements", "nodes", index, "line"], "SUBGRAPH_UNAVAILABLE"]),
    );

    // Whether or not its holder was asked for; and what was done is done.
    for (const selection of ["number", "number holder { id }"]) {
      const { data, errors } = await ask(MARK.replace("LINE", selection), { input });
      expect(data?.markInvolved).toEqual({ role: "HOLDER", line: null });
      expect(errors).toMatchObject([
        { path: ["markInvolved", "line"], extensions: { code: "SUBGRAPH_UNAVAILABLE" } },
      ]);
    }
  });
});
