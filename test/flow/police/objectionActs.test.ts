import { claimsOf } from "../../support/claims";
import { eachStore } from "../../support/databases";
import { city, county, createLifeCycle, otherCity, province, type LifeCycle } from "./lifeCycle";
import { bank, createPoliceHub, officer, self, type PoliceHub } from "./policeHub";
import {
  CASES,
  INVOLVEMENTS,
  NOW,
  PEOPLE,
  SANCTIONS,
  STOP_PAYMENTS,
  TODAY,
  person,
  uuid,
} from "./policeNames";
import { POLICE_WORLD } from "./policeWorld";

const FACTS = { cardsOrAccounts: 3, occasions: 0, counterparties: 0, convicted: false, repeat: false };
let people = 200;

eachStore("police", open => {
  let hub: PoliceHub;
  let life: LifeCycle;
  beforeAll(async () => {
    hub = await createPoliceHub(await open());
    await hub.write(POLICE_WORLD);
    life = await createLifeCycle(hub);
  });
  beforeEach(() => life.newEvents());
  afterEach(() => hub.setNow(NOW));

  const recognise = async (document = person(people++)) =>
    (
      await life.act(city(), "recogniseSanction", {
        caseNumber: CASES.own,
        document: life.documentOf(document),
        role: "INDIVIDUAL",
        conduct: "ILLEGAL_SALE",
        instruments: ["PERSONAL_CARD"],
        reason: "r",
        remedy: "r",
        papers: [],
        recognisedOn: TODAY,
        facts: FACTS,
      })
    ).done;
  const file = (target: string, targetId: string, claims = officer()) =>
    life.act(claims, "fileObjection", {
      target,
      targetId,
      grounds: "The card was stolen.",
      documents: ["Report 17"],
    });
  const decide = (objectionId: string, confirmed: boolean, claims = city()) =>
    life.act(claims, "decideObjection", { objectionId, confirmed, decision: "Looked into." });
  const status = async (sanctionId: string, token: string) => {
    const query = `query ($id: ID!) { subjectById(id: $id) { sanctions(includeEnded: true) { id status } } }`;
    const { data } = await hub.ask(officer(), query, { id: token });
    return data.subjectById.sanctions.find((one: { id: string }) => one.id === sanctionId)?.status;
  };

  describe("filing", () => {
    test("for another person is NOT_FOUND, as if there were nothing", async () => {
      const strangers = await file("SANCTION", SANCTIONS.active, self(hub.tokenOf(PEOPLE.clean)));
      expect(strangers.code).toBe("NOT_FOUND");
      expect(await file("SANCTION", uuid(999), self(hub.tokenOf(PEOPLE.clean)))).toEqual(strangers);
      expect(await life.newEvents()).toEqual([]);
    });

    test("by a regulator is none of its business", async () => {
      const auditor = claimsOf({ kind: "AUDITOR", institution: null, scopes: ["audit:read"] });
      expect((await file("SANCTION", SANCTIONS.active, auditor)).code).toBe("FORBIDDEN");
    });

    test.each<[string, string, string, string]>([
      ["what was lifted", "SANCTION", SANCTIONS.lifted, "INVALID_TRANSITION"],
      ["what has run out", "SANCTION", SANCTIONS.expired, "INVALID_TRANSITION"],
      ["a lead, which restricts nothing", "INVOLVEMENT", INVOLVEMENTS.line, "INVALID_TRANSITION"],
      ["a stop-payment that is over", "STOP_PAYMENT", STOP_PAYMENTS.own, "INVALID_TRANSITION"],
      ["a stop-payment that never was", "STOP_PAYMENT", uuid(999), "NOT_FOUND"],
      ["an id that cannot be one", "ORDER", "' or true --", "BAD_INPUT"],
    ])("against %s is refused", async (_what, target, id, code) => {
      expect((await file(target, id)).code).toBe(code);
    });

    test("against a lead tells a person or a bank nothing: it would tip them off", async () => {
      const mine = await life.act(officer(), "markInvolved", {
        caseNumber: CASES.own,
        role: "HOLDER",
        document: life.documentOf(PEOPLE.clean),
      });
      for (const claims of [self(hub.tokenOf(PEOPLE.clean)), bank()]) {
        const answer = await file("INVOLVEMENT", mine.done.id, claims);
        expect(answer).toEqual(await file("INVOLVEMENT", uuid(999), claims));
        expect(answer.code).toBe("NOT_FOUND");
      }
    });

    test("twice by the same person is refused while the first is open, by somebody else it is not", async () => {
      const document = person(people++);
      const { id } = await recognise(document);
      const own = self(hub.tokenOf(document));
      expect((await file("SANCTION", id, own)).code).toBeUndefined();
      const again = await file("SANCTION", id, own);
      expect(again.code).toBe("INVALID_TRANSITION");
      expect((await file("SANCTION", id, bank())).code).toBeUndefined();
    });

    test("gives a due time, does not pause the measures, and is told to both sectors", async () => {
      const document = person(people++);
      const { id } = await recognise(document);
      await life.newEvents();
      const { done } = await file("SANCTION", id, self(hub.tokenOf(document)));
      expect(done).toMatchObject({ status: "FILED", target: "SANCTION", dueAt: "2026-12-09T16:00:00.000Z" });
      expect(await status(id, hub.tokenOf(document))).toBe("OBJECTED");
      const query = `query ($id: ID!) { subjectById(id: $id) { measuresInForce { kind } } }`;
      expect(
        (await hub.ask(bank(), query, { id: hub.tokenOf(document) })).data.subjectById.measuresInForce,
      ).toHaveLength(4);
      expect(await life.newEvents()).toMatchObject([
        {
          kind: "OBJECTION_FILED",
          objectionId: done.id,
          targetId: id,
          subjectId: hub.tokenOf(document),
          audiences: expect.arrayContaining(["subgraph:banking", "subgraph:telecom"]),
        },
      ]);
    });
  });

  describe("deciding", () => {
    const filed = async () => {
      const document = person(people++);
      const sanction = await recognise(document);
      const { done } = await file("SANCTION", sanction.id, self(hub.tokenOf(document)));
      await life.newEvents();
      return { sanction, objection: done, token: hub.tokenOf(document) };
    };

    test("is refused to the county, to another organ, and for what is not there; nothing is lifted", async () => {
      const { sanction, objection, token } = await filed();
      expect((await decide(objection.id, true, county())).code).toBe("AUTHORITY_TOO_LOW");
      expect((await decide(objection.id, true, otherCity())).code).toBe("FORBIDDEN");
      expect((await decide(uuid(999), true)).code).toBe("NOT_FOUND");
      expect((await decide(objection.id, true, officer())).code).toBe("FORBIDDEN");
      expect(await status(sanction.id, token)).toBe("OBJECTED");
      expect(await life.newEvents()).toEqual([]);
    });

    test("against it leaves the sanction as it was, and it cannot be decided again", async () => {
      const { sanction, objection, token } = await filed();
      expect((await decide(objection.id, false)).done).toMatchObject({
        status: "REJECTED",
        decision: "Looked into.",
      });
      expect(await status(sanction.id, token)).toBe("RECOGNISED");
      const again = await decide(objection.id, true, province());
      expect(again.code).toBe("INVALID_TRANSITION");
      expect(again.message).toContain("REJECTED");
      expect((await life.newEvents()).map(({ kind }) => kind)).toEqual(["OBJECTION_DECIDED"]);
    });

    test("for it lifts the sanction in the same breath, and says by which objection", async () => {
      const { sanction, objection, token } = await filed();
      expect((await decide(objection.id, true, province())).done.status).toBe("CONFIRMED");
      expect(await status(sanction.id, token)).toBe("LIFTED");
      const events = await life.newEvents();
      expect(events).toHaveLength(2);
      expect(events).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ kind: "OBJECTION_DECIDED", confirmed: true }),
          expect.objectContaining({
            kind: "MEASURE_LIFTED",
            causeId: sanction.id,
            objectionId: objection.id,
          }),
        ]),
      );
    });

    test("for it after the organ has lifted by itself decides, and lifts nothing twice", async () => {
      const { sanction, objection } = await filed();
      await life.act(city(), "liftSanction", { sanctionId: sanction.id, reason: "r" });
      await life.newEvents();
      expect((await decide(objection.id, true)).done.status).toBe("CONFIRMED");
      expect((await life.newEvents()).map(({ kind }) => kind)).toEqual(["OBJECTION_DECIDED"]);
    });

    test("by two officers at once is one decision", async () => {
      const { objection } = await filed();
      const answers = await Promise.all([
        decide(objection.id, true),
        decide(objection.id, false, province()),
      ]);
      expect(answers.map(({ code }) => code).sort()).toEqual(["INVALID_TRANSITION", undefined]);
    });
  });

  test("a person hit only by the spread objects to the recognition behind it, and it is lifted", async () => {
    const { done: lead } = await life.act(officer(), "markInvolved", {
      caseNumber: CASES.own,
      role: "HOLDER",
      accountInstitution: "102",
      accountNumber: "6217000010007777777",
    });
    await life.act(city(), "recogniseInvolvement", {
      involvementId: lead.id,
      recognisedOn: TODAY,
      reason: "r",
    });
    const person1 = self(hub.tokenOf(PEOPLE.clean));
    const { done } = await file("INVOLVEMENT", lead.id, person1);
    expect(done).toMatchObject({ status: "FILED", dueAt: "2026-12-09T16:00:00.000Z" });
    await life.newEvents();
    await decide(done.id, true);
    expect(await life.newEvents()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: "MEASURE_LIFTED",
          causeKind: "CASE_ACCOUNT",
          causeId: lead.id,
          objectionId: done.id,
        }),
      ]),
    );
  });

  test.each(["ORDER", "BLACKLIST_ENTRY", "DATA_ERROR"])(
    "an objection to what another subgraph keeps (%s) goes to an organ, and its decision out to whoever keeps it",
    async target => {
      const { done } = await file(target, "order-17", self(hub.tokenOf(PEOPLE.sanctioned)));
      expect((await decide(done.id, true, otherCity())).code).toBe("FORBIDDEN");
      await life.newEvents();
      // The organ that last recognised something against the person.
      expect((await decide(done.id, true)).done.status).toBe("CONFIRMED");
      expect(await life.newEvents()).toMatchObject([
        {
          kind: "OBJECTION_DECIDED",
          target,
          targetId: "order-17",
          subjectId: hub.tokenOf(PEOPLE.sanctioned),
          confirmed: true,
        },
      ]);
    },
  );

  test("an objection of somebody of whom the police hold nothing goes to the highest organ", async () => {
    const { done } = await file("DATA_ERROR", "line-1", self(hub.tokenOf(person(people++))));
    const ministry = officer("police/ministry", { authority: "A000000", scopes: city().caller.scopes });
    expect((await decide(done.id, false)).code).toBe("FORBIDDEN");
    expect((await decide(done.id, false, ministry)).code).toBeUndefined();
  });
});
