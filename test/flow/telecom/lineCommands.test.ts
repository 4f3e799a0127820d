import type { RequestClaims } from "../../../schema/contract/claims";
import { eachStore } from "../../support/databases";
import { bank, carrier, createTelecomHub, police, regulator, self, type TelecomHub } from "./telecomHub";
import { EMPTY_CHUNK, flag, line, order, person, uuid } from "./telecomRows";
import { NOW, NUMBERS, PEOPLE, TELECOM_WORLD } from "./telecomWorld";
import { readOutbox } from "./readOutbox";

const REVERIFY = `mutation ($input: RecordReverificationInput!) { recordReverification(input: $input) {
  id status realName { method result photoReference } orders { kind status } } }`;
const NOTICE = `mutation ($input: AcknowledgeRiskNoticeInput!) { acknowledgeRiskNotice(input: $input) { noticeVersion } }`;
const LIST = `mutation ($input: BlacklistLineHolderInput!) { blacklistLineHolder(input: $input) { id reason startsOn endsOn liftedAt } }`;
const LIFT = `mutation ($input: LiftBlacklistEntryInput!) { liftBlacklistEntry(input: $input) { id liftedAt } }`;
const DISPUTE = `mutation ($input: DisputeLineInput!) { disputeLine(input: $input) { id kind status reason { ruleId fact } } }`;
const REPORT = `mutation ($input: ReportPhoneLinesInput!) { reportPhoneLines(input: $input) { accepted } }`;
const REPORT_ITEMS = `mutation ($input: ReportPhoneLinesInput!) { reportPhoneLines(input: $input) { items { state code } } }`;
const LINE = `query ($n: ID!) { phoneLine(number: $n) { status riskNotice { noticeVersion } } }`;
const reporting = carrier("C01", "carrier-reporting");

