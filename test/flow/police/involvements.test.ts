import { sql } from "kysely";
import type { RequestClaims } from "../../../schema/contract/claims";
import { composeCreditCode } from "../../../scripts/seed/world/numbers/composeCreditCode";
import { eachStore } from "../../support/databases";
import { city, county, createLifeCycle, ministry, otherCity, province, type LifeCycle } from "./lifeCycle";
import { createPoliceHub, officer, type PoliceHub } from "./policeHub";
import { ACCOUNT, CASES, INVOLVEMENTS, LINE_NUMBER, OFFICERS, PEOPLE, TODAY, uuid } from "./policeNames";
import { POLICE_WORLD } from "./policeWorld";

eachStore("police", open => {
  let hub: PoliceHub;
  let life: LifeCycle;
  beforeAll(async () => {
    hub = await createPoliceHub(await open());
    await hub.write(POLICE_WORLD);
    life = await createLifeCycle(hub);
  });
  beforeEach(() => life.newEvents());

  const account = { accountInstitution: ACCOUNT.institution, accountNumber: "6217000010009999999" };
  const bought = { conduct: "ILLEGAL_PURCHASE" };
  const mark = async (rest: Record<string, unknown> = account, claims = officer()) =>
    life.act(claims, "markInvolved", { caseNumber: CASES.own, role: "HOLDER", ...rest });
  const recognise = (involvementId: string, claims = city(), recognisedOn = TODAY) =>
    life.act(claims, "recogniseInvolvement", {
      involvementId,
      recognisedOn,
      reason: "Money went through it.",
    });
  const withdraw = (involvementId: string, claims = city()) =>
    life.act(claims, "withdrawInvolvement", { involvementId, reason: "Another's account." });

  describe("a mark", () => {
    test.each<[string, Record<string, unknown>, string]>([
      ["of nothing", {}, "BAD_INPUT"],
      ["of an account without its institution", { accountNumber: "6217000010009999999" }, "BAD_INPUT"],
      ["of an account at no bank", { ...account, accountInstitution: "999" }, "BAD_INPUT"],
      ["of an account at a carrier", { ...account, accountInstitution: "C01" }, "BAD_INPUT"],
      ["of a number that is no line's", { lineNumber: "12" }, "BAD_INPUT"],
      ["of a knowledge without a conduct", { ...account, knowing: true }, "BAD_INPUT"],
      [
        "of a knowing purchase, which hands nothing on",
        { ...account, ...bought, knowing: false },
        "BAD_INPUT",
      ],
      ["in a stranger's case", { ...account, caseNumber: CASES.others }, "NOT_FOUND"],
      ["in a case that is not there", { ...account, caseNumber: "A110199-2026-999" }, "NOT_FOUND"],
    ])("%s is refused", async (_what, rest, code) => {
      expect((await mark(rest)).code).toBe(code);
    });

    test("by a county organ is a lead: nobody is told, and nothing is restricted", async () => {
      const { done } = await mark({
        ...account,
        document: life.documentOf(PEOPLE.clean),
        lineNumber: LINE_NUMBER,
      });
      expect(done).toMatchObject({ standing: "LEAD", recognisedOn: null });
      expect(await life.newEvents()).toEqual([]);
    });
  });

  describe("what was done with a line", () => {
    test.each(["ILLEGAL_SALE", "ILLEGAL_RENT", "ILLEGAL_LEND", "ILLEGAL_TRANSFER"])(
      "%s, knowing of the fraud, is recorded, and neither concludes nor restricts anything",
      async conduct => {
        const { done } = await mark({ lineNumber: LINE_NUMBER, conduct, knowing: true });
        const { rows } = await sql`select conduct, knowing, standing from police.involvement
          where id = ${done.id}::uuid`.execute(hub.database.db);
        expect(rows).toEqual([{ conduct, knowing: true, standing: "LEAD" }]);
        expect(await life.newEvents()).toEqual([]);
      },
    );

    test("a purchase is recorded without a word on what the buyer knew", async () => {
      const { code, done } = await mark({ ...account, ...bought });
      expect([code, done.standing]).toEqual([undefined, "LEAD"]);
    });
  });

  describe("a recognition", () => {
    test("by a county organ is AUTHORITY_TOO_LOW, the lead stays one, and nobody is told", async () => {
      const { done } = await mark();
      const refused = await recognise(done.id, county());
      expect(refused.code).toBe("AUTHORITY_TOO_LOW");
      expect(refused.message).toContain("districted city");
      expect(await life.newEvents()).toEqual([]);
      expect((await recognise(done.id)).done.standing).toBe("RECOGNISED");
    });

    test("by a city organ that the case does not lie under, or of nothing, is NOT_FOUND alike", async () => {
      const { done } = await mark();
      const strangers = await recognise(done.id, otherCity());
      const nothing = await recognise(uuid(999));
      expect(strangers.code).toBe("NOT_FOUND");
      expect(nothing).toEqual(strangers);
    });

    test.each([
      ["on a day to come", INVOLVEMENTS.line, "2026-11-25", "BAD_INPUT"],
      ["on a day before the case was opened", INVOLVEMENTS.line, "2026-09-30", "BAD_INPUT"],
      ["of what is recognised already", INVOLVEMENTS.account, TODAY, "INVALID_TRANSITION"],
      ["of what is withdrawn", INVOLVEMENTS.withdrawn, TODAY, "INVALID_TRANSITION"],
      ["in a closed case", INVOLVEMENTS.closed, TODAY, "INVALID_TRANSITION"],
    ])("%s is refused", async (_what, id, day, code) => {
      expect((await recognise(id, city(), day)).code).toBe(code);
    });

    test("of a victim is refused: nothing of theirs may be restricted", async () => {
      const { done } = await mark({ ...account, role: "VICTIM" });
      expect((await recognise(done.id)).code).toBe("BAD_INPUT");
    });

    test("of an account tells banking once which account's holder it reaches, without a number", async () => {
      const { done } = await mark();
      const answer = await recognise(done.id, province());
      expect(answer.done).toMatchObject({
        standing: "RECOGNISED",
        recognisedOn: TODAY,
        recognisedBy: { code: "A990000" },
      });
      const events = await life.newEvents();
      expect(events).toHaveLength(1);
      const accountId = hub.accountId(account.accountInstitution, account.accountNumber);
      expect(events[0]).toMatchObject({
        kind: "MEASURE_IN_FORCE",
        causeKind: "CASE_ACCOUNT",
        causeId: done.id,
        caseNumber: CASES.own,
        accountId,
        institution: "102",
        lineId: null,
        article: "N16-5",
        measures: [
          { kind: "SUSPEND_NON_COUNTER", sector: "BANKING", startsOn: TODAY, endsOn: null },
          { kind: "SUSPEND_ALL_PAYMENT", sector: "PAYMENT", startsOn: TODAY, endsOn: null },
        ],
        audiences: ["police", "subgraph:banking", "regulator:financial"],
        touched: [`Case:${CASES.own}`, `Account:${accountId}`],
      });
      expect(JSON.stringify(events)).not.toContain(account.accountNumber);
    });

    test("of a line tells telecom alone, as a task to verify again; of a person nobody", async () => {
      const line = await mark({ lineNumber: LINE_NUMBER });
      await recognise(line.done.id);
      const [event] = await life.newEvents();
      expect(event).toMatchObject({
        causeKind: "CASE_LINE",
        lineId: hub.lineId(LINE_NUMBER),
        accountId: null,
        isHolderNamed: false,
        measures: [{ kind: "REVERIFY", sector: "TELECOM" }],
        audiences: ["police", "subgraph:telecom", "regulator:telecom"],
      });
      const named = await mark({ lineNumber: LINE_NUMBER, document: life.documentOf(PEOPLE.clean) });
      await recognise(named.done.id);
      const subjectId = hub.tokenOf(PEOPLE.clean);
      expect((await life.newEvents())[0]).toMatchObject({ subjectId, isHolderNamed: true });
      const person = await mark({ document: life.documentOf(PEOPLE.clean) });
      expect((await recognise(person.done.id)).done.standing).toBe("RECOGNISED");
      expect(await life.newEvents()).toEqual([]);
    });

    test("by two officers at once is one recognition, told once", async () => {
      const { done } = await mark();
      const answers = await Promise.all([recognise(done.id), recognise(done.id, province())]);
      expect(answers.map(({ code }) => code).sort()).toEqual(["INVALID_TRANSITION", undefined]);
      expect(await life.newEvents()).toHaveLength(1);
    });

    test("of a unit's line makes its legal representative answer too, until it is withdrawn", async () => {
      const OPEN = `mutation ($input: OpenCaseInput!) { openCase(input: $input) { number } }`;
      const number = "A110199-2026-7001";
      const opened = await hub.ask(officer(), OPEN, {
        input: {
          number,
          title: "A firm's lines",
          lead: OFFICERS.lead,
          assignedOfficers: [OFFICERS.investigator],
          subjects: [],
        },
      });
      expect(opened.code).toBeUndefined();
      const unit = { type: "UNIFIED_SOCIAL_CREDIT_CODE", number: composeCreditCode("990101", 1) };
      const line = await mark({
        caseNumber: number,
        document: life.documentOf(unit),
        lineNumber: "13800005555",
      });
      const rep = await mark({
        caseNumber: number,
        document: life.documentOf(PEOPLE.clean),
        role: "LEGAL_REPRESENTATIVE",
      });
      const standings = async () => {
        const query = `query ($n: ID!) { case(number: $n) { involvements { nodes { id standing } } } }`;
        const { data } = await hub.ask(officer(), query, { n: number });
        return new Map(
          data.case.involvements.nodes.map((one: { id: string; standing: string }) => [one.id, one.standing]),
        );
      };
      // An account restricts its holder's others: an organ recognises it by name, or not at all.
      const account = { accountInstitution: "102", accountNumber: "6217000010002222222" };
      const reps = await mark({
        ...account,
        caseNumber: number,
        document: life.documentOf(PEOPLE.clean),
        role: "LEGAL_REPRESENTATIVE",
      });
      // PT names communication tools, and no account.
      const units = await mark({
        accountInstitution: "102",
        accountNumber: "6217000010003333333",
        caseNumber: number,
        document: life.documentOf(unit),
      });
      await recognise(units.done.id);
      expect((await standings()).get(rep.done.id)).toBe("LEAD");
      await life.newEvents();
      await recognise(line.done.id);
      expect((await standings()).get(rep.done.id)).toBe("RECOGNISED");
      expect((await standings()).get(reps.done.id)).toBe("LEAD");
      expect((await life.newEvents()).map(one => "causeId" in one && one.causeId)).toEqual([line.done.id]);
      await withdraw(line.done.id);
      expect((await standings()).get(rep.done.id)).toBe("WITHDRAWN");
      expect((await standings()).get(reps.done.id)).toBe("LEAD");
    });
  });

  describe("a withdrawal", () => {
    test("of a lead is for the officers of the case, and tells nobody", async () => {
      const { done } = await mark();
      expect((await withdraw(done.id, officer(OFFICERS.stranger))).code).toBe("NOT_FOUND");
      expect((await withdraw(done.id, officer())).done.standing).toBe("WITHDRAWN");
      expect(await life.newEvents()).toEqual([]);
      expect((await withdraw(done.id, officer())).code).toBe("INVALID_TRANSITION");
    });

    test("of a lead about a line is told to telecom alone, whose notice ends with it", async () => {
      const { done } = await mark({ lineNumber: LINE_NUMBER });
      await withdraw(done.id, officer());
      expect(await life.newEvents()).toEqual([
        {
          kind: "INVOLVEMENT_WITHDRAWN",
          involvementId: done.id,
          lineId: hub.lineId(LINE_NUMBER),
          withdrawnBy: officer().caller.id,
          audiences: ["subgraph:telecom"],
          touched: [`Case:${CASES.own}`],
        },
      ]);
    });

    test("of what a city recognised is not the county's, nor another city's; its own lifts at once", async () => {
      const { done } = await mark();
      await recognise(done.id);
      await life.newEvents();
      expect((await withdraw(done.id, county())).code).toBe("AUTHORITY_TOO_LOW");
      expect((await withdraw(done.id, otherCity())).code).toBe("NOT_FOUND");
      expect(await life.newEvents()).toEqual([]);
      expect((await withdraw(done.id)).done.withdrawnAt).not.toBeNull();
      expect(await life.newEvents()).toMatchObject([
        { kind: "MEASURE_LIFTED", causeKind: "CASE_ACCOUNT", causeId: done.id, objectionId: null },
      ]);
    });

    test.each([
      ["the province", province],
      ["the ministry", ministry],
    ])("of what a city recognised is open to %s above it, which is not on the case", async (_who, above) => {
      const { done } = await mark();
      await recognise(done.id);
      await life.newEvents();
      expect((await withdraw(done.id, above())).done.standing).toBe("WITHDRAWN");
      expect(await life.newEvents()).toMatchObject([{ kind: "MEASURE_LIFTED", causeId: done.id }]);
    });

    test("of a lead is open to the organ above the case's, and of what the province recognised not to the city", async () => {
      const { done } = await mark();
      expect((await withdraw(done.id, otherCity())).code).toBe("NOT_FOUND");
      expect((await withdraw(done.id, province())).done.standing).toBe("WITHDRAWN");
      const provinces = await mark();
      await recognise(provinces.done.id, province());
      expect((await withdraw(provinces.done.id)).code).toBe("FORBIDDEN");
    });

    test("does not end a freeze of an organ above whoever withdraws, or decides on the objection", async () => {
      await life.act(officer(OFFICERS.lead), "assignOfficers", {
        caseNumber: CASES.own,
        add: [province().caller.id],
      });
      const { done } = await mark({ ...account, accountNumber: "6217000010001111111" });
      await recognise(done.id);
      const paper = { involvementId: done.id, until: "2027-01-31", legalPaper: "Freezing order 19" };
      expect((await life.act(province(), "freezeAccount", paper)).code).toBeUndefined();
      const objection = { target: "INVOLVEMENT", targetId: done.id, grounds: "g", documents: [] };
      const filed = await life.act(officer(), "fileObjection", objection);
      await life.newEvents();
      const decide = (claims: RequestClaims) =>
        life.act(claims, "decideObjection", { objectionId: filed.done.id, confirmed: true, decision: "d" });
      for (const refused of [await withdraw(done.id), await decide(city())])
        expect([refused.code, refused.message]).toEqual(["FORBIDDEN", expect.stringContaining("A990000")]);
      expect(await life.newEvents()).toEqual([]);
      expect((await decide(province())).done.status).toBe("CONFIRMED");
      const lifted = (await life.newEvents()).filter(({ kind }) => kind === "MEASURE_LIFTED");
      expect(lifted.map(one => "causeKind" in one && one.causeKind).sort()).toEqual([
        "CASE_ACCOUNT",
        "FREEZE",
      ]);
    });
  });
});
