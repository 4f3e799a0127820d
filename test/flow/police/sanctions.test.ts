import type { WorldDocument } from "../../../scripts/seed/worldModel";
import { AnswerState } from "../../../subgraphs/shared/types/enums";
import { eachStore } from "../../support/databases";
import { authorityOfficer, bank, createPoliceHub, officer, self, type PoliceHub } from "./policeHub";
import { NOW, PEOPLE, SANCTIONS, TODAY, uuid } from "./policeNames";
import { POLICE_WORLD } from "./policeWorld";

const SANCTIONED = `query ($id: ID!) { subjectById(id: $id) { sanctions { id status } } }`;
const EVERY = `query ($id: ID!) { subjectById(id: $id) { sanctions(includeEnded: true) { id status } } }`;
const IN_FORCE = `query ($id: ID!) { subjectById(id: $id) { measuresInForce { kind sector endsOn sanctionId } } }`;
const HISTORY = `query ($id: ID!) { subjectById(id: $id) { measureHistory { kind startsOn endsOn liftedAt recordedAt } } }`;

eachStore("police", open => {
  let hub: PoliceHub;
  beforeAll(async () => {
    hub = await createPoliceHub(await open());
    await hub.write(POLICE_WORLD);
  });
  afterEach(() => hub.setNow(NOW));

  const ask = (query: string, document: WorldDocument, claims = officer()) =>
    hub.ask(claims, query, { id: hub.tokenOf(document) });
  const measuresInForce = async (document: WorldDocument, claims = officer()) =>
    (await ask(IN_FORCE, document, claims)).data.subjectById.measuresInForce;

  describe("a person", () => {
    test("sees their own sanctions, and of a stranger not even that there is a subject", async () => {
      const own = self(hub.tokenOf(PEOPLE.sanctioned));
      expect((await ask(SANCTIONED, PEOPLE.sanctioned, own)).data.subjectById.sanctions).toHaveLength(1);
      expect((await ask(SANCTIONED, PEOPLE.objecting, own)).data).toEqual({ subjectById: null });
      expect((await ask(SANCTIONED, PEOPLE.clean, own)).data).toEqual({ subjectById: null });
    });

    test.each([
      ["a subject", "Subject", () => ({ id: hub.tokenOf(PEOPLE.objecting) }), "id"],
      ["a sanction", "Sanction", () => ({ id: SANCTIONS.objected }), "id"],
      ["an objection", "Objection", () => ({ id: uuid(501) }), "id"],
    ])("gets no other's rows on the road over entities: %s", async (_what, type, key, selection) => {
      const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${selection} } } }`;
      const representations = { r: [{ __typename: type, ...key() }] };
      const strangers = await hub.ask(self(hub.tokenOf(PEOPLE.sanctioned)), query, representations);
      expect(strangers.data).toEqual({ _entities: [null] });
      const own = await hub.ask(self(hub.tokenOf(PEOPLE.objecting)), query, representations);
      expect(own.data._entities[0]).not.toBeNull();
    });

    test("whose token names no person sees nobody", async () => {
      const nobody = { ...self("x"), view: "none" } as const;
      expect((await ask(SANCTIONED, PEOPLE.sanctioned, nobody)).data).toEqual({ subjectById: null });
    });

    test("asked for in a batch gets nulls in the places of strangers", async () => {
      const documents = [PEOPLE.sanctioned, PEOPLE.clean].map(one => ({
        ...one,
        number: "",
        token: hub.tokenOf(one),
      }));
      const query = `query ($d: [IdentityDocumentInput!]!) { subjects(documents: $d) { id } }`;
      const answer = await hub.ask(self(hub.tokenOf(PEOPLE.sanctioned)), query, { d: documents });
      expect(answer.data.subjects).toEqual([{ id: hub.tokenOf(PEOPLE.sanctioned) }, null]);
    });
  });

  describe("a bank", () => {
    test.each(["sanctions { id }", "visits { id }", "involvements { id }"])(
      "is refused %s",
      async selection => {
        const answer = await ask(
          `query ($id: ID!) { subjectById(id: $id) { ${selection} } }`,
          PEOPLE.sanctioned,
          bank(),
        );
        expect(answer.code).toBe("FORBIDDEN");
        expect(answer.data).toBeUndefined();
      },
    );

    test("learns which measures to apply, and from the coverage nothing more", async () => {
      expect(await measuresInForce(PEOPLE.sanctioned, bank())).toHaveLength(2);
      const coverage = `query ($id: ID!) { subjectById(id: $id) { policeCoverage { state asOf institution { code sector } } } }`;
      const of = async (document: WorldDocument, claims = bank()) =>
        (await ask(coverage, document, claims)).data.subjectById.policeCoverage;
      const register = { code: "POLICE", sector: "POLICE" };
      const asOf = NOW.toISOString();
      expect(await of(PEOPLE.sanctioned)).toEqual([
        { state: AnswerState.ANSWERED, asOf, institution: register },
      ]);
      expect(await of(PEOPLE.clean)).toEqual(await of(PEOPLE.sanctioned));
      expect(await of(PEOPLE.sanctioned, officer())).toEqual([
        { state: AnswerState.FOUND, asOf, institution: register },
      ]);
      expect(await of(PEOPLE.clean, officer())).toEqual([
        { state: AnswerState.NONE, asOf, institution: register },
      ]);
    });
  });

  describe("the subject asked for", () => {
    const SUBJECT = `query ($d: IdentityDocumentInput!) { subject(document: $d) { id sanctions { id } measuresInForce { kind } } }`;
    test.each([
      ["without a token", undefined],
      ["with an empty token", ""],
      ["with a number for a token", "990101199001010109"],
    ])("%s is refused as BAD_INPUT, and no number is repeated", async (_what, token) => {
      const document = { type: "RESIDENT_ID", number: PEOPLE.clean.number, token };
      const answer = await hub.ask(officer(), SUBJECT, { d: document });
      expect(answer.code).toBe("BAD_INPUT");
      expect(JSON.stringify(answer)).not.toContain(PEOPLE.clean.number);
    });

    test("by an id that no token can be is null", async () => {
      const answer = await hub.ask(officer(), SANCTIONED, { id: "' or true --" });
      expect(answer).toEqual({ data: { subjectById: null }, code: undefined, message: undefined });
    });

    test("is there even if the police hold nothing of them", async () => {
      const document = { type: "RESIDENT_ID", number: "", token: hub.tokenOf(PEOPLE.clean) };
      const { data } = await hub.ask(officer(), SUBJECT, { d: document });
      expect(data.subject).toEqual({ id: hub.tokenOf(PEOPLE.clean), sanctions: [], measuresInForce: [] });
    });

    test("in a batch of 1,001 is refused, in one of 1,000 answered in order", async () => {
      const batch = `query ($d: [IdentityDocumentInput!]!) { subjects(documents: $d) { id measuresInForce { kind } } }`;
      const order = [PEOPLE.clean, PEOPLE.sanctioned];
      const documents = Array.from({ length: 1_000 }, (_, index) => ({
        type: "RESIDENT_ID",
        number: "",
        token: hub.tokenOf(order[index % 2]!),
      }));
      expect((await hub.ask(bank(), batch, { d: [...documents, documents[0]] })).code).toBe("LIMIT_EXCEEDED");
      const { data } = await hub.ask(bank(), batch, { d: documents });
      expect(data.subjects.map((one: { id: string }) => one.id)).toEqual(documents.map(one => one.token));
      expect(data.subjects[999].measuresInForce).toHaveLength(2);
    });
  });

  describe("measures in force", () => {
    test("do not hold a lifted measure, nor one whose last day was yesterday", async () => {
      expect(await measuresInForce(PEOPLE.lifted)).toEqual([]);
      expect(await measuresInForce(PEOPLE.expired)).toEqual([]);
    });

    test("hold a measure on its last day until midnight, China Standard Time", async () => {
      hub.setNow(new Date(`${TODAY}T15:59:59.999Z`));
      expect(await measuresInForce(PEOPLE.objecting)).toHaveLength(2);
      hub.setNow(new Date(`${TODAY}T16:00:00.000Z`));
      expect(await measuresInForce(PEOPLE.objecting)).toEqual([]);
    });

    test("do not hold a measure before its first day", async () => {
      hub.setNow(new Date("2024-02-29T15:59:59.999Z"));
      expect(await measuresInForce(PEOPLE.sanctioned)).toEqual([]);
      hub.setNow(new Date("2024-02-29T16:00:00.000Z"));
      expect(await measuresInForce(PEOPLE.sanctioned)).toHaveLength(2);
    });

    test("are all still in the history, with their lifting", async () => {
      const history = async (document: WorldDocument) =>
        (await ask(HISTORY, document, bank())).data.subjectById.measureHistory;
      expect(await history(PEOPLE.lifted)).toEqual(
        ["NO_NEW_ACCOUNT", "SUSPEND_NON_COUNTER"].map(kind => ({
          kind,
          startsOn: "2024-03-01",
          endsOn: "2029-03-01",
          recordedAt: "2024-03-01T02:00:00.000Z",
          liftedAt: "2025-06-01T02:00:00.000Z",
        })),
      );
      expect(await history(PEOPLE.expired)).toHaveLength(2);
      expect(await history(PEOPLE.clean)).toEqual([]);
    });
  });

  describe("a sanction's status", () => {
    test.each([
      [PEOPLE.lifted, "LIFTED"],
      [PEOPLE.expired, "EXPIRED"],
    ])("that has ended is shown only when asked for: %#", async (document, status) => {
      expect((await ask(SANCTIONED, document)).data.subjectById.sanctions).toEqual([]);
      expect((await ask(EVERY, document)).data.subjectById.sanctions).toMatchObject([{ status }]);
    });

    test("is OBJECTED while an objection waits, with its measures in force, and EXPIRED the day after the last", async () => {
      const status = async () => (await ask(EVERY, PEOPLE.objecting)).data.subjectById.sanctions[0].status;
      expect(await status()).toBe("OBJECTED");
      expect(await measuresInForce(PEOPLE.objecting)).toHaveLength(2);
      hub.setNow(new Date("2026-11-25T04:00:00.000Z"));
      expect(await status()).toBe("EXPIRED");
    });

    test("comes with who recognised, its notice, measures and objections", async () => {
      const whole = `query ($id: ID!) { subjectById(id: $id) { sanctions(includeEnded: true) {
        role conduct ruleVersion recognisedOn recognisedBy { code level name } subject { id } case { number }
        measures { kind } objections { id status decision sanction { id } }
        notice { reason remedy papers servedOn } } } }`;
      const { data } = await ask(whole, PEOPLE.lifted);
      expect(data.subjectById.sanctions).toEqual([
        {
          role: "INDIVIDUAL",
          conduct: "ILLEGAL_SALE",
          ruleVersion: "NOTICE_2020",
          recognisedOn: "2024-03-01",
          recognisedBy: { code: "A110100", level: "DISTRICTED_CITY", name: "市局" },
          subject: { id: hub.tokenOf(PEOPLE.lifted) },
          case: null,
          measures: [{ kind: "NO_NEW_ACCOUNT" }, { kind: "SUSPEND_NON_COUNTER" }],
          objections: [
            {
              id: uuid(502),
              status: "CONFIRMED",
              decision: "Confirmed.",
              sanction: { id: SANCTIONS.lifted },
            },
          ],
          notice: {
            reason: "Sold three bank cards.",
            remedy: "An objection can be filed with the organ that recognised.",
            papers: ["Identity document"],
            servedOn: "2024-03-05",
          },
        },
      ]);
    });
  });

  describe("objections", () => {
    const list = async (claims: ReturnType<typeof officer>, args = "") =>
      hub.ask(claims, `{ objections${args} { nodes { id } pageInfo { hasNextPage endCursor } } }`);
    const ids = async (claims: ReturnType<typeof officer>, args = "") =>
      (await list(claims, args)).data.objections.nodes.map((node: { id: string }) => node.id);

    test("are refused to those who cannot decide them", async () => {
      expect((await list(officer())).code).toBe("FORBIDDEN");
      expect((await list(bank())).code).toBe("FORBIDDEN");
    });

    test.each([
      ["the organ that recognised", "A110100", [502, 501]],
      ["its superior", "A990000", [502, 501]],
      ["another organ of the same rank", "A220100", []],
      ["an organ two ranks above", "A000000", [502, 501]],
      ["an organ below", "A110199", []],
    ])("are shown to %s, the next due first", async (_who, organ, expected) => {
      expect(await ids(authorityOfficer(organ))).toEqual(expected.map(uuid));
    });

    test("are cut down by status and due time, and paged", async () => {
      const claims = authorityOfficer("A110100");
      expect(await ids(claims, "(status: FILED)")).toEqual([uuid(501)]);
      expect(await ids(claims, `(dueBefore: "2026-12-05T02:00:00.000Z")`)).toEqual([uuid(502)]);
      const { data } = await list(claims, "(first: 1)");
      expect(data.objections.pageInfo.hasNextPage).toBe(true);
      expect(await ids(claims, `(first: 1, after: "${data.objections.pageInfo.endCursor}")`)).toEqual([
        uuid(501),
      ]);
    });
  });
});
