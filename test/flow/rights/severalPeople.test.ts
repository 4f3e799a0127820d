import type { WorldDocument } from "../../../scripts/seed/worldModel";
import type { SubgraphTransport } from "../../../gateway/fetch/subgraphTransport";
import { findRecordOf } from "../../support/findRecord";
import { startTestHub, type TestHub } from "../../support/hub";

const LOOK = `query Look($documents: [IdentityDocumentInput!]!) { subjects(documents: $documents) {
  id accounts(first: 1) { nodes { maskedNumber number } } involvements { case { number } } } }`;
const TWICE = `query Twice($documents: [IdentityDocumentInput!]!, $one: IdentityDocumentInput!) {
  all: subjects(documents: $documents) { id }
  written: subjects(documents: [$one]) { id }
  again: subjects(documents: $documents) { ...Held } }
fragment Held on Subject { phoneLines(first: 1) { nodes { number } } }`;
/** Wrong in one field of a person, so that its error must find its way to the right place. */
const NO_SUCH_PAGE = `query NoSuchPage($documents: [IdentityDocumentInput!]!) { subjects(documents: $documents) {
  id accounts(first: 1, after: "nowhere") { totalCount } } }`;
const WHO = `query Who($document: IdentityDocumentInput!) { subject(document: $document) { id } }`;

/** All that was asked of subgraphs for the officer, as text: by it one sees who was asked for. */
const sent: string[] = [];
const watch = (transport: SubgraphTransport): SubgraphTransport => ({
  ...transport,
  send(request) {
    // Whether a purpose is true is asked about everybody; nothing of them is.
    const isForOfficer = request.claims.caller.id === "police/investigator";
    if (isForOfficer && !request.source.includes("policyVerdict"))
      sent.push(JSON.stringify(request.variables));
    return transport.send(request);
  },
});

let hub: TestHub;
/** The one whom the investigator's case is about, and two whom it is not. */
let known: WorldDocument;
let strangers: readonly [WorldDocument, WorldDocument];
let tokens: ReadonlyMap<WorldDocument, string>;

beforeAll(async () => {
  hub = await startTestHub({ watch });
  const { ringMember, clean, lifted } = hub.people;
  known = ringMember.document;
  strangers = [clean.document, lifted.document];
  const found = new Map<WorldDocument, string>();
  for (const [index, document] of [known, ...strangers].entries()) {
    const question = { as: "bank-risk", purpose: "ACCOUNT_OPENING", reference: `WHO-${index}` } as const;
    const { data } = await hub.ask(WHO, { ...question, variables: { document } });
    found.set(document, data?.subject.id as string);
  }
  tokens = found;
});
afterAll(() => hub.close());
beforeEach(() => void (sent.length = 0));

const ask = (documents: readonly WorldDocument[], query = LOOK, variables: object = {}) =>
  hub.ask(query, {
    as: "investigator",
    purpose: "CASE",
    reference: hub.people.ringMember.caseNumber ?? "",
    variables: { documents, ...variables },
  });

const refusal = (...path: (string | number)[]) =>
  expect.objectContaining({ message: "You may not see this.", path, extensions: { code: "FORBIDDEN" } });

describe("an investigator who asks for several people at once", () => {
  test("is told of the one of the case in its place, and refused the others, of whom no subgraph is asked", async () => {
    const answer = await ask([strangers[0], known, strangers[1]]);
    const { data, errors } = answer;
    expect(data?.subjects).toEqual([null, expect.objectContaining({ id: tokens.get(known) }), null]);
    expect(data?.subjects[1].accounts.nodes).toHaveLength(1);
    expect(errors).toEqual([refusal("subjects", 0), refusal("subjects", 2)]);
    const all = sent.join("\n");
    expect(all).toContain(tokens.get(known));
    for (const stranger of strangers) expect(all).not.toContain(tokens.get(stranger));
    // Whom they asked for stands in the record, and that not everybody was shown.
    expect(await findRecordOf(hub, answer)).toMatchObject({
      outcome: "PARTIAL",
      fieldsDenied: ["Query.subjects"],
      subjectIds: expect.arrayContaining([...tokens.values()]),
    });
  });

  test("is refused the whole list where nobody in it is of the case, and no subgraph is asked", async () => {
    const { data, errors } = await ask(strangers);
    expect(data).toEqual({ subjects: null });
    expect(errors).toEqual([refusal("subjects")]);
    expect(sent).toEqual([]);
  });

  test("is given an empty list for an empty list, and without a purpose nothing", async () => {
    expect(await ask([])).toMatchObject({ data: { subjects: [] } });
    const { data, errors } = await hub.ask(LOOK, { as: "investigator", variables: { documents: [] } });
    expect(data).toEqual({ subjects: null });
    expect(errors?.[0]?.extensions?.code).toBe("PURPOSE_REQUIRED");
  });

  test("is told the same under every name and however the list is written", async () => {
    const { data, errors } = await ask([known, strangers[0], known], TWICE, { one: strangers[1] });
    const id = tokens.get(known);
    const held = { phoneLines: { nodes: [{ number: expect.any(String) as string }] } };
    expect(data).toEqual({ all: [{ id }, null, { id }], written: null, again: [held, null, held] });
    expect(errors).toHaveLength(3);
    expect(errors).toEqual(
      expect.arrayContaining([refusal("written"), refusal("all", 1), refusal("again", 1)]),
    );
  });

  test("finds the error of one person at that person's place", async () => {
    const { errors } = await ask([strangers[0], strangers[1], known], NO_SUCH_PAGE);
    expect(errors).toHaveLength(3);
    expect(errors).toEqual(
      expect.arrayContaining([
        refusal("subjects", 0),
        refusal("subjects", 1),
        expect.objectContaining({
          path: ["subjects", 2, "accounts"],
          extensions: expect.objectContaining({ code: "BAD_INPUT" }) as unknown,
        }),
      ]),
    );
  });
});

test("an application of a bank is for one person, whatever list they stand in", async () => {
  const question = { as: "bank-risk", purpose: "ACCOUNT_OPENING", reference: "LIST-1" } as const;
  const ids = `query Ids($documents: [IdentityDocumentInput!]!) { subjects(documents: $documents) { id } }`;
  const { data, errors } = await hub.ask(ids, {
    ...question,
    variables: { documents: [strangers[0], known] },
  });
  expect(data?.subjects).toEqual([{ id: tokens.get(strangers[0]) }, null]);
  expect(errors).toEqual([refusal("subjects", 1)]);
});
