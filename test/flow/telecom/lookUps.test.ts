import { eachStore } from "../../support/databases";
import { carrier, createTelecomHub, police, type TelecomHub } from "./telecomHub";
import { EMPTY_CHUNK, cards, flag, line, order, person, uuid } from "./telecomRows";
import { NUMBERS, PEOPLE, TELECOM_WORLD } from "./telecomWorld";

interface LinesPage {
  readonly nodes: { readonly number: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** What the dossier asks of this subgraph. */
const DOSSIER = `query ($documents: [IdentityDocumentInput!]!) { subjects(documents: $documents) {
  id
  telecomIdentity { kind documentType maskedNumber name }
  phoneLines { totalCount nodes { number kind status registeredOn carrier { code name } flags { kind status observedFrom order { id } line { id } } orders { id } openedAt { name } } }
  lineCounts { active carrier { name } }
  abnormalFlags { id }
  blacklistEntries { id imposedBy { name } }
  telecomCoverage { state asOf institution { code name } }
} }`;

eachStore("telecom", open => {
  let hub: TelecomHub;
  const crowd = Array.from({ length: 40 }, (_, index) => person(100 + index));
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
    await hub.write({
      ...EMPTY_CHUNK,
      subjects: crowd.map(document => ({
        kind: "PERSON",
        document,
        name: "李一一",
        legalRepresentative: null,
      })),
      lines: crowd.flatMap((holder, index) => [
        ...cards(3, holder, `14107${String(index).padStart(2, "0")}`, { carrier: "C01" }),
        line(`14207${String(index).padStart(6, "0")}`, holder, {
          carrier: "C02",
          outletCode: "C02-1",
          flags: [flag(uuid(10_000 + index))],
          orders: [order(uuid(20_000 + index), { causeId: uuid(10_000 + index) })],
        }),
      ]),
    });
  });

  const documentOf = (holder: { type: string; number: string }) => ({
    type: holder.type,
    number: "",
    token: hub.tokenOf(holder),
  });

  test("a document without a token has not passed the gateway: it is refused", async () => {
    const documents = [{ type: "RESIDENT_ID", number: PEOPLE.customer.number }];
    expect(await hub.ask(police(), DOSSIER, { documents })).toMatchObject({ code: "BAD_INPUT" });
    const one = `query ($document: IdentityDocumentInput!) { subject(document: $document) { id } }`;
    expect(await hub.ask(police(), one, { document: documents[0] })).toMatchObject({ code: "BAD_INPUT" });
  });

  test("1,001 documents are too many and 1,000 are not", async () => {
    const query = `query ($documents: [IdentityDocumentInput!]!) { subjects(documents: $documents) { id } }`;
    const many = (count: number) => ({
      documents: Array.from({ length: count }, () => documentOf(PEOPLE.stranger)),
    });
    expect(await hub.ask(police(), query, many(1_001))).toMatchObject({ code: "LIMIT_EXCEEDED" });
    expect((await hub.ask(police(), query, many(1_000))).data.subjects).toHaveLength(1_000);
  });

  test("somebody of whom nothing is held is answered for: empty lists, not null", async () => {
    const { data } = await hub.ask(police(), DOSSIER, { documents: [documentOf(PEOPLE.stranger)] });
    expect(data.subjects).toEqual([
      {
        id: hub.tokenOf(PEOPLE.stranger),
        telecomIdentity: null,
        phoneLines: { totalCount: 0, nodes: [] },
        lineCounts: [],
        abnormalFlags: [],
        blacklistEntries: [],
        telecomCoverage: expect.any(Array),
      },
    ]);
  });

  test("the batch answers in the order asked, repeats included", async () => {
    const asked = [PEOPLE.elsewhere, PEOPLE.stranger, PEOPLE.customer, PEOPLE.elsewhere];
    const { data } = await hub.ask(police(), DOSSIER, { documents: asked.map(documentOf) });
    expect(data.subjects.map((one: { id: string }) => one.id)).toEqual(asked.map(hub.tokenOf));
    expect(
      data.subjects.map((one: { phoneLines: { totalCount: number } }) => one.phoneLines.totalCount),
    ).toEqual([2, 0, 3, 2]);
  });

  test.each([
    ["police", police()],
    ["a carrier", carrier("C02")],
  ])("a dossier of forty takes as many statements as a dossier of one, for %s", async (_who, claims) => {
    const statementsFor = (count: number): Promise<number> =>
      hub.countStatements(async () => {
        const { data, code } = await hub.ask(claims, DOSSIER, {
          documents: crowd.slice(0, count).map(documentOf),
        });
        expect(code).toBeUndefined();
        expect(data.subjects[count - 1].phoneLines.nodes.at(-1).flags ?? []).toBeDefined();
      });
    const forOne = await statementsFor(1);
    expect(await statementsFor(40)).toBe(forOne);
    expect(forOne).toBeLessThanOrEqual(14);
  });

  test("opening checks for forty take as many statements as for one", async () => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Subject { lineOpening(carrier: "C01", kind: MOBILE) { outcome } } } }`;
    const statementsFor = (count: number): Promise<number> =>
      hub.countStatements(async () => {
        const r = crowd
          .slice(0, count)
          .map(one => ({ __typename: "Subject", id: hub.tokenOf(one), measureHistory: [] }));
        const { data } = await hub.ask(carrier(), query, { r });
        expect(data._entities).toHaveLength(count);
        expect(data._entities[count - 1].lineOpening.outcome).toBe("ALLOW");
      });
    expect(await statementsFor(40)).toBe(await statementsFor(1));
  });

  test("references to forty lines by number take as many statements as one", async () => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on PhoneLine { id status holder { telecomIdentity { name } } } } }`;
    const statementsFor = (count: number): Promise<number> =>
      hub.countStatements(async () => {
        const r = crowd
          .slice(0, count)
          .map((_, index) => ({ __typename: "PhoneLine", number: `14207${String(index).padStart(6, "0")}` }));
        const { data } = await hub.ask(police(), query, { r });
        expect(data._entities[count - 1]).toMatchObject({
          status: "ACTIVE",
          holder: { telecomIdentity: { name: "李一一" } },
        });
      });
    expect(await statementsFor(40)).toBe(await statementsFor(1));
  });

  test("lines are chosen by kind and status, and paged; the total counts them all", async () => {
    const query = `query ($id: ID!, $after: String) { subjectById(id: $id) {
      phoneLines(kinds: [MOBILE], statuses: [ACTIVE, SUSPENDED], first: 1, after: $after) {
        totalCount nodes { number } pageInfo { hasNextPage endCursor } } } }`;
    const id = hub.tokenOf(PEOPLE.customer);
    const first = (await hub.ask(police(), query, { id })).data.subjectById.phoneLines;
    expect(first).toMatchObject({
      totalCount: 2,
      nodes: [{ number: NUMBERS.customer }],
      pageInfo: { hasNextPage: true },
    });
    const after = first.pageInfo.endCursor;
    const second = (await hub.ask(police(), query, { id, after })).data.subjectById.phoneLines;
    expect(second).toMatchObject({
      totalCount: 2,
      nodes: [{ number: NUMBERS.customerAtC02 }],
      pageInfo: { hasNextPage: false },
    });
  });

  test("lines of one day are paged without one being lost or shown twice", async () => {
    const query = `query ($id: ID!, $after: String) { subjectById(id: $id) { phoneLines(first: 2, after: $after) {
      nodes { number } pageInfo { hasNextPage endCursor } } } }`;
    const id = hub.tokenOf(PEOPLE.sixCards);
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const { phoneLines }: { phoneLines: LinesPage } = (await hub.ask(police(), query, { id, after })).data
        .subjectById;
      seen.push(...phoneLines.nodes.map(one => one.number));
      after = phoneLines.pageInfo.endCursor;
      expect(phoneLines.pageInfo.hasNextPage).toBe(page < 2);
    }
    expect(new Set(seen).size).toBe(6);
  });

  test.each([
    ["first: 0", "BAD_INPUT"],
    ["first: 501", "LIMIT_EXCEEDED"],
    [`after: "WyIyMDI0LTAyLTMwIiwiYSJd"`, "BAD_INPUT"],
  ])("phoneLines(%s) answers %s", async (args, code) => {
    const query = `query ($id: ID!) { subjectById(id: $id) { phoneLines(${args}) { totalCount } } }`;
    expect(await hub.ask(police(), query, { id: hub.tokenOf(PEOPLE.customer) })).toMatchObject({ code });
  });
});
