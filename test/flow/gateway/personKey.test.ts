import type { Question } from "../../support/askOverHttp";
import { startTestHub, type TestHub } from "../../support/hub";

interface Asked {
  readonly subgraph: string;
  readonly source: string;
}

const OPENING = `query ($document: IdentityDocumentInput!) { person: subject(document: $document) {
  id accountOpening(institution: "102", product: CREDIT_CARD) { outcome } } }`;

describe("a person's key is the token, which the gateway has made", () => {
  let hub: TestHub;
  const asked: Asked[] = [];
  beforeAll(async () => {
    hub = await startTestHub({
      watch: transport => ({
        ...transport,
        send(request) {
          // Of its own accord a gateway deposits checkpoints and records, whoever has asked before.
          if (request.claims.caller.kind === "BANK")
            asked.push({ subgraph: request.subgraph, source: request.source });
          return transport.send(request);
        },
      }),
    });
  });
  afterAll(() => hub.close());

  async function ask(query: string, question: Question) {
    asked.length = 0;
    const variables = { document: hub.people.clean.document };
    const answer = await hub.ask(query, { ...question, variables });
    return { answer, fetches: asked.filter(({ source }) => !source.includes("policyVerdict")) };
  }

  const asBank: Question = { as: "bank-risk", purpose: "ACCOUNT_OPENING", reference: "APP-1" };

  it("a bank that asks for an opening waits for the police and for the decision, and nobody is asked for the key", async () => {
    const { answer, fetches } = await ask(OPENING, asBank);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      person: { id: expect.stringMatching(/^1/), accountOpening: { outcome: "ALLOW" } },
    });
    expect(answer.extensions?.["sources"]).toEqual({ banking: "ANSWERED", police: "ANSWERED" });
    expect(fetches.filter(({ source }) => !source.includes("_entities"))).toEqual([]);
    expect(fetches.map(({ subgraph }) => subgraph).sort()).toEqual(["banking", "police"]);
  });

  it("who asks for the key alone gets it from a register that says so", async () => {
    const { answer, fetches } = await ask(
      "query ($document: IdentityDocumentInput!) { subject(document: $document) { id } }",
      asBank,
    );
    expect(answer.data?.subject.id).toMatch(/^1/);
    expect(fetches).toHaveLength(1);
    expect(Object.values(answer.extensions?.["sources"] ?? {})).toEqual(["ANSWERED"]);
  });

  it("a bank whose purpose does not hold is told nothing, the key included", async () => {
    const { answer, fetches } = await ask(OPENING, {
      as: "bank-risk",
      purpose: "ORDER",
      reference: "no-such-order",
    });
    expect(answer.data).toEqual({ person: null });
    expect(answer.errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    expect(fetches).toEqual([]);
  });
});
