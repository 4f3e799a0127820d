import { sql } from "kysely";
import { eachStore } from "../../support/databases";
import { city, createLifeCycle, type LifeCycle } from "./lifeCycle";
import { createPoliceHub, officer, type PoliceHub } from "./policeHub";
import { CASES, INVOLVEMENTS, NOW, SANCTIONED_NAME, SANCTIONS, TODAY, person } from "./policeNames";
import { POLICE_WORLD } from "./policeWorld";

const FACTS = { cardsOrAccounts: 3, occasions: 0, counterparties: 0, convicted: false, repeat: false };
/** Midnight that ends the day, China Standard Time. */
const midnightAfter = (day: string) => new Date(`${day}T16:00:00.000Z`);
let people = 300;

eachStore("police", open => {
  let hub: PoliceHub;
  let life: LifeCycle;
  beforeAll(async () => {
    hub = await createPoliceHub(await open());
    await hub.write(POLICE_WORLD);
    life = await createLifeCycle(hub);
    // The small world's own stops are over.
    await hub.runChores();
  });
  beforeEach(() => life.newEvents());
  afterEach(() => hub.setNow(NOW));

  const causes = async () =>
    (await life.newEvents()).map(event => [event.kind, "causeId" in event ? event.causeId : null]);
  const recognise = async (recognisedOn: string) => {
    const caseNumber = await life.openCaseOn(recognisedOn);
    const { done } = await life.act(city(), "recogniseSanction", {
      caseNumber,
      document: life.documentOf(person(people++)),
      role: "INDIVIDUAL",
      conduct: "ILLEGAL_SALE",
      instruments: ["PERSONAL_CARD"],
      reason: "r",
      remedy: "r",
      papers: [],
      recognisedOn,
      facts: FACTS,
    });
    hub.setNow(NOW);
    return done;
  };

  test("what was over before it came into the store, or was lifted, is told to nobody", async () => {
    await hub.runChores();
    expect(await causes()).toEqual([]);
  });

  test("a measure is told of once its last day is over, and not on that day", async () => {
    hub.setNow(new Date(midnightAfter(TODAY).getTime() - 1));
    await hub.runChores();
    expect(await causes()).toEqual([]);
    hub.setNow(midnightAfter(TODAY));
    await hub.runChores();
    expect(await causes()).toEqual([["MEASURE_EXPIRED", SANCTIONS.objected]]);
    await hub.runChores();
    expect(await causes()).toEqual([]);
  });

  test("each measure of a sanction ends on its own day, told by the cause that began it", async () => {
    const { id, subject } = await recognise("2019-03-31");
    // Three years without an account are over since 2022, five of suspension since March 2024.
    await hub.runChores();
    const [inForce, expired, ...others] = await life.newEvents();
    expect(others).toEqual([]);
    expect(inForce).toMatchObject({ kind: "MEASURE_IN_FORCE", causeId: id });
    expect(expired).toMatchObject({
      kind: "MEASURE_EXPIRED",
      causeKind: "SANCTION",
      causeId: id,
      subjectId: subject.id,
      ruleVersion: "NOTICE_2016",
      audiences: ["police", "subgraph:banking", "regulator:financial"],
    });
    expect(expired).toHaveProperty("measures.length", 4);
  });

  test("a stop is over to the moment after 48 hours, a freeze with its last day", async () => {
    const stop = await life.act(city(), "issueStopPayment", {
      caseNumber: CASES.own,
      accountInstitution: "102",
      accountNumber: "621700001000300301",
      holderName: SANCTIONED_NAME,
      amount: "1.00",
      requestedAt: NOW.toISOString(),
    });
    const freeze = { involvementId: INVOLVEMENTS.account, until: "2026-11-26", legalPaper: "Order 3" };
    expect((await life.act(city(), "freezeAccount", freeze)).code).toBeUndefined();
    await life.newEvents();
    hub.setNow(new Date(new Date(stop.done.endsAt).getTime() - 1));
    await hub.runChores();
    expect(await causes()).toEqual([]);
    hub.setNow(new Date(stop.done.endsAt));
    await hub.runChores();
    expect(await causes()).toEqual([["MEASURE_EXPIRED", stop.done.id]]);
    hub.setNow(midnightAfter("2026-11-26"));
    await hub.runChores();
    expect(await life.newEvents()).toMatchObject([{ kind: "MEASURE_EXPIRED", causeKind: "FREEZE" }]);
  });

  test("is told once by two processes that look at the same moment", async () => {
    const sanctions = [await recognise("2018-01-01"), await recognise("2018-01-02")];
    await life.newEvents();
    await Promise.all([hub.runChores(), hub.runChores()]);
    const told = await causes();
    expect(told).toHaveLength(2);
    expect(told).toEqual(expect.arrayContaining(sanctions.map(({ id }) => ["MEASURE_EXPIRED", id])));
  });

  test("that could not be told is not marked: the next look tells it", async () => {
    const { id } = await recognise("2018-01-03");
    await life.newEvents();
    await sql`alter table police.outbox rename to outbox_away`.execute(hub.database.db);
    await expect(hub.runChores()).rejects.toThrow();
    await sql`alter table police.outbox_away rename to outbox`.execute(hub.database.db);
    await hub.runChores();
    expect(await causes()).toEqual([["MEASURE_EXPIRED", id]]);
  });

  test("a sanction that has run out cannot be lifted, and its status says so", async () => {
    const { id } = await recognise("2018-01-04");
    const lift = await life.act(city(), "liftSanction", { sanctionId: id, reason: "r" });
    expect([lift.code, lift.message]).toEqual(["INVALID_TRANSITION", expect.stringContaining("EXPIRED")]);
    expect(
      (
        await life.act(officer(), "fileObjection", {
          target: "SANCTION",
          targetId: id,
          grounds: "g",
          documents: [],
        })
      ).code,
    ).toBe("INVALID_TRANSITION");
  });
});