eachStore("telecom", open => {
  let hub: TelecomHub;
  let sequence = 0;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
  });
  afterEach(() => hub.setNow(NOW));
  afterAll(() => expect(hub.faults).toEqual([]));

  async function givenLine(
    rest: Parameters<typeof line>[2] = {},
  ): Promise<{ number: string; holder: string; id: string }> {
    sequence += 1;
    const number = `14104${String(sequence).padStart(6, "0")}`;
    const holder = person(700 + sequence);
    await hub.write({ ...EMPTY_CHUNK, lines: [line(number, holder, rest)] });
    return { number, holder: hub.tokenOf(holder), id: hub.keys.ids.lineId(number) };
  }
  const ask = (claims: RequestClaims, mutation: string, input: object) =>
    hub.ask(claims, mutation, { input });
  const statusOf = async (number: string) =>
    (await hub.ask(police(), LINE, { n: number })).data.phoneLine.status;

  describe("a verification of the holder", () => {
    const verify = (number: string, passed = true, rest: object = {}, claims = reporting) =>
      ask(claims, REVERIFY, { number, method: "ID_READER", passed, photoReference: "photo/9", ...rest });

    test.each([
      ["DORMANT", true, "ACTIVE"],
      ["REVERIFY_REQUIRED", true, "ACTIVE"],
      ["SUSPENDED", true, "ACTIVE"],
      ["ACTIVE", true, "ACTIVE"],
      ["ACTIVE", false, "REVERIFY_REQUIRED"],
      ["REVERIFY_REQUIRED", false, "SUSPENDED"],
      ["DORMANT", false, "SUSPENDED"],
    ])("of a line that is %s, passed %s, makes it %s", async (status, passed, next) => {
      const { number } = await givenLine({ status });
      const { data } = await verify(number, passed);
      expect(data.recordReverification).toMatchObject({
        status: next,
        realName: { method: "ID_READER", photoReference: "photo/9", result: passed ? "PASSED" : "FAILED" },
      });
    });

    test.each(["PENDING", "CLOSED"])("of a line that is %s is refused, naming the state", async status => {
      const { number } = await givenLine({ status, closedOn: status === "CLOSED" ? "2026-11-01" : null });
      expect((await verify(number)).code).toBe("INVALID_TRANSITION");
    });

    test("does what asked for it, and does not end an ordered suspension", async () => {
      const { number } = await givenLine({
        status: "SUSPENDED",
        orders: [
          order(uuid(7_001), { kind: "REVERIFY", status: "DELIVERED" }),
          order(uuid(7_002), {
            kind: "SUSPEND",
            status: "EXECUTED",
            executedAt: "2026-11-20T01:00:00.000Z",
            causeId: uuid(7_100),
          }),
        ],
      });
      const { data } = await verify(number);
      expect(data.recordReverification.status).toBe("SUSPENDED");
      const orders = data.recordReverification.orders as { kind: string; status: string }[];
      expect(orders.find(one => one.kind === "REVERIFY")).toMatchObject({ status: "EXECUTED" });
      const kinds = (await readOutbox(hub, { lineId: hub.keys.ids.lineId(number) })).map(
        change => change.kind,
      );
      expect(kinds.sort()).toEqual(["LINE_REVERIFIED", "ORDER_EXECUTED"]);
    });

    test("that was passed has a photo; another carrier's line, and nobody's, cannot be verified", async () => {
      const { number } = await givenLine();
      expect((await verify(number, true, { photoReference: null })).code).toBe("BAD_INPUT");
      expect((await verify(number, true, {}, carrier("C02", "carrier-reporting"))).code).toBe("NOT_FOUND");
      expect((await verify(NUMBERS.nobody)).code).toBe("BAD_INPUT");
      expect((await verify("14177777777")).code).toBe("NOT_FOUND");
    });

    test("of a unit is passed without a photo, since none is taken of one", async () => {
      const unit = { type: "UNIFIED_SOCIAL_CREDIT_CODE", number: "91350100M000100Y43" } as const;
      const number = "14104990001";
      await hub.write({ ...EMPTY_CHUNK, lines: [line(number, unit, { status: "REVERIFY_REQUIRED" })] });
      const { data, code } = await verify(number, true, { photoReference: null });
      expect(code).toBeUndefined();
      expect(data.recordReverification.status).toBe("ACTIVE");
    });

    test("is not undone by what the carrier saw before it", async () => {
      const { number, id } = await givenLine({ status: "DORMANT" });
      await verify(number);
      const report = `mutation ($input: ReportPhoneLinesInput!) { reportPhoneLines(input: $input) { rejected } }`;
      const seen = {
        number,
        observedAt: "2026-11-23T00:00:00.000Z",
        kind: "MOBILE",
        status: "DORMANT",
        registeredOn: "2024-03-01",
      };
      const input = { requestId: `undo-${id}`, carrier: "C01", lines: [seen] };
      // It names nobody, which the real-name figures keep; of the line's standing it decides nothing.
      expect((await ask(reporting, report, input)).data.reportPhoneLines).toEqual({ rejected: 0 });
      expect(await statusOf(number)).toBe("ACTIVE");
    });
  });

  describe("the risk notice", () => {
    const given = (number: string, rest: object = {}) => ({
      number,
      noticeVersion: "2026-01",
      noticeDigest: "CD".repeat(32),
      acknowledgedAt: "2026-11-20T00:00:00.000Z",
      ...rest,
    });

    test("that was confirmed last stands, in whatever order they come", async () => {
      const { number } = await givenLine();
      await ask(reporting, NOTICE, given(number));
      await ask(
        reporting,
        NOTICE,
        given(number, { noticeVersion: "2025-01", acknowledgedAt: "2026-01-01T00:00:00.000Z" }),
      );
      expect((await hub.ask(police(), LINE, { n: number })).data.phoneLine.riskNotice).toEqual({
        noticeVersion: "2026-01",
      });
    });

    const LATER = new Date("2026-11-28T04:00:00.000Z");
    const seen = (number: string, rest: object) => ({
      number,
      observedAt: "2026-11-26T00:00:00.000Z",
      kind: "MOBILE",
      registeredOn: "2024-03-01",
      ...rest,
    });
    const report = async (seenLine: object) => {
      const input = { requestId: `notice-${(sequence += 1)}`, carrier: "C01", lines: [seenLine] };
      return (await ask(reporting, REPORT_ITEMS, input)).data.reportPhoneLines.items[0];
    };

    test.each(["DORMANT", "REVERIFY_REQUIRED", "SUSPENDED", "CLOSED"])(
      "says nothing of the line: that it was %s before the notice was confirmed counts, told after it",
      async status => {
        const { number } = await givenLine();
        hub.setNow(LATER);
        await ask(reporting, NOTICE, given(number, { acknowledgedAt: "2026-11-27T00:00:00.000Z" }));
        expect(await report(seen(number, { status }))).toMatchObject({ state: "ACCEPTED" });
        expect((await hub.ask(police(), LINE, { n: number })).data.phoneLine).toMatchObject({
          status,
          // What was closed by then is confirmed by nobody.
          riskNotice: { noticeVersion: status === "CLOSED" ? expect.any(String) : "2026-01" },
        });
      },
    );

    test("counts from when it was confirmed: a line put into service after that, and before it was told, is in service", async () => {
      const unconfirmed = { riskNotice: null, status: "PENDING", activatedOn: null } as const;
      const { number } = await givenLine(unconfirmed);
      hub.setNow(LATER);
      const active = {
        status: "ACTIVE",
        activatedOn: "2026-11-26",
        realNameMethod: "ID_READER",
        onlineCheckPassed: true,
        photoReference: "photo/1",
      };
      expect(await report(seen(number, active))).toMatchObject({ state: "REJECTED", code: "BAD_INPUT" });
      await ask(reporting, NOTICE, given(number, { acknowledgedAt: "2026-11-25T12:00:00.000Z" }));
      const early = { ...active, activatedOn: "2026-11-25", observedAt: "2026-11-25T00:00:00.000Z" };
      expect(await report(seen(number, early))).toMatchObject({ state: "REJECTED", code: "BAD_INPUT" });
      expect(await report(seen(number, active))).toMatchObject({ state: "ACCEPTED" });
      expect(await statusOf(number)).toBe("ACTIVE");
    });

    test.each([
      ["of tomorrow", { acknowledgedAt: "2026-11-25T04:00:00.000Z" }, "BAD_INPUT"],
      ["without a digest", { noticeDigest: "abc" }, "BAD_INPUT"],
      ["without a version", { noticeVersion: " " }, "BAD_INPUT"],
      ["for another carrier's line", { number: NUMBERS.customerAtC02 }, "NOT_FOUND"],
      ["for a line that nobody is registered for", { number: NUMBERS.nobody }, "BAD_INPUT"],
    ])("%s is refused", async (_what, rest, code) => {
      const { number } = await givenLine();
      expect((await ask(reporting, NOTICE, given(number, rest))).code).toBe(code);
    });
  });

  describe("a carrier's blacklist", () => {
    const list = (subjectId: string, rest: object = {}, claims = carrier()) =>
      ask(claims, LIST, { subjectId, carrier: "C01", reason: "lines used in a case", ...rest });

    test("has a holder once, and its own way out", async () => {
      const { holder } = await givenLine();
      const { data } = await list(holder, { endsOn: "2027-11-24" });
      const entry = data.blacklistLineHolder;
      expect(entry).toMatchObject({ startsOn: "2026-11-24", endsOn: "2027-11-24", liftedAt: null });
      expect((await list(holder)).code).toBe("INVALID_TRANSITION");
      const lift = (claims = carrier()) =>
        ask(claims, LIFT, { entryId: entry.id, reason: "the holder was mistaken for another" });
      expect((await lift(carrier("C02"))).code).toBe("NOT_FOUND");
      expect((await lift()).data.liftBlacklistEntry.liftedAt).toBe(NOW.toISOString());
      expect((await lift()).code).toBe("INVALID_TRANSITION");
      expect((await list(holder)).code).toBeUndefined();
    });

    test("two that list a holder at once list them once", async () => {
      const { holder } = await givenLine();
      const answers = await Promise.all([list(holder), list(holder)]);
      expect(answers.map(({ code }) => code).sort()).toEqual(["INVALID_TRANSITION", undefined]);
    });

    const passOn = async (number: string, registeredOn: string, code = "C01") => {
      // A number that is ported stays its owner's.
      const next = code === "C01" ? person(900 + sequence) : person(700 + sequence);
      const reported = {
        ...{ number, kind: "MOBILE", status: "ACTIVE", registeredOn, activatedOn: registeredOn },
        ...{ realNameMethod: "ID_READER", onlineCheckPassed: true, photoReference: "photo/2" },
        observedAt: "2026-11-24T02:00:00.000Z",
        document: { ...next, token: hub.tokenOf(next) },
        riskNotice: {
          ...{ kind: "RISK_NOTICE", noticeVersion: "2022-12", noticeDigest: "ab".repeat(32) },
          acknowledgedAt: `${registeredOn}T00:00:00.000Z`,
        },
      };
      const input = { requestId: `passed-on-${number}`, carrier: code, lines: [reported] };
      const { data } = await ask(carrier(code, "carrier-reporting"), REPORT, input);
      expect(data.reportPhoneLines).toEqual({ accepted: 1 });
    };

    test.each([
      ["passed the line on to another", "C01"],
      ["took it to another carrier", "C02"],
    ])("has a holder who %s, once, and their objection takes them off", async (_what, code) => {
      const { number, holder } = await givenLine();
      await passOn(number, "2026-11-20", code);
      const entry = (await list(holder)).data.blacklistLineHolder;
      expect((await list(holder)).code).toBe("INVALID_TRANSITION");
      const others = await list(holder, { carrier: "C02" }, carrier("C02"));
      expect(others.code).toBe(code === "C02" ? undefined : "NOT_FOUND");
      const decision = {
        kind: "OBJECTION_DECIDED",
        objectionId: uuid(1),
        target: "BLACKLIST_ENTRY",
      } as const;
      await hub.hear({ ...decision, targetId: entry.id, subjectId: holder, confirmed: true });
      const again = await list(holder);
      expect(again.code).toBeUndefined();
      expect(again.data.blacklistLineHolder.id).not.toBe(entry.id);
    });

    test("two that list a former holder at once list them once", async () => {
      const { number, holder } = await givenLine();
      await passOn(number, "2026-11-20");
      const answers = await Promise.all([list(holder), list(holder)]);
      expect(answers.map(({ code }) => code).sort()).toEqual(["INVALID_TRANSITION", undefined]);
    });

    test("does not take whoever was named by mistake: the next one has had the line all along", async () => {
      const { number, holder } = await givenLine();
      await passOn(number, "2024-03-01");
      expect((await list(holder)).code).toBe("NOT_FOUND");
    });

    test.each([
      ["whoever never had a line there", () => hub.tokenOf(PEOPLE.elsewhere), {}, "NOT_FOUND"],
      ["what is no person", () => "-x", {}, "NOT_FOUND"],
      ["somebody until yesterday", () => hub.tokenOf(PEOPLE.former), { endsOn: "2026-11-23" }, "BAD_INPUT"],
      ["somebody for no reason", () => hub.tokenOf(PEOPLE.former), { reason: "" }, "BAD_INPUT"],
      ["somebody at another carrier", () => hub.tokenOf(PEOPLE.customer), { carrier: "C02" }, "FORBIDDEN"],
    ])("does not take %s", async (_what, holder, rest, code) => {
      expect((await list(holder(), rest)).code).toBe(code);
    });
  });

  describe("a person who says that a line is not theirs", () => {
    const dispute = (lineId: string, claims: RequestClaims, reason = "I never opened it") =>
      ask(claims, DISPUTE, { lineId, reason });

    test("has the carrier verify it, once, and suspends nothing", async () => {
      const { number, holder, id } = await givenLine({ flags: [flag(uuid(7_200))] });
      const { data } = await dispute(id, self(holder));
      expect(data.disputeLine).toMatchObject({
        kind: "REVERIFY",
        status: "ISSUED",
        reason: { ruleId: "disputedByHolder", fact: "I never opened it" },
      });
      expect((await dispute(id, self(holder), "again")).data).toEqual(data);
      expect(await statusOf(number)).toBe("ACTIVE");
      const kinds = (await readOutbox(hub, { lineId: id })).map(change => change.kind);
      expect(kinds.sort()).toEqual(["LINE_DISPUTED", "ORDER_ISSUED"]);
    });

    test("cannot dispute another's line, nor can anybody else in their place", async () => {
      const { id } = await givenLine();
      expect((await dispute(id, self(hub.tokenOf(PEOPLE.stranger)))).code).toBe("NOT_FOUND");
      expect((await dispute(id, police())).code).toBe("FORBIDDEN");
      expect((await dispute(id, bank())).code).toBe("FORBIDDEN");
      expect((await dispute(id, regulator())).code).toBe("FORBIDDEN");
    });
  });
});
