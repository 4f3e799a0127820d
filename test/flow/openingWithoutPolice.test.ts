import type { Answer } from "../support/askOverHttp";
import { startSeparateHub, type SeparateHub } from "../support/separateHub";

const DECISION = "outcome findings { ruleId } coverage { state }";
const ACCOUNT = `query ($document: IdentityDocumentInput!) { subject(document: $document) {
  decision: accountOpening(institution: "102", product: CREDIT_CARD) { ${DECISION} } } }`;
const LINE = `query ($document: IdentityDocumentInput!) { subject(document: $document) {
  decision: lineOpening(carrier: "C01", kind: FIXED_LINE) { ${DECISION} } } }`;

describe("an opening on a hub whose police subgraph is gone", () => {
  let hub: SeparateHub;
  beforeAll(async () => {
    hub = await startSeparateHub();
  });
  afterAll(() => hub.close());

  const asBank = (name: "clean" | "sanctioned"): Promise<Answer> => ask(ACCOUNT, "bank-risk", name);
  const asCarrier = (name: "clean" | "sanctioned"): Promise<Answer> => ask(LINE, "carrier-risk", name);
  const ask = (query: string, as: string, name: "clean" | "sanctioned"): Promise<Answer> =>
    hub.ask(query, {
      as,
      purpose: as === "bank-risk" ? "ACCOUNT_OPENING" : "LINE_OPENING",
      reference: `APP-${name}`,
      variables: { document: hub.people[name].document },
    });

  it("is UNKNOWN to bank and carrier alike, and never a yes nor an error, also where it was a yes before", async () => {
    for (const asked of [asBank, asCarrier]) {
      const { data, errors } = await asked("clean");
      expect(errors).toBeUndefined();
      expect(data?.subject.decision).toMatchObject({ outcome: "ALLOW", findings: [] });
    }
    expect((await asBank("sanctioned")).data?.subject.decision.outcome).toBe("DENY");

    await hub.subgraphs.police.stop();

    for (const [asked, ruleId] of [
      [asBank, "noNewAccount"],
      [asCarrier, "telecomSanction"],
    ] as const) {
      for (const name of ["clean", "sanctioned"] as const) {
        const { data, errors } = await asked(name);
        expect(errors).toBeUndefined();
        expect(data?.subject.decision.outcome).toBe("UNKNOWN");
        expect(data?.subject.decision.findings).toContainEqual({ ruleId });
      }
    }
    // Measures are lost where they were asked for, and the decision beside them is the same.
    const beside = ACCOUNT.replace("decision:", "measuresInForce { kind } decision:");
    const { data, errors } = await ask(beside, "bank-risk", "sanctioned");
    expect(errors).toMatchObject([
      { path: ["subject", "measuresInForce"], extensions: { code: "SUBGRAPH_UNAVAILABLE" } },
    ]);
    expect(data?.subject).toMatchObject({ measuresInForce: null, decision: { outcome: "UNKNOWN" } });
  });
});
