import { sql } from "kysely";
import type { RequestClaims } from "../../../schema/contract/claims";
import type { WorldDocument } from "../../../scripts/seed/worldModel";
import { eachStore } from "../../support/databases";
import { bank, carrier, createTelecomHub, police, regulator, self, type TelecomHub } from "./telecomHub";
import { cards, EMPTY_CHUNK, line, person } from "./telecomRows";
import { NUMBERS, TELECOM_WORLD } from "./telecomWorld";
import { readOutbox } from "./readOutbox";

const REPORT = `mutation ($input: ReportAbnormalCallsInput!) { reportAbnormalCalls(input: $input) {
  requestId accepted duplicate rejected items { index state id code message } } }`;
const VERIFY = `mutation ($input: VerifyAbnormalFlagInput!) { verifyAbnormalFlag(input: $input) {
  id status verifiedBy note order { kind status causeId reason { ruleId article fact } } } }`;
const VERIFY_IN_CASE = `mutation ($input: VerifyFlagInCaseInput!) { verifyFlagInCase(input: $input) {
  id status verifiedBy order { kind status causeId } } }`;
const NOTICE = `mutation ($input: RaisePoliceNoticeInput!) { raisePoliceNotice(input: $input) { id kind status } }`;
const LINE = `query ($n: ID!) { phoneLine(number: $n) { status flags { id kind status } orders { kind causeId } } }`;

const report = (number: string, rest: object = {}): object => ({
  number,
  kind: "HARASSING_CALLS",
  observedFrom: "2026-11-20T00:00:00.000Z",
  observedTo: "2026-11-21T00:00:00.000Z",
  callCount: 300,
  ...rest,
});

