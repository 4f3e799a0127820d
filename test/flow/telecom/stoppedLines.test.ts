import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { chinaDay } from "../../../schema/contract/calendar";
import type { WorldDocument } from "../../../scripts/seed/worldModel";
import { runDailyChecks } from "../../../subgraphs/telecom/daily/runDailyChecks";
import { eachStore, onPostgres, waitForLocked } from "../../support/databases";
import { caseLineFacts, inForce, lifted, telecomFacts } from "../../support/policeEvents";
import { carrier, createTelecomHub, police, type TelecomHub } from "./telecomHub";
import { EMPTY_CHUNK, line, person, uuid } from "./telecomRows";
import { NOW, TELECOM_WORLD } from "./telecomWorld";

const EXECUTE = `mutation ($input: ExecuteOrdersInput!) { executeLineOrders(input: $input) { accepted duplicate rejected } }`;
const REPORT = `mutation ($input: ReportPhoneLinesInput!) {
  reportPhoneLines(input: $input) { items { state code message } } }`;
const REVERIFY = `mutation ($input: RecordReverificationInput!) { recordReverification(input: $input) { status } }`;
const LINE = `query ($n: ID!) { phoneLine(number: $n) { status carrier { code } } }`;

const CALLS = `mutation ($input: ReportAbnormalCallsInput!) { reportAbnormalCalls(input: $input) { items { id state code } } }`;
const VERIFY = `mutation ($input: VerifyAbnormalFlagInput!) { verifyAbnormalFlag(input: $input) { status } }`;
const NOTICE = {
  kind: "RISK_NOTICE",
  noticeVersion: "2022-12",
  noticeDigest: "0".repeat(64),
  acknowledgedAt: "2024-03-01T02:05:00.000Z",
};

interface Order {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly carrier: string;
  readonly causeId: string;
}

/** So many hours after the beginning. */
const after = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000);

/** One line, what its carrier says of it, and what becomes of it. */
function createScene(hub: TelecomHub) {
  let sequence = 0;
  const next = (): number => (sequence += 1);
  return {
    newCause: () => uuid(960_000 + next()),
    newNumber: () => `14192${String(next()).padStart(6, "0")}`,
    async newLine(rest: Parameters<typeof line>[2] = {}) {
      hub.setNow(NOW);
      const holder = person(600 + next());
      const number = `14190${String(next()).padStart(6, "0")}`;
      await hub.write({ ...EMPTY_CHUNK, lines: [line(number, holder, rest)] });
      await hub.review();
      return { holder, number, token: hub.tokenOf(holder), id: hub.keys.ids.lineId(number) };
    },
    async newUnregistered() {
      hub.setNow(NOW);
      const number = `14191${String(next()).padStart(6, "0")}`;
      const old = { registeredOn: "2014-01-01", activatedOn: "2014-01-01" };
      await hub.write({ ...EMPTY_CHUNK, lines: [line(number, null, old)] });
      // The checks of this day have been made: they are made once more.
      await sql`delete from telecom.daily_run`.execute(hub.database.db);
      await runDailyChecks({ database: hub.database, at: NOW }, chinaDay(NOW));
      return { holder: person(600 + next()), number };
    },
    /** Seen before or only now, it is the same flag. */
    async flag(number: string, kind = "ILLEGAL_OUTBOUND"): Promise<string> {
      const seen = { observedFrom: "2026-11-20T00:00:00.000Z", observedTo: "2026-11-21T00:00:00.000Z" };
      const input = { requestId: `s-${next()}`, carrier: "C01", reports: [{ number, kind, ...seen }] };
      const { data } = await hub.ask(carrier(), CALLS, { input });
      return data.reportAbnormalCalls.items[0].id as string;
    },
    confirm: (flagId: string) =>
      hub.ask(carrier(), VERIFY, { input: { flagId, confirmed: true, note: "heard" } }),
    async verifiedFlag(number: string) {
      await this.confirm(await this.flag(number));
    },
    async orders(number: string): Promise<Order[]> {
      const { rows } = await sql<Order>`select id, kind, status, carrier, cause_id as "causeId"
        from telecom.line_order where line_id = ${hub.keys.ids.lineId(number)} order by kind, carrier, id`.execute(
        hub.database.db,
      );
      return rows;
    },
    async execute(orders: readonly Order[], at = NOW, code = "C01", toldAt = at) {
      hub.setNow(toldAt);
      const outcomes = orders.map(({ id }) => ({
        orderId: id,
        executed: true,
        executedAt: at.toISOString(),
      }));
      const input = { requestId: `s-${next()}`, institution: code, outcomes };
      return (await hub.ask(carrier(code), EXECUTE, { input })).data.executeLineOrders as object;
    },
    reportOf: (number: string, holder: WorldDocument, observedAt: Date, rest: object = {}) => ({
      number,
      observedAt: observedAt.toISOString(),
      kind: "MOBILE",
      status: "ACTIVE",
      registeredOn: "2024-03-01",
      activatedOn: "2024-03-02",
      document: { ...holder, token: hub.tokenOf(holder) },
      realNameMethod: "ID_READER",
      onlineCheckPassed: true,
      photoReference: "photo/1",
      riskNotice: NOTICE,
      ...rest,
    }),
    async send(lines: readonly object[], code = "C01") {
      const input = { requestId: `s-${next()}`, carrier: code, lines };
      const { data } = await hub.ask(carrier(code, "carrier-reporting"), REPORT, { input });
      return data.reportPhoneLines.items as object[];
    },
    async report(number: string, holder: WorldDocument, observedAt: Date, rest: object = {}, code = "C01") {
      return (await this.send([this.reportOf(number, holder, observedAt, rest)], code))[0]!;
    },
    /** What waits for a carrier on a line. */
    async queue(number: string, code = "C01") {
      const { rows } = await sql<{ id: string }>`select id from telecom.line_order
        where line_id = ${hub.keys.ids.lineId(number)}`.execute(hub.database.db);
      const query = `{ lineOrders(carrier: "${code}", first: 500) { nodes { id kind } } }`;
      const { data } = await hub.ask(carrier(code), query);
      const nodes = data.lineOrders.nodes as { id: string; kind: string }[];
      return nodes
        .filter(({ id }) => rows.some(row => row.id === id))
        .map(({ kind }) => kind)
        .sort();
    },
    /** How often the police have been told that nothing of a cause is left. */
    async toldRestored(causeId: string) {
      const { rows } = await sql`select 1 from telecom.outbox
        where kind = 'CAUSE_RESTORED' and payload ->> 'causeId' = ${causeId}`.execute(hub.database.db);
      return rows.length;
    },
    object: (order: Order, subjectId: string) =>
      hub.hear({
        kind: "OBJECTION_DECIDED",
        objectionId: uuid(960_000 + next()),
        target: "ORDER",
        targetId: order.id,
        subjectId,
        confirmed: true,
      }),
    verify: (number: string) =>
      hub.ask(carrier("C01", "carrier-reporting"), REVERIFY, {
        input: { number, method: "COUNTER", passed: true, photoReference: "photo/2" },
      }),
    async read(number: string) {
      const { data } = await hub.ask(police(), LINE, { n: number });
      return data.phoneLine as { status: string; carrier: { code: string } };
    },
  };
}

