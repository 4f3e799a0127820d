import { sql } from "kysely";
import { eachStore } from "../../support/databases";
import { city, county, createLifeCycle, type LifeCycle } from "./lifeCycle";
import { createPoliceHub, officer, self, type PoliceHub } from "./policeHub";
import {
  ACCOUNT,
  CASES,
  INVOLVEMENTS,
  LINE_NUMBER,
  NOW,
  OFFICERS,
  PEOPLE,
  SANCTIONED_NAME,
  TODAY,
  uuid,
} from "./policeNames";
import { POLICE_WORLD } from "./policeWorld";

let accounts = 1_000_000;
const HOUR_MS = 3_600_000;

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

  const number = () => `6217000010${++accounts}01`;
  const stop = (rest: Record<string, unknown> = {}, claims = city()) =>
    life.act(claims, "issueStopPayment", {
      caseNumber: CASES.own,
      accountInstitution: "102",
      accountNumber: number(),
      holderName: SANCTIONED_NAME,
      amount: "50000.00",
      requestedAt: NOW.toISOString(),
      ...rest,
    });
  const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);

  describe("a stop-payment", () => {
    test.each<[string, Record<string, unknown>, string]>([
      ["in another's case", { caseNumber: CASES.others }, "NOT_FOUND"],
      ["at no bank", { accountInstitution: "C01" }, "BAD_INPUT"],
      ["for nobody", { holderName: " " }, "BAD_INPUT"],
      ["asked for tomorrow", { requestedAt: at(24).toISOString() }, "BAD_INPUT"],
      ["asked for 48 hours ago", { requestedAt: at(-48).toISOString() }, "BAD_INPUT"],
    ])("%s is refused, and nobody is told", async (_what, rest, code) => {
      expect((await stop(rest)).code).toBe(code);
      expect(await life.newEvents()).toEqual([]);
    });

    test("by a county organ is AUTHORITY_TOO_LOW", async () => {
      expect((await stop({}, county())).code).toBe("AUTHORITY_TOO_LOW");
    });

    test("runs 48 hours and tells banking the account and the holder's mark, neither number nor name", async () => {
      const accountNumber = number();
      const { done } = await stop({ accountNumber });
      expect(done).toMatchObject({
        startsAt: at(0).toISOString(),
        endsAt: at(48).toISOString(),
        sequence: 1,
      });
      const [event] = await life.newEvents();
      expect(event).toMatchObject({
        kind: "MEASURE_IN_FORCE",
        causeKind: "STOP_PAYMENT",
        causeId: done.id,
        accountId: hub.accountId("102", accountNumber),
        institution: "102",
        startsAt: at(0).toISOString(),
        endsAt: at(48).toISOString(),
        holderMark: expect.any(String),
        audiences: ["police", "subgraph:banking", "regulator:financial"],
      });
      expect(JSON.stringify(event)).not.toContain(accountNumber);
      expect(JSON.stringify(event)).not.toContain(SANCTIONED_NAME);
    });

    test("sent again, or twice at once, is the one that was issued, and told of once", async () => {
      const accountNumber = number();
      const both = await Promise.all([stop({ accountNumber }), stop({ accountNumber })]);
      const again = await stop({ accountNumber });
      expect(both.map(({ done }) => done)).toEqual([again.done, again.done]);
      expect(again.done.sequence).toBe(1);
      expect(await life.newEvents()).toHaveLength(1);
      expect((await stop({ accountNumber, holderName: "另一个人" })).done.sequence).toBe(2);
    });

    test("is had twice for one account, by two officers at once too, and never a third time", async () => {
      const accountNumber = number();
      const asked = (minutes: number) =>
        stop({ accountNumber, requestedAt: at(-minutes / 60).toISOString() });
      const both = await Promise.all([asked(1), asked(2)]);
      const issued = both.filter(({ code }) => code === undefined).map(({ done }) => done.sequence);
      expect([[1], [1, 2]]).toContainEqual(issued.sort());
      if (issued.length === 1) expect((await asked(3)).done.sequence).toBe(2);
      expect((await asked(4)).code).toBe("LIMIT_EXCEEDED");
    });

    test("objected to is due before it ends, and confirmed it is lifted at once", async () => {
      const { done } = await stop();
      const filed = await life.act(self(hub.tokenOf(PEOPLE.clean)), "fileObjection", {
        target: "STOP_PAYMENT",
        targetId: done.id,
        grounds: "The money is my wages.",
        documents: [],
      });
      expect(filed.done.dueAt).toBe(at(48).toISOString());
      await life.newEvents();
      const decision = { objectionId: filed.done.id, confirmed: true, decision: "Wages." };
      expect((await life.act(city(), "decideObjection", decision)).done.status).toBe("CONFIRMED");
      expect(await life.newEvents()).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ kind: "MEASURE_LIFTED", causeKind: "STOP_PAYMENT", causeId: done.id }),
        ]),
      );
    });
  });

  describe("a freeze", () => {
    const freeze = (involvementId: string, claims = city(), until = "2027-01-31") =>
      life.act(claims, "freezeAccount", { involvementId, until, legalPaper: "Freezing order 17" });

    test.each([
      ["of what is no account", INVOLVEMENTS.line, "2027-01-31", "BAD_INPUT"],
      ["until yesterday", INVOLVEMENTS.account, "2026-11-23", "BAD_INPUT"],
      ["of another's involvement", INVOLVEMENTS.others, "2027-01-31", "NOT_FOUND"],
      ["of none", uuid(999), "2027-01-31", "NOT_FOUND"],
    ])("%s is refused", async (_what, id, until, code) => {
      expect((await freeze(id, city(), until)).code).toBe(code);
      expect((await freeze(id, county(), until)).code).toBe("AUTHORITY_TOO_LOW");
      expect(await life.newEvents()).toEqual([]);
    });

    test("of a victim's account is refused, and told to nobody", async () => {
      const account = { accountInstitution: "102", accountNumber: number() };
      const victim = { caseNumber: CASES.own, role: "VICTIM", ...account };
      const { done } = await life.act(officer(), "markInvolved", victim);
      expect((await freeze(done.id)).code).toBe("BAD_INPUT");
      expect(await life.newEvents()).toEqual([]);
    });

    test("tells banking the account and the last day, and ends with the involvement, which a county organ cannot withdraw now", async () => {
      const { done } = await life.act(officer(), "markInvolved", {
        caseNumber: CASES.own,
        role: "HOLDER",
        accountInstitution: "102",
        accountNumber: number(),
      });
      expect((await freeze(done.id)).done.id).toBe(done.id);
      const [event] = await life.newEvents();
      expect(event).toMatchObject({
        causeKind: "FREEZE",
        measures: [{ kind: "FREEZE", startsOn: TODAY, endsOn: "2027-01-31" }],
      });
      const withdrawal = { involvementId: done.id, reason: "Not it." };
      const refused = await life.act(officer(), "withdrawInvolvement", withdrawal);
      expect([refused.code, refused.message]).toEqual(["FORBIDDEN", expect.stringContaining("A110100")]);
      expect(await life.newEvents()).toEqual([]);
      expect((await life.act(city(), "withdrawInvolvement", withdrawal)).code).toBeUndefined();
      const causeId = event !== undefined && "causeId" in event ? event.causeId : null;
      expect(await life.newEvents()).toMatchObject([
        { kind: "MEASURE_LIFTED", causeKind: "FREEZE", causeId },
      ]);
    });
  });

  describe("a statement", () => {
    const ask = (from: Date, to: Date, claims = officer(), involvementId: string = INVOLVEMENTS.account) =>
      life.act(claims, "requestStatement", { involvementId, from: from.toISOString(), to: to.toISOString() });

    test("of no time, of a time to come, or of a line is refused", async () => {
      expect((await ask(at(-1), at(-1))).code).toBe("BAD_INPUT");
      expect((await ask(at(-1), at(1))).code).toBe("BAD_INPUT");
      expect((await ask(at(-2), at(-1), officer(), INVOLVEMENTS.line)).code).toBe("BAD_INPUT");
    });

    test("of an account that one officer marked waits until the lead, another officer, has confirmed it", async () => {
      const lead = officer(OFFICERS.lead);
      const mark = async (claims = officer()) => {
        const account = { accountInstitution: "102", accountNumber: number() };
        const marked = { caseNumber: CASES.own, role: "HOLDER", ...account };
        return (await life.act(claims, "markInvolved", marked)).done.id as string;
      };
      const confirm = (involvementId: string, confirmed: boolean) =>
        life.act(lead, "confirmCaseSubject", { involvementId, confirmed });
      const own = await mark(lead);
      expect((await confirm(own, true)).code).toBe("FORBIDDEN");
      expect((await ask(at(-48), at(-1), lead, own)).code).toBe("FORBIDDEN");
      const id = await mark();
      expect((await ask(at(-48), at(-1), officer(), id)).code).toBe("FORBIDDEN");
      expect(await life.newEvents()).toEqual([]);
      expect((await confirm(id, true)).code).toBeUndefined();
      expect((await ask(at(-48), at(-1), officer(), id)).code).toBeUndefined();
      expect(await life.newEvents()).toMatchObject([{ kind: "STATEMENT_REQUESTED", caseNumber: CASES.own }]);
      await confirm(id, false);
      expect((await ask(at(-48), at(-1), officer(), id)).code).toBe("FORBIDDEN");
    });

    test("is asked of banking alone", async () => {
      expect((await ask(at(-48), at(-1))).code).toBeUndefined();
      expect(await life.newEvents()).toMatchObject([
        {
          kind: "STATEMENT_REQUESTED",
          involvementId: INVOLVEMENTS.account,
          accountId: hub.accountId(ACCOUNT.institution, ACCOUNT.number),
          institution: "102",
          audiences: ["subgraph:banking"],
        },
      ]);
    });
  });

  test("a notice on a line is a lead of the case, told to telecom alone and without the number", async () => {
    const notice = { caseNumber: CASES.own, number: LINE_NUMBER, reason: "Calls to victims." };
    expect((await life.act(officer(), "notifyCarrier", { ...notice, caseNumber: CASES.others })).code).toBe(
      "NOT_FOUND",
    );
    const { done } = await life.act(officer(), "notifyCarrier", notice);
    expect(done.standing).toBe("LEAD");
    const events = await life.newEvents();
    expect(events).toMatchObject([
      {
        kind: "POLICE_NOTICE",
        involvementId: done.id,
        lineId: hub.lineId(LINE_NUMBER),
        audiences: ["subgraph:telecom"],
      },
    ]);
    expect(JSON.stringify(events)).not.toContain(LINE_NUMBER);
  });

  test("a surrender says whether it lies in a window, and concludes nothing", async () => {
    const surrender = (on: string, caseNumber: string = CASES.own) =>
      life.act(officer(), "recordSurrender", {
        caseNumber,
        document: life.documentOf(PEOPLE.clean),
        on,
        confessed: true,
        exposedOthers: true,
      });
    expect((await surrender("2026-11-25")).code).toBe("BAD_INPUT");
    expect((await surrender("2021-01-15", CASES.others)).code).toBe("NOT_FOUND");
    expect((await surrender("2021-01-15")).done).toMatchObject({
      insideWindow: true,
      finding: { article: "N20-1" },
    });
    expect((await surrender("2021-01-16")).done.insideWindow).toBe(false);
  });

  test("names and numbers lie sealed in the store", async () => {
    const accountNumber = number();
    await stop({ accountNumber, holderName: "赵不留名" });
    const { rows } = await sql<{ row: string }>`select s::text as row from police.stop_payment s`.execute(
      hub.database.db,
    );
    const stored = rows.map(({ row }) => row).join("\n");
    expect(stored).not.toContain("赵不留名");
    expect(stored).not.toContain(accountNumber);
  });
});