eachStore("telecom", open => {
  let hub: TelecomHub;
  let sequence = 0;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
  });
  afterAll(() => expect(hub.faults).toEqual([]));

  const send = (reports: object[], claims = carrier(), requestId = `r${(sequence += 1)}`) =>
    hub.ask(claims, REPORT, { input: { requestId, carrier: claims.caller.institution, reports } });
  const read = async (number: string) => (await hub.ask(police(), LINE, { n: number })).data.phoneLine;

  /** A line of carrier C01 that only one test looks at, with one flag on it. */
  async function givenFlag(
    rest: object = {},
    lineRest: object = {},
  ): Promise<{ number: string; id: string; holder: WorldDocument }> {
    sequence += 1;
    const number = `14105${String(sequence).padStart(6, "0")}`;
    const holder = person(600 + sequence);
    await hub.write({ ...EMPTY_CHUNK, lines: [line(number, holder, lineRest)] });
    const { data } = await send([report(number, rest)]);
    return { number, id: data.reportAbnormalCalls.items[0].id, holder };
  }
  const verify = (flagId: string, confirmed = true, claims = carrier()) =>
    hub.ask(claims, VERIFY, { input: { flagId, confirmed, note: "listened to recordings" } });
  const inCase = { ...police(), purpose: "CASE" as const, reference: "A1" };
  const verifyInCase = (flagId: string, holder: WorldDocument, claims: RequestClaims = inCase) =>
    hub.ask(claims, VERIFY_IN_CASE, {
      input: {
        flagId,
        confirmed: true,
        note: "the holder confessed",
        document: { ...holder, token: hub.tokenOf(holder) },
      },
    });

  test("a line of another carrier is rejected as not found, like one that nobody has; nothing else is lost", async () => {
    const { data } = await send([
      report(NUMBERS.customer),
      report(NUMBERS.customerAtC02),
      report("14177777777"),
      report("12"),
      report(NUMBERS.nobody),
    ]);
    expect(data.reportAbnormalCalls).toMatchObject({ accepted: 2, duplicate: 0, rejected: 3 });
    const [, elsewhere, unknown, misspelt] = data.reportAbnormalCalls.items;
    expect(elsewhere).toMatchObject({ index: 1, state: "REJECTED", id: null, code: "NOT_FOUND" });
    expect(unknown).toEqual({ ...elsewhere, index: 2 });
    expect(misspelt).toMatchObject({ index: 3, state: "REJECTED", code: "BAD_INPUT" });
  });

  test("the same sighting three times in one command is one flag, told of once, and the others are said to be known", async () => {
    const seen = report(NUMBERS.customer, { observedFrom: "2026-11-19T00:00:00.000Z" });
    const { data } = await send([seen, seen, seen]);
    const { accepted, duplicate, items } = data.reportAbnormalCalls;
    expect([accepted, duplicate]).toEqual([1, 2]);
    expect(items[1]).toMatchObject({ state: "DUPLICATE", id: items[0].id });
    expect(await readOutbox(hub, { flagId: items[0].id })).toHaveLength(1);
  });

  test.each([
    ["a sighting that ends before it starts", { observedTo: "2026-11-19T00:00:00.000Z" }],
    ["a sighting of tomorrow", { observedTo: "2026-11-25T04:00:00.000Z" }],
    ["a negative number of calls", { callCount: -1 }],
    ["evidence that is blank", { evidence: " " }],
    ["a police notice, which is the police's to raise", { kind: "POLICE_NOTICE" }],
  ])("%s is rejected with its reason", async (_what, rest) => {
    const { data } = await send([report(NUMBERS.customer, rest)]);
    expect(data.reportAbnormalCalls.items).toEqual([
      { index: 0, state: "REJECTED", id: null, code: "BAD_INPUT", message: expect.any(String) },
    ]);
  });

  test("what was seen in a former holder's days is not held against the next one, by carrier or police", async () => {
    sequence += 1;
    const number = `14105${String(sequence).padStart(6, "0")}`;
    const registered = { registeredOn: "2026-11-20", activatedOn: "2026-11-20" };
    await hub.write({ ...EMPTY_CHUNK, lines: [line(number, person(600 + sequence), registered)] });
    // The last moment of the day before, and the first of the day itself, in China.
    const before = { observedFrom: "2026-11-18T00:00:00.000Z", observedTo: "2026-11-19T15:59:59.999Z" };
    const since = { ...before, observedTo: "2026-11-19T16:00:00.000Z" };
    const { data } = await send([report(number, before), report(number, since)]);
    expect(data.reportAbnormalCalls.items).toMatchObject([
      { state: "REJECTED", code: "BAD_INPUT", message: expect.stringMatching(/observedTo.*present holder/) },
      { state: "ACCEPTED" },
    ]);
    const notice = (seen: object) =>
      hub.ask(inCase, NOTICE, { input: { number, evidence: "named in a statement", ...seen } });
    expect((await notice(before)).code).toBe("BAD_INPUT");
    expect((await notice(since)).code).toBeUndefined();
    expect((await read(number)).flags).toHaveLength(2);
  });

  test("a carrier cannot report for another, nor a bank for anybody", async () => {
    const input = { requestId: "other", carrier: "C02", reports: [report(NUMBERS.customerAtC02)] };
    expect((await hub.ask(carrier("C01"), REPORT, { input })).code).toBe("FORBIDDEN");
    expect((await hub.ask(bank(), REPORT, { input })).code).toBe("FORBIDDEN");
  });

  /** So many reports, each of a line and holder that are there. */
  const manyReports = (rest: object = {}): object[] =>
    Array.from({ length: 500 }, (_, index) =>
      report(`1410600${String(index).padStart(4, "0")}`, { callCount: index, ...rest }),
    );
  const givenManyLines = () => hub.write({ ...EMPTY_CHUNK, lines: cards(500, person(900), "1410600") });

  test("a command sent twice changes nothing the second time, nor does a part of it under another id", async () => {
    await givenManyLines();
    const reports = manyReports();
    const first = await send(reports, carrier(), "first");
    expect(first.data.reportAbnormalCalls).toMatchObject({ accepted: 500, rejected: 0, duplicate: 0 });
    const count = async (table: string): Promise<unknown> =>
      (await sql.raw(`select count(*) as rows from telecom.${table}`).execute(hub.database.db)).rows;
    const before = [await count("flag"), await count("outbox")];
    const second = await send(reports, carrier(), "first");
    expect(second.data).toEqual(first.data);
    const third = await send(reports.slice(0, 50), carrier(), "part");
    expect(third.data.reportAbnormalCalls).toMatchObject({ accepted: 0, rejected: 0, duplicate: 50 });
    expect([await count("flag"), await count("outbox")]).toEqual(before);
    const reused = await send(reports.slice(1), carrier(), "first");
    expect(reused.code).toBe("REQUEST_ID_REUSED");
  });

  test("a batch of flags is told in its order, and what all of them made stale with the first", async () => {
    await givenManyLines();
    const { data } = await send(manyReports({ observedTo: "2026-11-23T02:00:00.000Z" }));
    const ids = data.reportAbnormalCalls.items.map(({ id }: { id: string }) => id);
    const { rows } = await sql<{ flag_id: string; touched: string[] }>`select flag_id, touched
      from telecom.outbox where flag_id = any(${ids}::text[]) order by position`.execute(hub.database.db);
    expect(rows.map(row => row.flag_id)).toEqual(ids);
    const [first, ...later] = rows.map(row => row.touched.length);
    expect(first).toBeGreaterThan(500);
    expect(later.every(count => count === 0)).toBe(true);
  });

  test("a batch of flags takes the same few statements whatever its size", async () => {
    await givenManyLines();
    const one = await hub.countStatements(() =>
      send([report("14106000000", { callCount: 1, observedTo: "2026-11-23T00:00:00Z" })]),
    );
    const many = manyReports({ observedTo: "2026-11-23T01:00:00.000Z" });
    expect(await hub.countStatements(() => send(many))).toBe(one);
  });

  test("the carrier, the police and the regulator are told, and caches of the person and the line are named", async () => {
    const { number, id } = await givenFlag();
    const [change] = await readOutbox(hub, { flagId: id });
    expect(change).toMatchObject({
      kind: "FLAG_REPORTED",
      audiences: ["carrier:C01", "police", "regulator:telecom"],
      line_id: hub.keys.ids.lineId(number),
    });
    expect(change!.touched).toEqual([
      `Subject:${change!.subject_id}`,
      `PhoneLine:${hub.keys.ids.lineId(number)}`,
    ]);
  });

  test("a reported flag suspends nothing and orders nothing", async () => {
    const { number } = await givenFlag();
    expect(await read(number)).toMatchObject({
      status: "ACTIVE",
      flags: [{ status: "REPORTED" }],
      orders: [],
    });
  });

  test("a dismissed flag orders nothing either", async () => {
    const { number, id } = await givenFlag();
    const { data } = await verify(id, false);
    expect(data.verifyAbnormalFlag).toMatchObject({ status: "DISMISSED", order: null });
    expect(await read(number)).toMatchObject({ status: "ACTIVE", orders: [] });
  });

  test.each([
    ["ILLEGAL_OUTBOUND", "SUSPEND", "verifiedBeforeStop", "SH"],
    ["HARASSING_CALLS", "SUSPEND", "verifiedBeforeStop", "SH"],
    ["SPAM_SMS", "SUSPEND", "verifiedBeforeStop", "SH"],
    ["ILLEGAL_RESALE", "SUSPEND", "verifiedBeforeStop", "SH"],
    ["ABNORMAL_FREQUENCY", "REVERIFY", "secondVerification", "RN-4"],
    ["USER_COMPLAINTS", "REVERIFY", "secondVerification", "RN-4"],
    ["FORGED_ID", "REVERIFY", "secondVerification", "RN-4"],
  ])("a verified flag of kind %s orders the carrier to %s", async (kind, order, ruleId, article) => {
    const { number, id } = await givenFlag({ kind });
    const { data } = await verify(id);
    expect(data.verifyAbnormalFlag).toMatchObject({
      status: "VERIFIED",
      verifiedBy: "carrier/carrier-risk",
      note: "listened to recordings",
      order: { kind: order, status: "ISSUED", causeId: id, reason: { ruleId, article, fact: kind } },
    });
    expect(await read(number)).toMatchObject({ status: "ACTIVE", orders: [{ kind: order, causeId: id }] });
    const kinds = (await readOutbox(hub, { lineId: hub.keys.ids.lineId(number) })).map(change => change.kind);
    expect(kinds.sort()).toEqual(["FLAG_REPORTED", "FLAG_VERIFIED", "ORDER_ISSUED"]);
  });

  test("a flag is decided on once, also by two at the same time", async () => {
    const { number, id } = await givenFlag();
    const answers = await Promise.all([verify(id), verify(id, false), verify(id)]);
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === "INVALID_TRANSITION")).toHaveLength(2);
    expect((await read(number)).orders.length).toBeLessThanOrEqual(1);
  });

  test("another carrier's flag is not there to be verified, nor is the regulator asked to", async () => {
    const { id } = await givenFlag();
    expect((await verify(id, true, carrier("C02"))).code).toBe("NOT_FOUND");
    expect((await verify(id, true, regulator())).code).toBe("FORBIDDEN");
    expect((await verify("00000000-0000-4000-8000-00000000ffff")).code).toBe("NOT_FOUND");
  });

  test("an officer verifies the flag of somebody in the case, and no flag without naming whose it is", async () => {
    const { number, id, holder } = await givenFlag();
    const other = await givenFlag();
    expect((await verify(id, true, police())).code).toBe("FORBIDDEN");
    expect((await verify(id, true, inCase)).code).toBe("FORBIDDEN");
    // Whose it is, or whether it is there at all, is told to nobody who names another.
    expect((await verifyInCase(id, other.holder)).code).toBe("NOT_FOUND");
    expect((await verifyInCase("00000000-0000-4000-8000-00000000ffff", holder)).code).toBe("NOT_FOUND");
    for (const claims of [carrier(), police(), self(hub.tokenOf(holder))])
      expect((await verifyInCase(id, holder, claims)).code).toBe("FORBIDDEN");
    expect(await read(number)).toMatchObject({ flags: [{ status: "REPORTED" }], orders: [] });
    const { data } = await verifyInCase(id, holder);
    expect(data.verifyFlagInCase).toMatchObject({
      status: "VERIFIED",
      verifiedBy: "police/investigator",
      order: { kind: "SUSPEND", status: "ISSUED", causeId: id },
    });
    expect(await read(other.number)).toMatchObject({ flags: [{ status: "REPORTED" }], orders: [] });
  });

  test("a line that is closed by now has nothing left to stop", async () => {
    const { number, id } = await givenFlag({}, { status: "CLOSED", closedOn: "2026-11-22" });
    expect((await verify(id)).data.verifyAbnormalFlag).toMatchObject({ status: "VERIFIED", order: null });
    expect((await read(number)).orders).toEqual([]);
  });

  test("a line that has gone to another holder by now is not stopped for what the former one did", async () => {
    const { number, id, holder } = await givenFlag();
    const moved = line(number, person(990), { lastUsedOn: "2026-11-22" });
    await hub.write({ ...EMPTY_CHUNK, lines: [moved] });
    expect((await verify(id)).code).toBe("NOT_FOUND");
    const { data } = await verifyInCase(id, holder);
    expect(data.verifyFlagInCase).toMatchObject({ status: "VERIFIED", order: null });
    expect(await read(number)).toMatchObject({ status: "ACTIVE", flags: [], orders: [] });
    const queue = await hub.ask(
      carrier(),
      `{ lineOrders(carrier: "C01", first: 500) { nodes { causeId } } }`,
    );
    expect(queue.data.lineOrders.nodes).not.toContainEqual({ causeId: id });
  });

  test("police raise a notice on any carrier's line; it stops nothing until it has been verified", async () => {
    const input = {
      number: "14300000002",
      observedFrom: "2026-11-20T00:00:00.000Z",
      observedTo: "2026-11-21T00:00:00.000Z",
      evidence: "named by a victim",
    };
    expect((await hub.ask(carrier("C02"), NOTICE, { input })).code).toBe("FORBIDDEN");
    const { data } = await hub.ask(police(), NOTICE, { input });
    expect(data.raisePoliceNotice).toMatchObject({ kind: "POLICE_NOTICE", status: "REPORTED" });
    const { id } = data.raisePoliceNotice;
    expect((await hub.ask(police(), NOTICE, { input })).data.raisePoliceNotice).toEqual(
      data.raisePoliceNotice,
    );
    expect((await readOutbox(hub, { flagId: id })).length).toBe(1);
    expect((await read(input.number)).orders).toEqual([]);
    const verified = await verify(id, true, carrier("C02"));
    expect(verified.data.verifyAbnormalFlag.order).toMatchObject({ kind: "SUSPEND", causeId: id });
    expect((await hub.ask(police(), NOTICE, { input: { ...input, number: "14177777777" } })).code).toBe(
      "NOT_FOUND",
    );
  });

  test("a note must say something", async () => {
    const { id } = await givenFlag();
    const input = { flagId: id, confirmed: true, note: "  " };
    expect((await hub.ask(carrier(), VERIFY, { input })).code).toBe("BAD_INPUT");
  });
});