eachStore("telecom", open => {
  let hub: TelecomHub;
  let scene: ReturnType<typeof createScene>;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
    await hub.review();
    scene = createScene(hub);
  });
  afterEach(() => hub.setNow(NOW));
  afterAll(() => expect(hub.faults).toEqual([]));

  const setStatus = (number: string, status: string) =>
    sql`update telecom.line set status = ${status} where id = ${hub.keys.ids.lineId(number)}`.execute(
      hub.database.db,
    );

  test.each(
    ["in one batch", "the first first", "the second first"].flatMap(how =>
      [false, true].map(isReversed => [how, isReversed] as const),
    ),
  )(
    "a line that was told to be out of service between two orders comes back to what it was before the first (told %s; lifted in reverse: %s)",
    async (how, isReversed) => {
      const { number, token } = await scene.newLine({ status: "DORMANT" });
      const causes = [telecomFacts(scene.newCause(), token), telecomFacts(scene.newCause(), token)] as const;
      await hub.hear(inForce(causes[0]));
      await setStatus(number, "SUSPENDED"); // its carrier has stopped it, and told of the line before the order
      await hub.hear(inForce(causes[1]));
      const orders = await scene.orders(number);
      const stops = causes.map(({ causeId }) => orders.filter(order => order.causeId === causeId));
      if (how === "the second first") stops.reverse();
      for (const batch of how === "in one batch" ? [orders] : stops) await scene.execute(batch);
      for (const cause of isReversed ? [...causes].reverse() : causes) {
        expect((await scene.read(number)).status).toBe("SUSPENDED");
        await hub.hear(lifted(cause));
        await scene.execute(
          (await scene.orders(number)).filter(
            ({ kind, status }) => kind === "RESTORE" && status === "ISSUED",
          ),
        );
      }
      expect((await scene.read(number)).status).toBe("DORMANT");
    },
  );

  test("a line seen out of service before it was restored, and told of after that, is not stopped again", async () => {
    const { number, holder, token } = await scene.newLine();
    const facts = telecomFacts(scene.newCause(), token);
    await hub.hear(inForce(facts));
    await scene.execute(await scene.orders(number));
    await hub.hear(lifted(facts));
    await scene.execute(
      (await scene.orders(number)).filter(({ kind }) => kind === "RESTORE"),
      after(5),
    );
    hub.setNow(after(8));
    const stopped = { status: "SUSPENDED" };
    expect(await scene.report(number, holder, after(1), stopped)).toMatchObject({ state: "ACCEPTED" });
    expect((await scene.read(number)).status).toBe("ACTIVE");
    // Seen after it: the carrier has stopped it itself.
    expect(await scene.report(number, holder, after(6), stopped)).toMatchObject({ state: "ACCEPTED" });
    expect((await scene.read(number)).status).toBe("SUSPENDED");
  });

  test.each([5, 9])(
    "a line that its carrier stopped itself after it had restored it stays stopped, told %s hours later of the restoration",
    async toldAt => {
      const { number, holder, token } = await scene.newLine();
      const facts = telecomFacts(scene.newCause(), token);
      await hub.hear(inForce(facts));
      await scene.execute(await scene.orders(number));
      await hub.hear(lifted(facts));
      const restores = (await scene.orders(number)).filter(({ kind }) => kind === "RESTORE");
      await scene.execute(restores, after(5), "C01", after(toldAt));
      hub.setNow(after(10));
      await scene.report(number, holder, after(7), { status: "SUSPENDED" });
      expect((await scene.read(number)).status).toBe("SUSPENDED");
    },
  );

  test.each(["DORMANT", "SUSPENDED"].flatMap(status => [3, 5, 9].map(toldAt => [status, toldAt] as const)))(
    "a line that was %s before an order stopped it is that again once it is restored, told %s hours later of it",
    async (status, toldAt) => {
      const { number, holder, token } = await scene.newLine();
      const facts = telecomFacts(scene.newCause(), token);
      const tell = async (at: number) => {
        if (at !== toldAt) return;
        hub.setNow(after(at));
        expect(await scene.report(number, holder, after(2), { status })).toMatchObject({ state: "ACCEPTED" });
      };
      hub.setNow(after(2.5));
      await hub.hear(inForce(facts));
      await tell(3);
      await scene.execute(await scene.orders(number), after(4));
      await tell(5);
      expect((await scene.read(number)).status).toBe("SUSPENDED");
      await hub.hear(lifted(facts));
      const restores = (await scene.orders(number)).filter(({ kind }) => kind === "RESTORE");
      await scene.execute(restores, after(8));
      await tell(9);
      expect((await scene.read(number)).status).toBe(status);
    },
  );

  test("a line that is verified again while an order stops it is in service once it is restored, whatever is told late", async () => {
    const { number, holder, token } = await scene.newLine();
    const facts = telecomFacts(scene.newCause(), token);
    await hub.hear(inForce(facts));
    await scene.execute(await scene.orders(number), after(4));
    hub.setNow(after(5));
    await scene.verify(number);
    hub.setNow(after(6));
    await scene.report(number, holder, after(2), { status: "DORMANT" });
    await hub.hear(lifted(facts));
    const restores = (await scene.orders(number)).filter(({ kind }) => kind === "RESTORE");
    await scene.execute(restores, after(8));
    expect((await scene.read(number)).status).toBe("ACTIVE");
  });

  test("whoever is given the number of a line in a case is not involved in it, and is not to be verified again", async () => {
    const { number, id, token } = await scene.newLine();
    const { holder: next } = await scene.newLine();
    const facts = caseLineFacts(scene.newCause(), id);
    await hub.hear(inForce(facts));
    const involvedOn = async () => {
      const { rows } = await sql<{ involvedOn: string | null }>`select involved_on as "involvedOn"
        from telecom.line where id = ${id}`.execute(hub.database.db);
      return rows[0]!.involvedOn;
    };
    expect(await involvedOn()).toBe("2026-11-24");
    hub.setNow(after(24));
    expect(await scene.report(number, next, after(5))).toMatchObject({ state: "ACCEPTED" });
    await hub.review();
    await hub.hear(inForce(facts)); // told once more
    expect(await involvedOn()).toBeNull();
    const { rows } = await sql<{ subjectId: string }>`select subject_id as "subjectId" from telecom.line_order
      where line_id = ${id} and kind = 'REVERIFY'`.execute(hub.database.db);
    expect(rows).toEqual([{ subjectId: token }]);
  });

  describe("a line carried to another carrier", () => {
    const stateOf = async (number: string) =>
      (await scene.orders(number))
        .filter(({ kind }) => kind === "SUSPEND" || kind === "RESTORE")
        .map(({ kind, carrier: code, status }) => `${kind} ${code} ${status}`)
        .sort();

    test("takes no stop off with it: the new carrier has it out of service, is ordered to stop it, and restores it", async () => {
      const { number, holder, token } = await scene.newLine();
      const facts = telecomFacts(scene.newCause(), token);
      await hub.hear(inForce(facts));
      await scene.execute(await scene.orders(number));
      hub.setNow(after(24));
      expect(await scene.report(number, holder, after(5), {}, "C02")).toMatchObject({
        code: "INVALID_TRANSITION",
      });
      const stopped = { status: "SUSPENDED" };
      expect(await scene.report(number, holder, after(5), stopped, "C02")).toMatchObject({
        state: "ACCEPTED",
      });
      await hub.review();
      expect(await stateOf(number)).toEqual(["SUSPEND C01 EXECUTED", "SUSPEND C02 ISSUED"]);
      const executeAt = async (kind: string) =>
        scene.execute(
          (await scene.orders(number)).filter(one => one.kind === kind && one.carrier === "C02"),
          after(24),
          "C02",
        );
      await executeAt("SUSPEND");
      await hub.hear(lifted(facts));
      expect(await stateOf(number)).toEqual([
        "RESTORE C02 ISSUED",
        "SUSPEND C01 EXECUTED",
        "SUSPEND C02 EXECUTED",
      ]);
      await executeAt("RESTORE");
      expect((await scene.read(number)).status).toBe("ACTIVE");
    });

    test("leaves no order behind that waits: it goes to the new carrier, and is lifted there", async () => {
      const { number, holder, token } = await scene.newLine();
      const facts = telecomFacts(scene.newCause(), token);
      await hub.hear(inForce(facts));
      hub.setNow(after(24));
      expect(await scene.report(number, holder, after(5), {}, "C02")).toMatchObject({ state: "ACCEPTED" });
      await hub.review();
      await hub.review();
      expect(await stateOf(number)).toEqual(["SUSPEND C01 EXPIRED", "SUSPEND C02 ISSUED"]);
      await hub.hear(lifted(facts));
      expect(await stateOf(number)).toEqual(["SUSPEND C01 EXPIRED", "SUSPEND C02 EXPIRED"]);
    });

    test("and back again before its new carrier has stopped it stays stopped", async () => {
      const { number, holder, token } = await scene.newLine();
      await hub.hear(inForce(telecomFacts(scene.newCause(), token)));
      await scene.execute(await scene.orders(number));
      hub.setNow(after(24));
      const stopped = { status: "SUSPENDED" };
      await scene.report(number, holder, after(5), stopped, "C02");
      await hub.review();
      expect(await scene.report(number, holder, after(6), stopped)).toMatchObject({ state: "ACCEPTED" });
      await hub.review();
      expect(await stateOf(number)).toEqual(["SUSPEND C01 EXECUTED", "SUSPEND C02 EXPIRED"]);
      expect(await scene.report(number, holder, after(7))).toMatchObject({ code: "INVALID_TRANSITION" });
    });

    test("and back again before anybody has stopped it is ordered to be stopped by whoever has it now", async () => {
      const { number, holder, token } = await scene.newLine();
      await hub.hear(inForce(telecomFacts(scene.newCause(), token)));
      hub.setNow(after(24));
      for (const [hours, code] of [
        [5, "C02"],
        [6, "C01"],
      ] as const) {
        expect(await scene.report(number, holder, after(hours), {}, code)).toMatchObject({
          state: "ACCEPTED",
        });
        await hub.review();
      }
      expect(await stateOf(number)).toEqual([
        "SUSPEND C01 EXPIRED",
        "SUSPEND C01 ISSUED",
        "SUSPEND C02 EXPIRED",
      ]);
    });

    const STOPPED = { status: "SUSPENDED" };
    const IN_USE = { lastUsedOn: "2026-11-20" };

    test.each([
      ["in their order", [0, 1]],
      ["the later one first", [1, 0]],
    ])(
      "may be flagged for what was seen while its holder had it with another one (told %s)",
      async (_what, order) => {
        const { holder } = await scene.newLine();
        const number = scene.newNumber();
        const ported = { registeredOn: "2026-11-23", activatedOn: "2026-11-23" };
        const notice = { ...NOTICE, acknowledgedAt: "2026-11-23T02:05:00.000Z" };
        const reports = [
          () => scene.report(number, holder, after(-96)),
          () => scene.report(number, holder, after(-1), { ...ported, riskNotice: notice }, "C02"),
        ];
        for (const one of order) await reports[one]!();
        expect((await scene.read(number)).carrier.code).toBe("C02");
        const seen = { observedFrom: "2026-11-20T00:00:00.000Z", observedTo: "2026-11-21T00:00:00.000Z" };
        const flag = async (rest: object) => {
          const reports = [{ number, kind: "SPAM_SMS", ...seen, ...rest }];
          const input = { requestId: scene.newCause(), carrier: "C02", reports };
          return (await hub.ask(carrier("C02"), CALLS, { input })).data.reportAbnormalCalls
            .items[0] as object;
        };
        expect(await flag({})).toMatchObject({ state: "ACCEPTED" });
        const early = { observedFrom: "2024-02-01T00:00:00.000Z", observedTo: "2024-02-02T00:00:00.000Z" };
        expect(await flag(early)).toMatchObject({ code: "BAD_INPUT" });
      },
    );

    test("takes an order to restore it along: its new carrier has it in the queue, and restores it", async () => {
      const { number, holder, token } = await scene.newLine();
      const facts = telecomFacts(scene.newCause(), token);
      await hub.hear(inForce(facts));
      await scene.execute(await scene.orders(number));
      await hub.hear(lifted(facts));
      hub.setNow(after(24));
      expect(await scene.report(number, holder, after(5), STOPPED, "C02")).toMatchObject({
        state: "ACCEPTED",
      });
      await hub.review();
      expect(await stateOf(number)).toEqual([
        "RESTORE C01 EXPIRED",
        "RESTORE C02 ISSUED",
        "SUSPEND C01 EXECUTED",
      ]);
      expect(await scene.queue(number, "C02")).toEqual(["RESTORE"]);
      expect(await scene.toldRestored(facts.causeId)).toBe(0);
      const waiting = (await scene.orders(number)).filter(({ status }) => status === "DELIVERED");
      expect(await scene.execute(waiting, after(25), "C02")).toMatchObject({ accepted: 1 });
      expect((await scene.read(number)).status).toBe("ACTIVE");
      expect(await scene.toldRestored(facts.causeId)).toBe(1);
      // Whoever had it before has nothing to restore any more.
      const [old] = (await scene.orders(number)).filter(({ status }) => status === "EXPIRED");
      expect(await scene.execute([old!], after(26))).toMatchObject({ rejected: 1 });
    });

    test("takes along what waits because of a verified flag, and what was stopped by one is to be stopped there", async () => {
      for (const isDone of [false, true]) {
        const { number, holder, token } = await scene.newLine();
        await scene.verifiedFlag(number);
        if (isDone) await scene.execute(await scene.orders(number));
        hub.setNow(after(24));
        expect(await scene.report(number, holder, after(5), isDone ? STOPPED : IN_USE, "C02")).toMatchObject({
          state: "ACCEPTED",
        });
        await hub.review();
        await hub.review();
        const [before] = await scene.orders(number);
        expect(await stateOf(number)).toEqual([
          `SUSPEND C01 ${isDone ? "EXECUTED" : "EXPIRED"}`,
          "SUSPEND C02 ISSUED",
        ]);
        expect(await scene.queue(number, "C02")).toEqual(["SUSPEND"]);
        // The one who holds it objects to the order that stopped it: what goes on elsewhere for the same reason ends too.
        await scene.object(before!, token);
        await hub.review();
        if (!isDone) continue;
        expect(await stateOf(number)).toEqual([
          "RESTORE C02 ISSUED",
          "SUSPEND C01 EXECUTED",
          "SUSPEND C02 EXPIRED",
        ]);
        const restores = (await scene.orders(number)).filter(({ status }) => status === "ISSUED");
        await scene.execute(restores, after(25), "C02");
        expect((await scene.read(number)).status).toBe("ACTIVE");
      }
    });

    test("comes back where an objection to the order that waits at its new carrier is confirmed", async () => {
      const { number, holder, token } = await scene.newLine();
      await scene.verifiedFlag(number);
      await scene.execute(await scene.orders(number));
      hub.setNow(after(24));
      await scene.report(number, holder, after(5), STOPPED, "C02");
      await hub.review();
      const [, waiting] = await scene.orders(number);
      await scene.object(waiting!, token);
      expect(await stateOf(number)).toEqual([
        "RESTORE C02 ISSUED",
        "SUSPEND C01 EXECUTED",
        "SUSPEND C02 EXPIRED",
      ]);
      await scene.execute(
        (await scene.orders(number)).filter(({ kind }) => kind === "RESTORE"),
        after(25),
        "C02",
      );
      expect((await scene.read(number)).status).toBe("ACTIVE");
      expect(await scene.toldRestored(waiting!.id)).toBe(1);
    });

    test("is stopped by its new carrier alone, and not undone there when the old one tells late that it had stopped it", async () => {
      const { number, holder } = await scene.newLine();
      await scene.verifiedFlag(number);
      const [stop] = await scene.orders(number);
      await scene.queue(number); // fetched
      hub.setNow(after(24));
      await scene.report(number, holder, after(5), {}, "C02");
      await hub.review();
      expect(await scene.execute([stop!], after(25))).toMatchObject({ accepted: 1 });
      await hub.review();
      expect((await scene.read(number)).status).toBe("ACTIVE");
      expect(await stateOf(number)).toEqual(["SUSPEND C01 EXECUTED", "SUSPEND C02 ISSUED"]);
    });

    test("takes the task to correct its record along", async () => {
      const { number, holder, token, id } = await scene.newLine();
      const objectionId = scene.newCause();
      await hub.hear({
        kind: "OBJECTION_DECIDED",
        ...{ objectionId, target: "DATA_ERROR", targetId: id, subjectId: token, confirmed: true },
      });
      hub.setNow(after(24));
      await scene.report(number, holder, after(5), IN_USE, "C02");
      await hub.review();
      expect(await scene.queue(number)).toEqual([]);
      expect(await scene.queue(number, "C02")).toEqual(["REVERIFY"]);
      expect(await scene.toldRestored(objectionId)).toBe(0);
    });

    test("is not ordered to be stopped there after an objection to its one order was confirmed", async () => {
      const { number, holder, token } = await scene.newLine();
      await hub.hear(inForce(telecomFacts(scene.newCause(), token)));
      const [stop] = await scene.orders(number);
      await hub.hear({
        kind: "OBJECTION_DECIDED",
        objectionId: scene.newCause(),
        target: "ORDER",
        targetId: stop!.id,
        subjectId: token,
        confirmed: true,
      });
      hub.setNow(after(24));
      expect(await scene.report(number, holder, after(5), {}, "C02")).toMatchObject({ state: "ACCEPTED" });
      await hub.review();
      expect(await stateOf(number)).toEqual(["SUSPEND C01 EXPIRED"]);
    });
  });

  describe("a line that was corrected to another holder", () => {
    const STOPPED = { status: "SUSPENDED" };
    const ordersOf = async (number: string, subjectId: string) => {
      const { rows } = await sql<{ kind: string; status: string }>`select kind, status from telecom.line_order
        where line_id = ${hub.keys.ids.lineId(number)} and subject_id = ${subjectId} order by kind, status`.execute(
        hub.database.db,
      );
      return rows.map(({ kind, status }) => `${kind} ${status}`);
    };

    test.each([
      ["the former holder's measure stands", false],
      ["the former holder's measure was lifted, and nobody has restored it yet", true],
    ])("comes back to them by an order where %s", async (_what, isLifted) => {
      const { number, token } = await scene.newLine({ status: "DORMANT" });
      const { holder: next, token: nextToken } = await scene.newLine();
      const facts = telecomFacts(scene.newCause(), token);
      await hub.hear(inForce(facts));
      await scene.execute(await scene.orders(number));
      if (isLifted) await hub.hear(lifted(facts));
      hub.setNow(after(24));
      expect(await scene.report(number, next, after(5), STOPPED)).toMatchObject({ state: "ACCEPTED" });
      await hub.review();
      await hub.review();
      expect(await ordersOf(number, nextToken)).toEqual(["RESTORE ISSUED"]);
      expect(await ordersOf(number, token)).toEqual(
        isLifted ? ["RESTORE EXPIRED", "SUSPEND EXECUTED"] : ["SUSPEND EXECUTED"],
      );
      expect(await scene.toldRestored(facts.causeId)).toBe(isLifted ? 1 : 0);
      expect(await scene.queue(number)).toEqual(["RESTORE"]);
      const waiting = (await scene.orders(number)).filter(({ status }) => status === "DELIVERED");
      expect(await scene.execute(waiting, after(25))).toMatchObject({ accepted: 1 });
      expect((await scene.read(number)).status).toBe("DORMANT");
      // Its carrier may stop it for a reason of its own, and nothing of before brings it back.
      await scene.report(number, next, after(26), STOPPED);
      await hub.review();
      expect(await scene.queue(number)).toEqual([]);
    });

    test.each([
      ["has been carried out", true],
      ["waits", false],
    ])(
      "and back again is stopped anew by a measure that stands, where its first stop %s",
      async (_what, isDone) => {
        const { number, holder, token } = await scene.newLine();
        const { holder: next } = await scene.newLine();
        const facts = telecomFacts(scene.newCause(), token);
        await hub.hear(inForce(facts));
        if (isDone) await scene.execute(await scene.orders(number));
        hub.setNow(after(24));
        const inUse = { lastUsedOn: "2026-11-20" };
        await scene.report(number, next, after(5), isDone ? STOPPED : inUse);
        await hub.review();
        await scene.report(number, holder, after(6), inUse);
        await hub.review();
        const first = isDone ? "SUSPEND EXECUTED" : "SUSPEND EXPIRED";
        expect(await ordersOf(number, token)).toEqual([first, "SUSPEND ISSUED"].sort());
        expect(await scene.queue(number)).toEqual(["SUSPEND"]);
        const again = (await scene.orders(number)).filter(({ status }) => status === "DELIVERED");
        await scene.execute(again, after(25));
        expect((await scene.read(number)).status).toBe("SUSPENDED");
        await hub.hear(lifted(facts));
        const restores = (await scene.orders(number)).filter(({ status }) => status === "ISSUED");
        expect(restores.map(({ kind }) => kind)).toEqual(["RESTORE"]);
        await scene.execute(restores, after(26));
        expect((await scene.read(number)).status).toBe("ACTIVE");
      },
    );

    test("is not stopped by what was ordered under a former holder whose other line is reported with it", async () => {
      const { number, holder, token } = await scene.newLine();
      const { number: other, holder: next } = await scene.newLine();
      await hub.hear(inForce(telecomFacts(scene.newCause(), token)));
      await scene.execute(await scene.orders(number));
      hub.setNow(after(24));
      await scene.report(number, next, after(5), STOPPED);
      await scene.report(other, holder, after(5));
      const both = [scene.reportOf(number, next, after(6)), scene.reportOf(other, holder, after(6))];
      expect(await scene.send(both)).toMatchObject([{ state: "ACCEPTED" }, { state: "ACCEPTED" }]);
      expect((await scene.read(number)).status).toBe("ACTIVE");
    });

    test("is to be verified again where its holder's evidence is not there", async () => {
      const { number, token } = await scene.newLine();
      const { holder: next } = await scene.newLine();
      await hub.hear(inForce(telecomFacts(scene.newCause(), token)));
      await scene.execute(await scene.orders(number));
      hub.setNow(after(24));
      const bare = { realNameMethod: null, onlineCheckPassed: null, photoReference: null, riskNotice: null };
      await scene.report(number, next, after(5), { ...STOPPED, ...bare });
      await hub.review();
      const waiting = (await scene.orders(number)).filter(({ kind }) => kind === "RESTORE");
      await scene.execute(waiting, after(25));
      expect((await scene.read(number)).status).toBe("REVERIFY_REQUIRED");
    });

    test("leaves nothing in any queue that was ordered of its former holder, and what was to be corrected is", async () => {
      const { number, token, id } = await scene.newLine();
      const { holder: next, token: nextToken } = await scene.newLine();
      await scene.verifiedFlag(number);
      const objectionId = scene.newCause();
      await hub.hear({
        kind: "OBJECTION_DECIDED",
        ...{ objectionId, target: "DATA_ERROR", targetId: id, subjectId: token, confirmed: true },
      });
      await scene.queue(number);
      hub.setNow(after(24));
      await scene.report(number, next, after(5), { lastUsedOn: "2026-11-20" });
      await hub.review();
      expect(await scene.queue(number)).toEqual([]);
      expect(await ordersOf(number, token)).toEqual(["REVERIFY EXPIRED", "SUSPEND EXPIRED"]);
      expect(await scene.toldRestored(objectionId)).toBe(1);
      // Carried out by a carrier that had not heard of it: the line of now is what has been stopped.
      const [, stop] = await scene.orders(number);
      expect(await scene.execute([stop!], after(25))).toMatchObject({ accepted: 1 });
      await hub.review();
      expect(await ordersOf(number, nextToken)).toEqual(["RESTORE ISSUED"]);
      expect(await scene.queue(number)).toEqual(["RESTORE"]);
    });
  });

  test("rows of before: a line that stands stopped though its holder has registered is restored after the update", async () => {
    const { number, token, id } = await scene.newLine({ status: "SUSPENDED" });
    const { rows } = await sql<{ causeId: string }>`insert into telecom.line_order
      (subject_id, id, line_id, carrier, kind, status, reason, cause_id, issued_at, due_at, executed_at)
      values (${token}, ${scene.newCause()}, ${id}, 'C01', 'STOP_UNREGISTERED', 'EXECUTED', '{}', ${scene.newCause()},
        ${NOW}::timestamptz, ${NOW}::timestamptz, ${NOW}::timestamptz) returning cause_id as "causeId"`.execute(
      hub.database.db,
    );
    await hub.review();
    expect(await scene.queue(number)).toEqual([]);
    const folder = join(__dirname, "../../../schema/database/migrations/telecom");
    const text = await readFile(join(folder, "027-orders-left-behind.sql"), "utf8");
    await sql.raw(text).execute(hub.database.db);
    await hub.review();
    expect(await scene.queue(number)).toEqual(["RESTORE"]);
    expect((await scene.orders(number)).map(({ causeId }) => causeId)).toEqual(
      Array.from({ length: 2 }, () => rows[0]!.causeId),
    );
  });

  describe("a line that nobody was registered for", () => {
    /** A line of before real names, stopped for want of one. */
    async function unregistered() {
      const { number, holder } = await scene.newUnregistered();
      await scene.execute((await scene.orders(number)).filter(({ kind }) => kind === "STOP_UNREGISTERED"));
      expect((await scene.read(number)).status).toBe("SUSPENDED");
      hub.setNow(after(24));
      return { number, holder };
    }
    const restore = async (number: string) => {
      await hub.review();
      const restores = (await scene.orders(number)).filter(({ kind }) => kind === "RESTORE");
      expect(await scene.execute(restores, after(24))).toMatchObject({ accepted: 1 });
    };

    test("and that a verified flag has stopped stays stopped when somebody registers", async () => {
      const { number, holder } = await unregistered();
      hub.setNow(NOW);
      await scene.verifiedFlag(number);
      await scene.execute((await scene.orders(number)).filter(({ kind }) => kind === "SUSPEND"));
      hub.setNow(after(24));
      const old = { registeredOn: "2014-01-01", activatedOn: "2014-01-01" };
      expect(await scene.report(number, holder, after(12), old)).toMatchObject({
        code: "INVALID_TRANSITION",
      });
      const stopped = { ...old, status: "SUSPENDED" };
      expect(await scene.report(number, holder, after(12), stopped)).toMatchObject({ state: "ACCEPTED" });
      await restore(number);
      expect((await scene.read(number)).status).toBe("SUSPENDED");
    });

    test.each([
      ["is to be verified again when it is restored and its holder's evidence is not there", false],
      ["is back when it is restored and its holder's evidence is there", true],
    ])("%s", async (_what, isProved) => {
      const { number, holder } = await unregistered();
      const bare = { realNameMethod: null, onlineCheckPassed: null, photoReference: null, riskNotice: null };
      const days = { status: "SUSPENDED", registeredOn: "2026-11-24", activatedOn: null };
      const notice = { riskNotice: { ...NOTICE, acknowledgedAt: "2026-11-24T03:00:00.000Z" } };
      const registered = { ...days, ...(isProved ? notice : bare) };
      expect(await scene.report(number, holder, after(12), registered)).toMatchObject({ state: "ACCEPTED" });
      await restore(number);
      expect((await scene.read(number)).status).toBe(isProved ? "ACTIVE" : "REVERIFY_REQUIRED");
    });
  });
});

