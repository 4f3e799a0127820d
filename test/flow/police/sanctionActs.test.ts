import { composeCreditCode } from "../../../scripts/seed/world/numbers/composeCreditCode";
import { eachStore } from "../../support/databases";
import {
  city,
  county,
  createLifeCycle,
  otherCity,
  province,
  telecomRegulator,
  type LifeCycle,
} from "./lifeCycle";
import { createPoliceHub, officer, self, type PoliceHub } from "./policeHub";
import { CASES, NOW, PEOPLE, SANCTIONS, TODAY, person, uuid } from "./policeNames";
import { POLICE_WORLD } from "./policeWorld";

const FACTS = { cardsOrAccounts: 3, occasions: 0, counterparties: 0, convicted: false, repeat: false };
const PREVIEW = `query ($input: SanctionPreviewInput!) {
  sanctionPreview(input: $input) {
    ruleVersion article obstacle subject { id } measures { kind sector startsOn endsOn }
  }
}`;
let people = 100;
let files = 0;

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

  const sanction = (rest: Record<string, unknown> = {}, claims = city()) =>
    life.act(claims, "recogniseSanction", {
      caseNumber: CASES.own,
      document: life.documentOf(person(people++)),
      role: "INDIVIDUAL",
      conduct: "ILLEGAL_SALE",
      instruments: ["PERSONAL_CARD"],
      reason: `Sold three bank cards: file ${(files += 1)}.`,
      remedy: "An objection can be filed with the organ that recognised.",
      papers: ["Identity document"],
      recognisedOn: TODAY,
      facts: FACTS,
      ...rest,
    });
  const preview = async (rest: Record<string, unknown> = {}, claims = city()) => {
    const input = {
      caseNumber: CASES.own,
      document: life.documentOf(person(people++)),
      role: "INDIVIDUAL",
      conduct: "ILLEGAL_SALE",
      instruments: ["PERSONAL_CARD"],
      recognisedOn: TODAY,
      facts: FACTS,
      ...rest,
    };
    const { data, code } = await hub.ask(claims, PREVIEW, { input });
    return { seen: data?.sanctionPreview, code };
  };
  /** An older day, and a case of that day: the rules that were in force then. */
  const backOn = async (day: string) => ({ caseNumber: await life.openCaseOn(day), recognisedOn: day });
  const serve = (sanctionId: string, claims = city(), servedOn = TODAY) =>
    life.act(claims, "serveSanction", { sanctionId, servedOn, method: "Handed over at home." });
  const lift = (sanctionId: string, claims = city()) =>
    life.act(claims, "liftSanction", { sanctionId, reason: "Another's name was used." });
  const impose = (sanctionId: string, claims = telecomRegulator(), rest: Record<string, unknown> = {}) =>
    life.act(claims, "imposeTelecomMeasures", {
      sanctionId,
      kinds: ["NO_NEW_LINE", "SUSPEND_LINE"],
      startsOn: TODAY,
      endsOn: "2028-11-24",
      reason: "Sold phone cards.",
      ...rest,
    });
  const inForce = async (token: string) => {
    const query = `query ($id: ID!) { subjectById(id: $id) { measuresInForce { kind sector startsOn endsOn } } }`;
    return (await hub.ask(officer(), query, { id: token })).data.subjectById.measuresInForce;
  };

  test("a recognition sent again, or twice at once, is one sanction until that is lifted", async () => {
    const document = life.documentOf(person(people++));
    const asked = { document, reason: "Sold three bank cards." };
    const both = await Promise.all([sanction(asked), sanction(asked)]);
    const again = await sanction(asked);
    expect(both.map(({ done }) => done)).toEqual([again.done, again.done]);
    expect(await life.newEvents()).toHaveLength(1);
    const other = await sanction({ document, reason: "Sold three more." });
    expect(other.done.id).not.toBe(again.done.id);
    await lift(again.done.id);
    expect((await sanction(asked)).done.id).not.toBe(again.done.id);
  });

  describe("the preview of a sanction", () => {
    test.each<[string, Record<string, unknown>, string]>([
      ["in a case that is another's", { caseNumber: CASES.others }, "NOT_FOUND"],
      ["in a closed case", { caseNumber: CASES.closed }, "NOT_FOUND"],
      ["on a day to come", { recognisedOn: "2026-11-25" }, "BAD_INPUT"],
      ["of a person as a unit", { role: "UNIT" }, "BAD_INPUT"],
      ["without an instrument", { instruments: [] }, "BAD_INPUT"],
    ])("%s is refused as the recognition is", async (_what, rest, code) => {
      expect((await preview(rest)).code).toBe(code);
    });

    test("says the very measures that the recognition then brings, and leaves nothing", async () => {
      const document = life.documentOf(person(95));
      const asked = { document, ...(await backOn("2024-02-29")) };
      const { seen } = await preview(asked);
      expect(seen).toMatchObject({ ruleVersion: "NOTICE_2020", article: "N20-5", obstacle: null });
      expect(await life.newEvents()).toEqual([]);
      expect(await inForce(seen.subject.id)).toEqual([]);
      const { done } = await sanction(asked);
      const bare = done.measures.map(({ liftedAt: _, ...measure }: { liftedAt: null }) => measure);
      const byName = (a: { kind: string; sector: string }, b: { kind: string; sector: string }) =>
        `${a.kind} ${a.sector}`.localeCompare(`${b.kind} ${b.sector}`);
      expect(seen.measures.sort(byName)).toEqual(bare.sort(byName));
    });

    test("adds to the term that runs already, five years at most", async () => {
      const document = life.documentOf(person(94));
      await sanction({ document, facts: { ...FACTS, convicted: true } });
      const { seen } = await preview({ document, facts: { ...FACTS, convicted: true } });
      expect(new Set(seen.measures.map(({ endsOn }: { endsOn: string }) => endsOn))).toEqual(
        new Set(["2031-11-24"]),
      );
    });

    test("tells a county organ the measures and that it cannot impose them", async () => {
      const { seen, code } = await preview({}, county());
      expect(code).toBeUndefined();
      expect(seen.obstacle).toContain("districted city or above");
      expect(seen.measures).toHaveLength(4);
    });

    test("says where only a province can recognise so few cards", async () => {
      const { seen } = await preview({ facts: { ...FACTS, cardsOrAccounts: 2 } });
      expect(seen.obstacle).toContain("province");
    });
  });

  describe("a sanction", () => {
    test("recognised by a county organ is AUTHORITY_TOO_LOW, whatever else is wrong, and leaves nothing", async () => {
      const document = life.documentOf(person(99));
      expect((await sanction({ document }, county())).code).toBe("AUTHORITY_TOO_LOW");
      expect((await sanction({ document, caseNumber: "none" }, county())).code).toBe("AUTHORITY_TOO_LOW");
      expect(await inForce(hub.tokenOf(person(99)))).toEqual([]);
      expect(await life.newEvents()).toEqual([]);
    });

    test.each<[string, Record<string, unknown>, string]>([
      ["in a case that is another's", { caseNumber: CASES.others }, "NOT_FOUND"],
      ["in a closed case", { caseNumber: CASES.closed }, "NOT_FOUND"],
      ["on a day to come", { recognisedOn: "2026-11-25" }, "BAD_INPUT"],
      ["on a day before the case was opened", { recognisedOn: "2026-09-30" }, "BAD_INPUT"],
      [
        "with two cards under the measures of 2024",
        { facts: { ...FACTS, cardsOrAccounts: 2 } },
        "AUTHORITY_TOO_LOW",
      ],
      ["of a person as a unit", { role: "UNIT" }, "BAD_INPUT"],
      ["without a reason", { reason: "  " }, "BAD_INPUT"],
      ["without an instrument", { instruments: [] }, "BAD_INPUT"],
    ])("%s is refused", async (_what, rest, code) => {
      expect((await sanction(rest)).code).toBe(code);
      expect(await life.newEvents()).toEqual([]);
    });

    test.each<[string, string, Record<string, unknown>]>([
      ["before 2017", "2016-12-31", {}],
      ["for a conduct that the notice of 2020 does not name", "2021-01-01", { conduct: "ILLEGAL_LEND" }],
      ["for phone cards under the notice of 2016", "2018-01-01", { instruments: ["PHONE_CARD"] }],
    ])("%s is refused, by the rules of its day", async (_what, day, rest) => {
      expect((await sanction({ ...(await backOn(day)), ...rest })).code).toBe("BAD_INPUT");
    });

    test.each(["the preview", "the recognition"])(
      "in an old case is not set back to rules that were replaced since: %s refuses it",
      async act => {
        const old = await backOn("2018-05-01");
        hub.setNow(NOW);
        const lent = { ...old, conduct: "ILLEGAL_LEND" };
        const refused = act === "the preview" ? await preview(lent) : await sanction(lent);
        expect(refused.code).toBe("BAD_INPUT");
        const today = { ...old, recognisedOn: TODAY };
        const taken = act === "the preview" ? await preview(today) : await sanction(today);
        expect(taken.code).toBeUndefined();
      },
    );

    test("holds from the day of recognition, tells banking its measures, and shows the notice at once", async () => {
      const { caseNumber, ...day } = await backOn("2024-02-29");
      const { done, code } = await sanction({
        caseNumber,
        ...day,
        reason: "Sold three bank cards.",
        document: life.documentOf(person(98)),
      });
      expect(code).toBeUndefined();
      expect(done).toMatchObject({
        status: "RECOGNISED",
        ruleVersion: "NOTICE_2020",
        recognisedBy: { code: "A110100" },
        notice: { reason: "Sold three bank cards.", papers: ["Identity document"], servedOn: null },
      });
      const interval = { startsOn: "2024-02-29", endsOn: "2029-02-28" };
      expect(await inForce(done.subject.id)).toEqual([
        { kind: "NO_NEW_ACCOUNT", sector: "BANKING", ...interval },
        { kind: "NO_NEW_ACCOUNT", sector: "PAYMENT", ...interval },
        { kind: "SUSPEND_ALL_PAYMENT", sector: "PAYMENT", ...interval },
        { kind: "SUSPEND_NON_COUNTER", sector: "BANKING", ...interval },
      ]);
      const [event, ...others] = await life.newEvents();
      expect(others).toEqual([]);
      expect(event).toMatchObject({
        kind: "MEASURE_IN_FORCE",
        causeKind: "SANCTION",
        causeId: done.id,
        subjectId: hub.tokenOf(person(98)),
        article: "N20-5",
        ruleVersion: "NOTICE_2020",
        audiences: ["police", "subgraph:banking", "regulator:financial"],
        touched: [`Subject:${done.subject.id}`, `Sanction:${done.id}`, `Case:${caseNumber}`],
      });
    });

    test("of the notice of 2016 ends its two measures on two days", async () => {
      const { done } = await sanction({ ...(await backOn("2018-05-01")), conduct: "ILLEGAL_LEND" });
      const days = Object.fromEntries(
        done.measures.map((one: { kind: string; endsOn: string }) => [one.kind, one.endsOn]),
      );
      expect(days).toMatchObject({ SUSPEND_NON_COUNTER: "2023-05-01", NO_NEW_ACCOUNT: "2021-05-01" });
      hub.setNow(NOW);
      expect((await lift(done.id)).message).toContain("EXPIRED");
    });

    test("below the threshold of 2024 is a province's to recognise", async () => {
      const claims = { ...province(), caller: { ...province().caller, id: city().caller.id } };
      const { done } = await sanction({ facts: { ...FACTS, cardsOrAccounts: 1 } }, claims);
      expect(done).toMatchObject({ ruleVersion: "MEASURES_2024", recognisedBy: { code: "A990000" } });
    });

    test("repeated under the measures of 2024 adds up", async () => {
      const document = life.documentOf(person(97));
      await sanction({ document, ...(await backOn("2025-12-01")) });
      hub.setNow(NOW);
      const { done } = await sanction({ document, facts: { ...FACTS, repeat: true } });
      expect(done.measures[0]).toMatchObject({ startsOn: TODAY, endsOn: "2029-12-01" });
    });

    test("of a unit is the unit's, by its own document", async () => {
      const document = life.documentOf({
        type: "UNIFIED_SOCIAL_CREDIT_CODE",
        number: composeCreditCode("990101", 7),
      });
      const { done } = await sanction({ document, role: "UNIT", instruments: ["UNIT_ACCOUNT"] });
      expect(done.measures).toHaveLength(4);
    });
  });

  describe("the notice", () => {
    test("is served once, by the organ that recognised or the one above, on a day since recognition", async () => {
      const { done } = await sanction();
      expect((await serve(done.id, county())).code).toBe("AUTHORITY_TOO_LOW");
      expect((await serve(done.id, otherCity())).code).toBe("FORBIDDEN");
      expect((await serve(done.id, city(), "2026-11-23")).code).toBe("BAD_INPUT");
      expect((await serve(done.id, city(), "2026-11-25")).code).toBe("BAD_INPUT");
      expect((await serve(done.id)).done).toMatchObject({ status: "SERVED", notice: { servedOn: TODAY } });
      const again = await serve(done.id, province());
      expect(again.code).toBe("INVALID_TRANSITION");
      expect(again.message).toContain("SERVED");
      expect((await serve(uuid(999))).code).toBe("NOT_FOUND");
    });

    test("has taken effect on the day after: the sanction is ACTIVE", async () => {
      const { done } = await sanction();
      await serve(done.id);
      hub.setNow(new Date("2026-11-24T16:00:00.000Z"));
      expect((await lift(done.id)).done.status).toBe("LIFTED");
      const { done: other } = await sanction();
      await serve(other.id, city());
      const query = `query ($id: ID!) { subjectById(id: $id) { sanctions { status } } }`;
      hub.setNow(new Date("2026-11-25T16:00:00.000Z"));
      expect((await hub.ask(officer(), query, { id: other.subject.id })).data.subjectById.sanctions).toEqual([
        { status: "ACTIVE" },
      ]);
    });
  });

  describe("lifting", () => {
    test("is refused to the county, to another city and to whoever comes late", async () => {
      const { done } = await sanction();
      await life.newEvents();
      expect((await lift(done.id, county())).code).toBe("AUTHORITY_TOO_LOW");
      expect((await lift(done.id, otherCity())).code).toBe("FORBIDDEN");
      expect(await life.newEvents()).toEqual([]);
      await lift(done.id);
      const again = await lift(done.id);
      expect(again.code).toBe("INVALID_TRANSITION");
      expect(again.message).toContain("LIFTED");
      expect((await lift(SANCTIONS.expired, otherCity())).message).toContain("EXPIRED");
    });

    test("ends every measure at once and tells it with the cause that began it; others of the person stand", async () => {
      const document = life.documentOf(person(96));
      const { done: first } = await sanction({ document, ...(await backOn("2024-03-01")) });
      const { done: second } = await sanction({ document, ...(await backOn("2024-04-01")) });
      await life.newEvents();
      expect((await lift(first.id, province())).done).toMatchObject({ status: "LIFTED" });
      expect(
        (await inForce(hub.tokenOf(person(96)))).map((one: { startsOn: string }) => one.startsOn),
      ).toEqual(Array(4).fill("2024-04-01"));
      const events = await life.newEvents();
      expect(events).toMatchObject([
        { kind: "MEASURE_LIFTED", causeKind: "SANCTION", causeId: first.id, objectionId: null },
      ]);
      expect(events[0]).toHaveProperty("measures.length", 4);
      await lift(second.id);
      expect(await inForce(hub.tokenOf(person(96)))).toEqual([]);
    });
  });

  describe("lifting one of several under the measures of 2024", () => {
    const endsOf = (done: { measures: { endsOn: string }[] }) => [
      ...new Set(done.measures.map(({ endsOn }) => endsOn)),
    ];

    test("takes the years back that it had added to the others, and tells their new last day", async () => {
      const document = life.documentOf(person(93));
      const { done: first } = await sanction({ document });
      const { done: second } = await sanction({ document });
      const { done: third } = await sanction({ document });
      expect([first, second, third].map(endsOf)).toEqual([["2028-11-24"], ["2030-11-24"], ["2031-11-24"]]);
      await life.newEvents();
      await lift(first.id);
      const standing = new Set(
        (await inForce(second.subject.id)).map((one: { endsOn: string }) => one.endsOn),
      );
      expect([...standing].sort()).toEqual(["2028-11-24", "2030-11-24"]);
      const events = await life.newEvents();
      expect(events).toMatchObject([
        { kind: "MEASURE_LIFTED", causeId: first.id },
        { kind: "MEASURE_IN_FORCE", causeKind: "SANCTION", causeId: second.id },
        { kind: "MEASURE_IN_FORCE", causeKind: "SANCTION", causeId: third.id },
      ]);
      expect(events.slice(1).map(event => endsOf(event as never))).toEqual([["2028-11-24"], ["2030-11-24"]]);
      await lift(second.id);
      expect(new Set((await inForce(third.subject.id)).map((one: { endsOn: string }) => one.endsOn))).toEqual(
        new Set(["2028-11-24"]),
      );
    });

    test("lifts at once what stood only by the years it had added", async () => {
      const document = life.documentOf(person(92));
      const convicted = { document, facts: { ...FACTS, convicted: true } };
      const { done: first } = await sanction({ ...convicted, ...(await backOn("2024-12-02")) });
      const { done: second } = await sanction({ document, ...(await backOn("2024-12-03")) });
      expect(endsOf(second)).toEqual(["2029-12-02"]);
      await life.newEvents();
      hub.setNow(new Date("2026-12-04T04:00:00.000Z"));
      await lift(first.id);
      expect(await inForce(second.subject.id)).toEqual([]);
      expect(await life.newEvents()).toMatchObject([
        { kind: "MEASURE_LIFTED", causeId: first.id },
        { kind: "MEASURE_LIFTED", causeKind: "SANCTION", causeId: second.id, objectionId: null },
      ]);
    });

    test("shortens what the regulator had set by it", async () => {
      const document = life.documentOf(person(91));
      const cards = { document, instruments: ["PHONE_CARD"] };
      const { done: first } = await sanction(cards);
      const { done: second } = await sanction(cards);
      for (const [{ id }, endsOn] of [
        [first, "2028-11-24"],
        [second, "2030-11-01"],
      ] as const) {
        await serve(id);
        expect((await impose(id, telecomRegulator(), { endsOn })).code).toBeUndefined();
      }
      await life.newEvents();
      hub.setNow(new Date("2028-11-24T04:00:00.000Z"));
      await lift(first.id);
      expect(await life.newEvents()).toMatchObject([
        { kind: "MEASURE_LIFTED", causeId: first.id },
        {
          kind: "MEASURE_IN_FORCE",
          causeKind: "TELECOM_MEASURE",
          causeId: second.id,
          measures: [{ endsOn: "2028-11-24" }, { endsOn: "2028-11-24" }],
        },
      ]);
    });
  });

  describe("phone cards", () => {
    const phone = () => sanction({ instruments: ["PHONE_CARD", "IOT_CARD"] });

    test("restrict no account, and no line before the regulator's act", async () => {
      const { done } = await phone();
      expect(done.measures).toEqual([]);
      expect(await life.newEvents()).toEqual([]);
      const early = await impose(done.id);
      expect(early.code).toBe("INVALID_TRANSITION");
      expect(early.message).toContain("RECOGNISED");
    });

    test("are cited by the text they were recognised by, in the history as in the orders, however late the act", async () => {
      const earlier = { ...(await backOn("2024-02-29")), instruments: ["PHONE_CARD"] };
      const { done } = await sanction(earlier);
      hub.setNow(NOW);
      await serve(done.id);
      expect((await impose(done.id)).code).toBeUndefined();
      expect(await life.newEvents()).toMatchObject([{ kind: "MEASURE_IN_FORCE", article: "N20-5" }]);
      const query = `query ($id: ID!) { subjectById(id: $id) { measureHistory { startsOn article } } }`;
      const { data } = await hub.ask(officer(), query, { id: done.subject.id });
      const cited = { startsOn: TODAY, article: "N20-5" };
      expect(data.subjectById.measureHistory).toEqual([cited, cited]);
    });

    test("are the telecom regulator's to answer, nobody else's, and for no bank card", async () => {
      const { done } = await phone();
      await serve(done.id);
      expect((await impose(done.id, city())).code).toBe("FORBIDDEN");
      expect((await impose(uuid(999))).code).toBe("NOT_FOUND");
      expect((await impose(done.id, telecomRegulator(), { endsOn: "2032-01-01" })).code).toBe("BAD_INPUT");
      const { done: card } = await sanction();
      await serve(card.id);
      expect((await impose(card.id)).code).toBe("BAD_INPUT");
    });

    test("served and answered restrict lines alone; lifting takes the regulator's measures back too", async () => {
      const { done } = await phone();
      await serve(done.id);
      const imposed = await impose(done.id);
      expect(imposed.done.measures).toMatchObject([{ kind: "NO_NEW_LINE" }, { kind: "SUSPEND_LINE" }]);
      expect((await impose(done.id)).code).toBe("INVALID_TRANSITION");
      expect(await life.newEvents()).toMatchObject([
        {
          kind: "MEASURE_IN_FORCE",
          causeKind: "TELECOM_MEASURE",
          causeId: done.id,
          audiences: ["police", "subgraph:telecom", "regulator:telecom"],
        },
      ]);
      await lift(done.id);
      expect(await inForce(done.subject.id)).toEqual([]);
      expect(await life.newEvents()).toMatchObject([
        {
          kind: "MEASURE_LIFTED",
          causeId: done.id,
          audiences: ["police", "subgraph:telecom", "regulator:telecom"],
        },
      ]);
    });
  });

  test("two acts in one request answer each with what it left behind", async () => {
    const { done } = await sanction();
    const answer = await hub.ask(
      city(),
      `mutation ($serve: ServeSanctionInput!, $lift: LiftSanctionInput!) {
        serveSanction(input: $serve) { status measures { liftedAt } }
        liftSanction(input: $lift) { status measures { liftedAt } } }`,
      {
        serve: { sanctionId: done.id, servedOn: TODAY, method: "By post." },
        lift: { sanctionId: done.id, reason: "An error." },
      },
    );
    expect(answer.data.serveSanction).toEqual({
      status: "SERVED",
      measures: Array(4).fill({ liftedAt: null }),
    });
    expect(answer.data.liftSanction).toEqual({
      status: "LIFTED",
      measures: Array(4).fill({ liftedAt: NOW.toISOString() }),
    });
  });

  test("a person sees their sanction as soon as it is recognised, and its end as soon as it is lifted", async () => {
    const own = () => self(hub.tokenOf(PEOPLE.clean));
    const query = `query ($id: ID!) { subjectById(id: $id) { sanctions { id notice { remedy } } } }`;
    const seen = async () =>
      (await hub.ask(own(), query, { id: hub.tokenOf(PEOPLE.clean) })).data.subjectById.sanctions;
    const { done } = await sanction({ document: life.documentOf(PEOPLE.clean) });
    expect(await seen()).toHaveLength(1);
    await lift(done.id);
    expect(await seen()).toEqual([]);
  });
});
