import type { RequestClaims } from "../../../schema/contract/claims";
import { ROLE_SCOPES } from "../../../schema/contract/scopes";
import { claimsOf } from "../../support/claims";
import { eachStore } from "../../support/databases";
import {
  city,
  county,
  createLifeCycle,
  ministry,
  otherCity,
  province,
  telecomRegulator,
  type LifeCycle,
} from "./lifeCycle";
import { bank, createPoliceHub, officer, self, type PoliceHub } from "./policeHub";
import {
  CASES,
  INVOLVEMENTS,
  NOW,
  OFFICERS,
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
    const add = { caseNumber: CASES.own, add: [province().caller.id, ministry().caller.id] };
    expect((await life.act(officer(OFFICERS.lead), "assignOfficers", add)).code).toBeUndefined();
  });
  beforeEach(() => life.newEvents());
  afterEach(() => hub.setNow(NOW));

  const recognise = async (document = person(people++), instruments = ["PERSONAL_CARD"]) =>
    (
      await life.act(city(), "recogniseSanction", {
        caseNumber: CASES.own,
        document: life.documentOf(document),
        role: "INDIVIDUAL",
        conduct: "ILLEGAL_SALE",
        instruments,
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
      hub.keep("banking", "CAUSE_AT", `102|${id}`, { subjectId: hub.tokenOf(document), causeId: id });
      expect((await file("SANCTION", id, bank())).code).toBeUndefined();
    });

    test("by a bank that was ordered nothing is NOT_FOUND, however it came to know the id", async () => {
      const { id } = await recognise(person(people++));
      hub.keep("banking", "CAUSE_AT", `102|${id}`, { causeId: id });
      const other = await file("SANCTION", id, bank("103"));
      expect(other.code).toBe("NOT_FOUND");
      expect(await file("SANCTION", uuid(999), bank("103"))).toEqual(other);
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

    test("is offered to every organ above, however far, and to no other", async () => {
      const { objection } = await filed();
      const isListedFor = async (claims: RequestClaims) => {
        const { data } = await hub.ask(claims, `{ objections(first: 200) { nodes { id } } }`);
        return (data.objections.nodes as { id: string }[]).some(({ id }) => id === objection.id);
      };
      for (const claims of [city(), province(), ministry()]) expect(await isListedFor(claims)).toBe(true);
      for (const claims of [county(), otherCity()]) expect(await isListedFor(claims)).toBe(false);
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

  describe("a confirmed objection is over", () => {
    const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000).toISOString();
    const restored = (source: "banking" | "telecom", causeId: string, restoredAt: string) =>
      hub.hear(source, { kind: "CAUSE_RESTORED", causeId, restoredAt });
    const restoredAt = async (id: string) => {
      const query = `{ objections(first: 200) { nodes { id restoredAt } } }`;
      const { data } = await hub.ask(city(), query);
      return data.objections.nodes.find((one: { id: string }) => one.id === id).restoredAt as string | null;
    };
    /** Accounts are restricted, and lines stopped by the regulator's act. */
    const inBothSectors = async () => {
      const document = person(people++);
      const { id } = await recognise(document, ["PERSONAL_CARD", "PHONE_CARD"]);
      await life.act(city(), "serveSanction", { sanctionId: id, servedOn: TODAY, method: "m" });
      const imposed = { sanctionId: id, kinds: ["SUSPEND_LINE"], startsOn: TODAY, endsOn: "2028-11-24" };
      await life.act(telecomRegulator(), "imposeTelecomMeasures", { ...imposed, reason: "r" });
      return { id: id as string, own: self(hub.tokenOf(document)) };
    };

    test.each(["banking", "telecom"] as const)(
      "once both sectors have undone it, and not when %s alone has",
      async first => {
        const { id, own } = await inBothSectors();
        const { done } = await file("SANCTION", id, own);
        expect((await decide(done.id, true)).done.restoredAt).toBeNull();
        await restored(first, id, hours(1));
        expect(await restoredAt(done.id)).toBeNull();
        await restored(first === "banking" ? "telecom" : "banking", id, hours(3));
        expect(await restoredAt(done.id)).toBe(hours(3));
        await restored(first, id, hours(2));
        expect(await restoredAt(done.id)).toBe(hours(3));
      },
    );

    test("no more once a sector has carried something out late, until it has undone that too", async () => {
      const { id, own } = await inBothSectors();
      const { done } = await file("SANCTION", id, own);
      await decide(done.id, true);
      await restored("banking", id, hours(1));
      await restored("telecom", id, hours(1));
      expect(await restoredAt(done.id)).toBe(hours(1));
      await hub.hear("banking", { kind: "CAUSE_OWED", causeId: id });
      expect(await restoredAt(done.id)).toBeNull();
      await restored("telecom", id, hours(2));
      expect(await restoredAt(done.id)).toBeNull();
      await restored("banking", id, hours(4));
      expect(await restoredAt(done.id)).toBe(hours(4));
    });

    test("not by what a sector had said of its cause before that was lifted", async () => {
      const { id, own } = await inBothSectors();
      const { done } = await file("SANCTION", id, own);
      await restored("banking", id, hours(0));
      await restored("telecom", id, hours(0));
      expect((await decide(done.id, true)).done.restoredAt).toBeNull();
    });

    test("at once where nothing had been brought about, or all of it was undone before", async () => {
      const document = person(people++);
      const withoutMeasure = await recognise(document, ["PHONE_CARD"]);
      const nothing = await file("SANCTION", withoutMeasure.id, self(hub.tokenOf(document)));
      expect((await decide(nothing.done.id, true)).done.restoredAt).toBe(hours(0));

      const { id, own } = await inBothSectors();
      const { done } = await file("SANCTION", id, own);
      await life.act(city(), "liftSanction", { sanctionId: id, reason: "r" });
      await restored("telecom", id, hours(1));
      await restored("banking", id, hours(2));
      hub.setNow(new Date(hours(5)));
      expect((await decide(done.id, true)).done.restoredAt).toBe(hours(2));
    });

    test("once the freeze that rested on an involvement is undone too", async () => {
      const { done: lead } = await life.act(officer(), "markInvolved", {
        caseNumber: CASES.own,
        role: "HOLDER",
        accountInstitution: "102",
        accountNumber: "6217000010008888888",
      });
      const involvementId = lead.id as string;
      await life.act(city(), "recogniseInvolvement", { involvementId, recognisedOn: TODAY, reason: "r" });
      const paper = { involvementId, until: "2027-01-31", legalPaper: "Freezing order 18" };
      await life.act(city(), "freezeAccount", paper);
      const { done } = await file("INVOLVEMENT", involvementId, self(hub.tokenOf(PEOPLE.clean)));
      await life.newEvents();
      await decide(done.id, true);
      const freeze = (await life.newEvents()).find(one => "causeKind" in one && one.causeKind === "FREEZE");
      await restored("banking", involvementId, hours(2));
      expect(await restoredAt(done.id)).toBeNull();
      await restored("banking", (freeze as { causeId: string }).causeId, hours(1));
      expect(await restoredAt(done.id)).toBe(hours(2));
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

  describe("to what a sector keeps", () => {
    const carrier = () =>
      claimsOf({ kind: "CARRIER", institution: "C01", scopes: ROLE_SCOPES["carrier-risk"] });
    const KINDS = { ORDER: "ORDER", BLACKLIST_ENTRY: "BLACKLIST_ENTRY", DATA_ERROR: "HOLDING" } as const;
    let serial = 0;
    /** Telecom keeps it, of a new person or of this one. */
    const keep = (target: keyof typeof KINDS, about: { causeId?: string; subjectId?: string } = {}) => {
      const thing = { subjectId: hub.tokenOf(person(people++)), institution: "C01", ...about };
      const id = uuid(70_000 + (serial += 1));
      hub.keep("telecom", KINDS[target], id, thing);
      return { id, token: thing.subjectId };
    };
    const lead = async (marked: Record<string, unknown>) =>
      (await life.act(officer(), "markInvolved", { caseNumber: CASES.own, role: "HOLDER", ...marked })).done
        .id as string;
    const account = { accountInstitution: "102", accountNumber: "6217000010006666666" };
    const recogniseLead = async (involvementId: string, by = city()) => {
      const recognition = { involvementId, recognisedOn: TODAY, reason: "r" };
      expect((await life.act(by, "recogniseInvolvement", recognition)).code).toBeUndefined();
    };

    test.each(Object.keys(KINDS) as (keyof typeof KINDS)[])(
      "%s of an id that nobody knows, or of another's, is refused alike and goes to no organ by default",
      async target => {
        const { id } = keep(target);
        const stranger = self(hub.tokenOf(PEOPLE.clean));
        const nothing = await file(target, "order-17", stranger);
        expect(nothing.code).toBe("NOT_FOUND");
        expect(await file(target, id, stranger)).toEqual(nothing);
        expect(await file(target, id, bank())).toEqual(nothing);
        expect(await file(target, "order-17", officer())).toEqual(nothing);
        expect(await life.newEvents()).toEqual([]);
      },
    );

    test("is not taken while the sector does not say whose it is, nor once it has ended", async () => {
      const { id, token } = keep("ORDER");
      hub.silence(true);
      expect((await file("ORDER", id, self(token))).code).toBe("SUBGRAPH_UNAVAILABLE");
      hub.silence(false);
      hub.keep("telecom", "ORDER", id, { subjectId: token, endedAs: "EXPIRED" });
      const ended = await file("ORDER", id, self(token));
      expect([ended.code, ended.message]).toEqual(["INVALID_TRANSITION", "It is EXPIRED already."]);
    });

    test.each([
      ["the county's officer", () => officer()],
      ["the city's officer", () => city()],
      ["the carrier", carrier],
    ])(
      "an order of the province that %s objects to is decided by the province, and it is known whose it is",
      async (_who, filer) => {
        const involvementId = await lead({ lineNumber: "13900000017" });
        await recogniseLead(involvementId, province());
        const { id, token } = keep("ORDER", { causeId: involvementId });
        const { done } = await file("ORDER", id, filer());
        expect((await decide(done.id, true)).code).toBe("FORBIDDEN");
        await life.newEvents();
        expect((await decide(done.id, true, province())).done.status).toBe("CONFIRMED");
        expect(await life.newEvents()).toMatchObject([
          { kind: "OBJECTION_DECIDED", target: "ORDER", targetId: id, subjectId: token, confirmed: true },
        ]);
      },
    );

    test("an order is decided by the organ behind it, not by that of the person's newest sanction", async () => {
      const document = person(people++);
      await recognise(document);
      const involvementId = await lead(account);
      await recogniseLead(involvementId, province());
      const { id, token } = keep("ORDER", { causeId: involvementId, subjectId: hub.tokenOf(document) });
      const { done } = await file("ORDER", id, self(token));
      expect((await decide(done.id, false)).code).toBe("FORBIDDEN");
      expect((await decide(done.id, false, province())).done.status).toBe("REJECTED");
    });

    test("an order of a sanction and one of a freeze go to the organ that recognised and the one that froze", async () => {
      const sanction = await recognise();
      const involvementId = await lead(account);
      await recogniseLead(involvementId, province());
      await life.newEvents();
      const paper = { involvementId, until: "2027-01-31", legalPaper: "Freezing order 18" };
      await life.act(city(), "freezeAccount", paper);
      const [freeze] = (await life.newEvents()) as unknown as { causeId: string }[];
      for (const causeId of [sanction.id as string, freeze!.causeId]) {
        const { done } = await file("ORDER", keep("ORDER", { causeId }).id);
        expect((await decide(done.id, true, otherCity())).code).toBe("FORBIDDEN");
        expect((await decide(done.id, true)).code).toBeUndefined();
      }
    });

    test("an involvement on which a freeze of the ministry rests can be confirmed by the ministry, and by none below", async () => {
      const involvementId = await lead(account);
      await recogniseLead(involvementId);
      const paper = { involvementId, until: "2027-01-31", legalPaper: "Freezing order 19" };
      expect((await life.act(ministry(), "freezeAccount", paper)).code).toBeUndefined();
      const { done } = await file("INVOLVEMENT", involvementId);
      for (const by of [city(), province(), otherCity()])
        expect((await decide(done.id, true, by)).code).toBe("FORBIDDEN");
      await life.newEvents();
      expect((await decide(done.id, true, ministry())).done.status).toBe("CONFIRMED");
      const lifted = (await life.newEvents()).filter(({ kind }) => kind === "MEASURE_LIFTED");
      expect(lifted.map(one => "causeKind" in one && one.causeKind).sort()).toEqual([
        "CASE_ACCOUNT",
        "FREEZE",
      ]);
    });

    test("an order by which an account is frozen or stopped is decided before its measure ends, and ends it; the recognition stays", async () => {
      const involvementId = await lead(account);
      await recogniseLead(involvementId);
      await life.newEvents();
      const paper = { involvementId, until: "2026-11-25", legalPaper: "Freezing order 20" };
      await life.act(ministry(), "freezeAccount", paper);
      const [freeze] = (await life.newEvents()) as unknown as { causeId: string }[];
      const stop = {
        ...{ accountInstitution: "102", accountNumber: "6217000010005555555", caseNumber: CASES.own },
        ...{ holderName: "钱二二", amount: "1.00", requestedAt: NOW.toISOString() },
      };
      const { done: stopped } = await life.act(city(), "issueStopPayment", stop);
      for (const [causeId, by, dueAt] of [
        [freeze!.causeId, ministry(), "2026-11-25T16:00:00.000Z"],
        [stopped.id as string, city(), stopped.endsAt],
      ] as const) {
        const { done } = await file("ORDER", keep("ORDER", { causeId }).id);
        expect(done.dueAt).toBe(dueAt);
        await life.newEvents();
        expect((await decide(done.id, true, by)).done.status).toBe("CONFIRMED");
        expect(await life.newEvents()).toMatchObject([
          { kind: "OBJECTION_DECIDED", target: "ORDER" },
          { kind: "MEASURE_LIFTED", causeId, objectionId: done.id },
        ]);
      }
      const { done } = await file("INVOLVEMENT", involvementId);
      expect((await decide(done.id, true)).done.status).toBe("CONFIRMED");
    });

    test("an order that a county's request stands behind goes to the city above it", async () => {
      const involvementId = await lead(account);
      const period = { from: "2026-10-01T00:00:00.000Z", to: "2026-11-01T00:00:00.000Z" };
      await life.act(officer(OFFICERS.lead), "confirmCaseSubject", { involvementId, confirmed: true });
      await life.newEvents();
      await life.act(officer(), "requestStatement", { involvementId, ...period });
      const [{ requestId: causeId }] = (await life.newEvents()) as unknown as [{ requestId: string }];
      const { done } = await file("ORDER", keep("ORDER", { causeId }).id);
      expect((await decide(done.id, true, otherCity())).code).toBe("FORBIDDEN");
      expect((await decide(done.id, true)).code).toBeUndefined();
    });

    test.each(["BLACKLIST_ENTRY", "DATA_ERROR"] as const)(
      "%s, which no organ ordered, goes to the one that last recognised something against whose it is, else to the highest",
      async target => {
        const sanctioned = keep(target, { subjectId: hub.tokenOf(PEOPLE.sanctioned) });
        const unknown = keep(target);
        for (const [{ id, token }, decider] of [
          [sanctioned, city()],
          [unknown, ministry()],
        ] as const) {
          const { done } = await file(target, id, self(token));
          expect((await decide(done.id, true, otherCity())).code).toBe("FORBIDDEN");
          await life.newEvents();
          expect((await decide(done.id, true, decider)).done.status).toBe("CONFIRMED");
          expect(await life.newEvents()).toMatchObject([
            { kind: "OBJECTION_DECIDED", target, targetId: id, subjectId: token, confirmed: true },
          ]);
        }
      },
    );

    test("a wrong record is over once it is corrected, each objection to it by its own correction", async () => {
      const { id, token } = keep("DATA_ERROR", { subjectId: hub.tokenOf(PEOPLE.sanctioned) });
      const filed = [await file("DATA_ERROR", id, self(token)), await file("DATA_ERROR", id, officer())];
      const restoredAt = async (objectionId: string) => {
        const query = `{ objections(first: 200) { nodes { id restoredAt } } }`;
        const { data } = await hub.ask(city(), query);
        return data.objections.nodes.find((one: { id: string }) => one.id === objectionId).restoredAt;
      };
      for (const { done } of filed) {
        expect((await decide(done.id, true)).done).toMatchObject({ status: "CONFIRMED", restoredAt: null });
        expect(await restoredAt(done.id)).toBeNull();
      }
      const [first, second] = filed.map(({ done }) => done.id as string);
      const corrected = { kind: "CAUSE_RESTORED", restoredAt: NOW.toISOString() } as const;
      await hub.hear("telecom", { ...corrected, causeId: id });
      expect(await restoredAt(first!)).toBeNull();
      await hub.hear("telecom", { ...corrected, causeId: first! });
      expect(await restoredAt(first!)).toBe(NOW.toISOString());
      expect(await restoredAt(second!)).toBeNull();
    });

    test("an involvement whose holder was named wrongly is objected to by whoever has the account, and by whoever was named", async () => {
      const involvementId = await lead({ ...account, document: life.documentOf(PEOPLE.clean) });
      await recogniseLead(involvementId);
      const holder = hub.tokenOf(person(people++));
      hub.keep("banking", "HOLDING", hub.accountId("102", account.accountNumber), { subjectId: holder });
      const stranger = self(hub.tokenOf(person(people++)));
      expect((await file("INVOLVEMENT", involvementId, stranger)).code).toBe("NOT_FOUND");
      await life.newEvents();
      expect((await file("INVOLVEMENT", involvementId, self(holder))).code).toBeUndefined();
      expect(await life.newEvents()).toMatchObject([{ kind: "OBJECTION_FILED", subjectId: holder }]);
      expect(
        (await file("INVOLVEMENT", involvementId, self(hub.tokenOf(PEOPLE.clean)))).code,
      ).toBeUndefined();
    });

    test("an involvement is objected to by whoever held the account when it was recognised, and not by who has it now", async () => {
      const involvementId = await lead(account);
      await recogniseLead(involvementId);
      const [then, now] = [hub.tokenOf(person(people++)), hub.tokenOf(person(people++))];
      hub.keep("banking", "HOLDING", hub.accountId("102", account.accountNumber), { subjectId: now });
      hub.keep("banking", "CASE_ACCOUNT", involvementId, { subjectId: then, causeId: involvementId });
      expect((await file("INVOLVEMENT", involvementId, self(now))).code).toBe("NOT_FOUND");
      expect((await file("INVOLVEMENT", involvementId, self(then))).done).toMatchObject({ status: "FILED" });
    });

    test("a stop-payment is objected to by the holder of the account alone", async () => {
      const stop = {
        ...account,
        caseNumber: CASES.own,
        holderName: "钱二二",
        amount: "1.00",
        requestedAt: NOW.toISOString(),
      };
      const { done } = await life.act(city(), "issueStopPayment", stop);
      const holder = hub.tokenOf(person(people++));
      hub.keep("banking", "HOLDING", hub.accountId("102", account.accountNumber), { subjectId: holder });
      expect((await file("STOP_PAYMENT", done.id, self(hub.tokenOf(PEOPLE.clean)))).code).toBe("NOT_FOUND");
      expect((await file("STOP_PAYMENT", done.id, self(holder))).code).toBeUndefined();
    });
  });
});