onPostgres(
  "telecom",
  "what a carrier says of a line and of its orders at once, each on a connection of its own",
  open => {
    let hub: TelecomHub;
    let scene: ReturnType<typeof createScene>;
    beforeAll(async () => {
      hub = await createTelecomHub(await open());
      await hub.write(TELECOM_WORLD);
      await hub.review();
      scene = createScene(hub);
    });

    /** The report has read the line and cannot write it yet; the other comes as far as it can meanwhile. */
    async function whileReported(
      { number, holder, token }: { number: string; holder: WorldDocument; token: string },
      status: string,
      other: () => Promise<unknown>,
    ): Promise<void> {
      const both: Promise<unknown>[] = [];
      await hub.database.transaction(async tx => {
        await sql`select 1 from telecom.subject where id = ${token} for update`.execute(tx);
        both.push(scene.report(number, holder, NOW, { status, lastUsedOn: "2026-11-22" }));
        await waitForLocked(hub.database, 1);
        both.push(other());
        await Promise.race([both[1], waitForLocked(hub.database, 2)]);
      });
      await Promise.all(both);
    }

    describe("while somebody registers for a line that was nobody's", () => {
      /** The report has taken along what there was, and is held before it ends; the other comes as far as it can. */
      async function whileRegistered(
        other: (number: string, flagId: string) => Promise<unknown>,
      ): Promise<string> {
        const { number, holder } = await scene.newUnregistered();
        const flagId = await scene.flag(number);
        const both: Promise<unknown>[] = [];
        await hub.database.transaction(async tx => {
          await sql`select 1 from telecom.flag_directory where id = ${flagId} for update`.execute(tx);
          const old = { registeredOn: "2014-01-01", activatedOn: "2014-01-01" };
          both.push(scene.report(number, holder, NOW, { ...old, status: "DORMANT" }));
          await waitForLocked(hub.database, 1);
          both.push(other(number, flagId));
          await Promise.race([both[1], waitForLocked(hub.database, 2)]);
        });
        expect((await Promise.all(both))[0]).toMatchObject({ state: "ACCEPTED" });
        return number;
      }
      const left = async (number: string) => {
        const { rows } =
          await sql`select id from telecom.line_order where subject_id = ${"-" + hub.keys.ids.lineId(number)}
          union all select id from telecom.flag where subject_id = ${"-" + hub.keys.ids.lineId(number)}`.execute(
            hub.database.db,
          );
        return rows.length;
      };

      test("a flag that is verified stays verified, and what it orders is of whoever holds the line", async () => {
        const number = await whileRegistered((_, flagId) => scene.confirm(flagId));
        const { rows } = await sql`select status from telecom.flag
          where line_id = ${hub.keys.ids.lineId(number)}`.execute(hub.database.db);
        expect(rows).toEqual([{ status: "VERIFIED" }]);
        expect(await left(number)).toBe(0);
        expect(await scene.queue(number)).toContain("SUSPEND");
      });

      test("a flag that is raised is of whoever holds the line", async () => {
        const number = await whileRegistered(one => scene.flag(one, "SPAM_SMS"));
        expect(await left(number)).toBe(0);
        const { rows } = await sql<{ kind: string }>`select f.kind from telecom.flag f join telecom.line l
          on l.subject_id = f.subject_id and l.id = f.line_id
          where l.id = ${hub.keys.ids.lineId(number)} order by f.kind`.execute(hub.database.db);
        expect(rows.map(({ kind }) => kind)).toEqual(["ILLEGAL_OUTBOUND", "SPAM_SMS"]);
      });

      test("a day's checks order nothing for want of a holder", async () => {
        const number = await whileRegistered(async one => {
          const own = sql`select id from telecom.line_order where line_id = ${hub.keys.ids.lineId(one)}`;
          await sql`delete from telecom.order_directory where id in (${own})`.execute(hub.database.db);
          await sql`delete from telecom.line_order where id in (${own})`.execute(hub.database.db);
          await sql`delete from telecom.daily_run`.execute(hub.database.db);
          await runDailyChecks({ database: hub.database, at: NOW }, chinaDay(NOW));
        });
        expect(await scene.orders(number)).toEqual([]);
      });
    });

    test("a report that waits in a circle with another change is taken in all the same, and once", async () => {
      const lines = [await scene.newLine(), await scene.newLine()].sort((a, b) => (a.id < b.id ? -1 : 1));
      const [first, second] = lines as [(typeof lines)[0], (typeof lines)[0]];
      const told = async () =>
        (await sql`select 1 from telecom.outbox where kind = 'LINES_REPORTED'`.execute(hub.database.db)).rows
          .length;
      const before = await told();
      const lock = (tx: typeof hub.database.db, id: string) =>
        sql`select 1 from telecom.line_directory where id = ${id} for update`.execute(tx);
      const reports: Promise<object[]>[] = [];
      let runs = 0;
      const stop = hub.database.onStatement(text => (runs += text.includes("claimLines") ? 1 : 0));
      await hub.database.transaction(async tx => {
        await lock(tx, second.id);
        if (reports.length === 0)
          reports.push(scene.send(lines.map(({ number, holder }) => scene.reportOf(number, holder, NOW))));
        await waitForLocked(hub.database, 1);
        await lock(tx, first.id); // held by the report, which waits for the other one
      });
      expect(await reports[0]).toMatchObject([{ state: "ACCEPTED" }, { state: "ACCEPTED" }]);
      expect(await told()).toBe(before + 1);
      stop();
      expect(runs).toBe(2);
    });

    test("a line whose stop is executed while it is reported in service is stopped", async () => {
      const one = await scene.newLine();
      await hub.hear(inForce(telecomFacts(scene.newCause(), one.token)));
      const stops = await scene.orders(one.number);
      await whileReported(one, "ACTIVE", () => scene.execute(stops));
      expect((await scene.read(one.number)).status).toBe("SUSPENDED");
      // A line that such a report had put back into service is stopped by the next one all the same.
      await sql`update telecom.line set status = 'ACTIVE' where id = ${one.id}`.execute(hub.database.db);
      hub.setNow(after(2));
      expect(await scene.report(one.number, one.holder, after(1))).toMatchObject({
        code: "INVALID_TRANSITION",
      });
      expect(await scene.report(one.number, one.holder, NOW, { lastUsedOn: "2026-11-23" })).toMatchObject({
        state: "ACCEPTED",
      });
      expect((await scene.read(one.number)).status).toBe("SUSPENDED");
    });

    test("a line that is restored while it is reported out of service is back", async () => {
      const one = await scene.newLine();
      const facts = telecomFacts(scene.newCause(), one.token);
      await hub.hear(inForce(facts));
      await scene.execute(await scene.orders(one.number));
      await hub.hear(lifted(facts));
      const restores = (await scene.orders(one.number)).filter(({ kind }) => kind === "RESTORE");
      await whileReported(one, "SUSPENDED", () => scene.execute(restores));
      expect((await scene.read(one.number)).status).toBe("ACTIVE");
    });

    test("a line that is recognised in a case while it is reported counts as used in it", async () => {
      const one = await scene.newLine();
      await whileReported(one, "ACTIVE", () => hub.hear(inForce(caseLineFacts(scene.newCause(), one.id))));
      const { rows } = await sql<{ involvedOn: string | null }>`select involved_on as "involvedOn"
      from telecom.line where id = ${one.id}`.execute(hub.database.db);
      expect(rows).toEqual([{ involvedOn: "2026-11-24" }]);
    });

    test("a holder verified again while orders on the line are executed keeps neither waiting for the other", async () => {
      const one = await scene.newLine();
      await hub.hear(inForce(caseLineFacts(scene.newCause(), one.id)));
      await hub.hear(inForce(telecomFacts(scene.newCause(), one.token)));
      const orders = await scene.orders(one.number);
      const both: Promise<unknown>[] = [];
      await hub.database.transaction(async tx => {
        await sql`select 1 from telecom.line where id = ${one.id} for update`.execute(tx);
        both.push(scene.verify(one.number));
        await waitForLocked(hub.database, 1);
        both.push(scene.execute(orders));
        await waitForLocked(hub.database, 2);
      });
      expect(await Promise.all(both)).toMatchObject([
        { data: { recordReverification: { status: "ACTIVE" } } },
        { accepted: 1, duplicate: 1, rejected: 0 }, // the task to verify again is done already
      ]);
      expect((await scene.read(one.number)).status).toBe("SUSPENDED");
    });
  },
);
