import * as fc from "fast-check";
import { sql } from "kysely";
import { composeResidentId } from "../../../scripts/seed/world/numbers/composeResidentId";
import { eachStore } from "../../support/databases";
import { expectSameEnd } from "../../support/expectSameEnd";
import { inForce, lifted, telecomFacts } from "../../support/policeEvents";
import { carrier, createTelecomHub, police, type TelecomHub } from "./telecomHub";
import { uuid } from "./telecomRows";
import { NOW, TELECOM_WORLD } from "./telecomWorld";

const REPORT = `mutation ($input: ReportPhoneLinesInput!) { reportPhoneLines(input: $input) {
  rejected items { state code message } } }`;
const LINE = `query ($n: ID!) { phoneLine(number: $n) { status kind registeredOn activatedOn lastUsedOn closedOn
  holder { id telecomIdentity { name } } carrier { code } openedAt { code }
  realName { method onlineCheckPassed photoReference result verifiedOn } riskNotice { noticeVersion } } }`;
const EXECUTE = `mutation ($input: ExecuteOrdersInput!) { executeLineOrders(input: $input) { accepted rejected } }`;
const LAST_HOUR = 3;
const DAYS = ["2026-11-02", "2026-11-03", "2026-11-04"] as const;
/** What a carrier calls its customer, hour by hour. */
const NAMES = ["赵一", "赵壹", "招一", "赵一一"];
const OPEN = ["ACTIVE", "DORMANT", "REVERIFY_REQUIRED", "SUSPENDED"] as const;
/** Sealed anew each time, or of use in the merging of evidence alone. */
const UNTOLD = ["sealed_number", "method_mark", "check_mark", "photo_mark"];
/** From this hour on the line is with another carrier, or with another holder. */
const MOVED_FROM = 2;

/** Each kind of evidence comes or does not, and may say something else each time. */
const evidence = fc.record({
  realNameMethod: fc.option(fc.constantFrom("ID_READER", "VIDEO", "COUNTER")),
  onlineCheckPassed: fc.option(fc.constant(true)),
  photoReference: fc.option(fc.constantFrom("photo/6", "photo/7", "photo/8")),
});
const NOTICE = {
  riskNotice: {
    kind: "RISK_NOTICE",
    noticeVersion: "2024-12",
    noticeDigest: "ab".repeat(32),
    acknowledgedAt: "2026-11-01T03:00:00.000Z",
  },
};
const COMPLETE = {
  realNameMethod: "ID_READER",
  onlineCheckPassed: true,
  photoReference: "photo/9",
  ...NOTICE,
};

/** What the carriers may have seen within an hour, more than one thing of the same moment included. */
const sighting = fc
  .record({
    hour: fc.integer({ min: 0, max: LAST_HOUR }),
    status: fc.constantFrom(...OPEN),
    isExtreme: fc.boolean(),
    isUnused: fc.boolean(),
    partial: evidence,
    isComplete: fc.boolean(),
    isNamed: fc.boolean(),
    lastUsedOn: fc.option(fc.constantFrom("2026-11-05", "2026-11-10")),
    outletCode: fc.option(fc.constantFrom("C01-1", "C01-2")),
  })
  .map(({ hour, status, isExtreme, isUnused, partial, isComplete, isNamed, ...rest }) => {
    const isPending = isExtreme && hour === 0;
    const isClosed = isExtreme && hour === LAST_HOUR;
    // Out of service, and nobody has said when it was put into it.
    const neverActivated = isExtreme && isUnused && hour === 1;
    return {
      ...rest,
      hour,
      neverActivated,
      holderName: isNamed && !neverActivated ? NAMES[hour] : null,
      observedAt: `2026-11-12T0${hour}:00:00.000Z`,
      status: neverActivated ? "SUSPENDED" : isPending ? "PENDING" : isClosed ? "CLOSED" : status,
      activatedOn: isPending || neverActivated ? null : "2026-11-02",
      closedOn: isClosed ? "2026-11-12" : null,
      ...(neverActivated ? {} : isComplete ? COMPLETE : partial),
    };
  });
/** What the next carrier says of its days. */
const PORTED = { registeredOn: "2026-11-12", activatedOn: null, lastUsedOn: null };
/** Where the line goes, from an hour on or for that hour alone. */
type Move = "carrier" | "carrier, closed by the first" | "holder" | "holder and back";
type Sighting = typeof sighting extends fc.Arbitrary<infer T> ? T : never;

/** Anything that two carriers may say of a number that three people or nobody hold: it is ported, comes back, is closed. */
const claim = fc
  .record({
    carrier: fc.constantFrom("C01", "C02"),
    holder: fc.constantFrom(0, 0, 1, 2, null),
    status: fc.constantFrom("PENDING", "SUSPENDED", "CLOSED", "ACTIVE", "ACTIVE"),
    seenOn: fc.integer({ min: 0, max: DAYS.length - 1 }),
    registeredOn: fc.integer({ min: 0, max: DAYS.length - 1 }),
    isActivated: fc.boolean(),
    isEndTold: fc.boolean(),
    isComplete: fc.boolean(),
    outletCode: fc.option(fc.constantFrom("1", "2")),
  })
  .map(one => {
    const registeredOn = DAYS[Math.min(one.registeredOn, one.seenOn)]!;
    return {
      carrier: one.carrier,
      holder: one.holder,
      kind: "MOBILE",
      status: one.status,
      registeredOn,
      activatedOn: one.isActivated && one.status !== "PENDING" ? registeredOn : null,
      closedOn: one.status === "CLOSED" && one.isEndTold ? DAYS[one.seenOn] : null,
      outletCode: one.outletCode === null ? null : `${one.carrier}-${one.outletCode}`,
      observedAt: `${DAYS[one.seenOn]}T03:00:00.000Z`,
      ...(one.isComplete && one.holder !== null
        ? {
            ...COMPLETE,
            riskNotice: { ...NOTICE.riskNotice, acknowledgedAt: "2026-11-01T03:00:00.000Z" },
          }
        : {}),
    };
  });
type Claim = typeof claim extends fc.Arbitrary<infer T> ? T : never;

/** The hours of a day at which an order on a line is given, carried out and undone; reports are seen in between. */
const [ORDERED_AT, STOPPED_AT, LIFTED_AT, RESTORED_AT] = [1, 3, 4, 6] as const;
const LAST_SEEN_AT = 7;
const MAX_LATE_BY = 5;
const LAST_TOLD_AT = LAST_SEEN_AT + MAX_LATE_BY;
/** Each tells two histories of a dozen hours to a store. */
const STOPPED_RUNS = 8;
const momentOf = (hour: number): string =>
  new Date(Date.parse("2026-11-24T01:00:00Z") + hour * 3_600_000).toISOString();

/** What its carrier may have seen of a line, after how many hours it is told of, and what it says. */
const seen = fc.record({
  seenAt: fc.integer({ min: 0, max: LAST_SEEN_AT }),
  lateBy: fc.integer({ min: 0, max: MAX_LATE_BY }),
  status: fc.constantFrom(...OPEN),
  lastUsedOn: fc.option(fc.constantFrom("2026-11-05", "2026-11-10")),
});
type Seen = typeof seen extends fc.Arbitrary<infer T> ? T : never;

/** People of whom the rest of the world holds nothing. */
function someone(sequence: number): { type: "RESIDENT_ID"; number: string } {
  const birthday = `1985-06-${String(1 + Math.floor(sequence / 900)).padStart(2, "0")}`;
  return { type: "RESIDENT_ID", number: composeResidentId("990102", birthday, sequence % 900) };
}

eachStore("telecom", open => {
  let hub: TelecomHub;
  let sequence = 0;
  let requests = 0;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
  });

  /** Sends a batch of one carrier and answers what was rejected: what puts a line in use needs all of its evidence. */
  async function send(batch: readonly (object & { carrier: string })[]): Promise<typeof batch> {
    const carriers = [...new Set(batch.map(line => line.carrier))];
    const rejected: (typeof batch)[number][] = [];
    for (const code of carriers) {
      const own = batch.filter(line => line.carrier === code);
      const lines = own.map(({ carrier: _, ...line }) => line);
      const input = { requestId: `shuffled-${(requests += 1)}`, carrier: code, lines };
      const answer = await hub.ask(carrier(code, "carrier-reporting"), REPORT, { input });
      expect(answer.code).toBeUndefined();
      const { items } = answer.data.reportPhoneLines;
      rejected.push(...own.filter((_, index) => items[index].state === "REJECTED"));
    }
    return rejected;
  }

  /** What was rejected is sent again once the rest is known, for as long as that helps. */
  async function tell(lines: Parameters<typeof send>[0], isOneBatch: boolean): Promise<void> {
    let open = lines;
    let before = Infinity;
    while (open.length > 0 && open.length < before) {
      before = open.length;
      const rejected = [];
      for (const batch of isOneBatch ? [open] : open.map(line => [line]))
        rejected.push(...(await send(batch)));
      open = rejected;
    }
  }

  async function endOf(history: readonly Sighting[], isOneBatch: boolean, move: Move): Promise<unknown> {
    sequence += 1;
    const number = `14111${String(sequence).padStart(6, "0")}`;
    const holders = [someone(2 * sequence), someone(2 * sequence + 1)] as const;
    const isPorted = move.startsWith("carrier");
    const lines = history.flatMap(({ hour, neverActivated: _, ...seen }) => {
      const hasMoved = move === "holder and back" ? hour === MOVED_FROM : hour >= MOVED_FROM;
      const holder = holders[hasMoved && !isPorted ? 1 : 0];
      const line = {
        number,
        kind: "MOBILE",
        registeredOn: "2026-11-01",
        document: { ...holder, token: hub.tokenOf(holder) },
        carrier: hasMoved && isPorted ? "C02" : "C01",
        ...seen,
      };
      if (!hasMoved || move !== "carrier, closed by the first") return [line];
      // The first carrier closes what it had an hour after the other has registered it, and uses its days of before.
      const closed = { ...line, carrier: "C01", status: "CLOSED", closedOn: "2026-11-12" };
      return [
        { ...line, ...PORTED },
        { ...closed, observedAt: `2026-11-12T0${hour + 1}:30:00.000Z` },
      ];
    });
    await tell(lines, isOneBatch);
    const { data } = await hub.ask(police(), LINE, { n: number });
    const told = holders.reduce(
      (text, one, part) => text.replaceAll(hub.tokenOf(one), `part ${part}`),
      JSON.stringify(data.phoneLine),
    );
    return JSON.parse(told);
  }

  test.each(["carrier", "carrier, closed by the first", "holder", "holder and back"] as const)(
    "reports of a line that comes to another %s end alike in whatever order they come, those of the same moment included",
    async move => {
      await expectSameEnd(sighting, (history, isOneBatch) => endOf(history, isOneBatch, move));
    },
    120_000,
  );

  /**
   * All that is kept of a number in the end, and what waits to be done to it: one of the three is under a measure.
   * Orders that are over are the record of what was ordered while the line was thought to be theirs: they differ.
   */
  async function endOfClaims(history: readonly Claim[], isOneBatch: boolean): Promise<unknown> {
    sequence += 3;
    const number = `14112${String(sequence).padStart(6, "0")}`;
    // Of two holders seen at the same moment their tokens decide: so they stand in that order each time.
    const holders = [0, 1, 2]
      .map(one => someone(2_000 + sequence + one))
      .toSorted((one, other) => (hub.tokenOf(one) < hub.tokenOf(other) ? -1 : 1));
    await hub.hear(inForce(telecomFacts(uuid(970_000 + sequence), hub.tokenOf(holders[0]!))));
    const lines = history.map(({ holder, ...rest }) => {
      const one = holder === null ? null : holders[holder]!;
      return { ...rest, number, document: one && { ...one, token: hub.tokenOf(one) } };
    });
    await tell(lines, isOneBatch);
    // What is ordered where a line has moved is ordered in one review, and settled in the next.
    for (let reviews = 0; reviews < 2; reviews += 1) await hub.review();
    const id = hub.keys.ids.lineId(number);
    const { rows } = await sql<{ row: string }>`
      select 'line ' || (to_jsonb(l) - ${UNTOLD}::text[])::text as row from telecom.line l where id = ${id}
      union all select 'place ' || subject_id || ' ' || carrier from telecom.line_directory where id = ${id}
      union all select 'former ' || to_jsonb(f)::text from telecom.former_line f where line_id = ${id}
      union all select 'nobody ' || to_jsonb(p)::text from telecom.unregistered_period p where line_id = ${id}
      union all select 'order ' || subject_id || ' ' || carrier || ' ' || kind || ' ' || status
        from telecom.line_order where line_id = ${id} and status <> 'EXPIRED' and given_away_at is null
      order by row`.execute(hub.database.db);
    return holders
      .reduce(
        (text, one, part) => text.replaceAll(hub.tokenOf(one), `part ${part}`),
        rows.map(({ row }) => row).join("\n"),
      )
      .replaceAll(id, "line");
  }

  test("whatever two carriers say of a number and whoever holds it, who has it, who had it and what waits for it end alike", async () => {
    await expectSameEnd(claim, endOfClaims);
  }, 120_000);

  /** What is done to a line by orders, at the hours that it is done. */
  async function doAt(hour: number, id: string, facts: ReturnType<typeof telecomFacts>): Promise<void> {
    if (hour === ORDERED_AT) await hub.hear(inForce(facts));
    if (hour === STOPPED_AT) await executeOrders(id, "SUSPEND", momentOf(hour));
    if (hour === LIFTED_AT) await hub.hear(lifted(facts));
    if (hour === RESTORED_AT) await executeOrders(id, "RESTORE", momentOf(hour));
  }

  async function executeOrders(lineId: string, kind: string, executedAt: string): Promise<void> {
    const { rows } = await sql<{ id: string }>`select id from telecom.line_order
      where line_id = ${lineId} and kind = ${kind} and status in ('ISSUED', 'DELIVERED')`.execute(
      hub.database.db,
    );
    const outcomes = rows.map(({ id: orderId }) => ({ orderId, executed: true, executedAt }));
    const input = { requestId: `shuffled-${(requests += 1)}`, institution: "C01", outcomes };
    const { data } = await hub.ask(carrier("C01"), EXECUTE, { input });
    expect(data.executeLineOrders).toEqual({ accepted: 1, rejected: 0 });
  }

  /** Each report is told as soon as it was seen, or as many hours later as it says. */
  async function endOfStopped(reports: readonly Seen[], isLate: boolean): Promise<unknown> {
    sequence += 1;
    const number = `14113${String(sequence).padStart(6, "0")}`;
    const holder = someone(4_000 + sequence);
    const id = hub.keys.ids.lineId(number);
    const document = { ...holder, token: hub.tokenOf(holder) };
    const rest = {
      number,
      kind: "MOBILE",
      carrier: "C01",
      registeredOn: DAYS[0],
      activatedOn: DAYS[0],
      document,
    };
    const lineOf = (seenAt: number, seen: object) => ({
      ...{ ...rest, ...COMPLETE, ...seen },
      observedAt: momentOf(seenAt + 0.5),
    });
    const facts = telecomFacts(uuid(980_000 + sequence), document.token);
    hub.setNow(new Date(momentOf(0)));
    await tell([{ ...lineOf(-1, { status: "ACTIVE" }) }], false);
    const waiting = [];
    for (let hour = 0; hour <= LAST_TOLD_AT; hour += 1) {
      hub.setNow(new Date(momentOf(hour)));
      await doAt(hour, id, facts);
      hub.setNow(new Date(momentOf(hour + 0.9)));
      const told = reports
        .filter(({ seenAt, lateBy }) => seenAt + (isLate ? lateBy : 0) === hour)
        .map(({ seenAt, lateBy: _, ...seen }) => lineOf(seenAt, seen));
      for (const one of told) waiting.push(...(await send([one])));
    }
    await tell(waiting, false);
    hub.setNow(NOW);
    const { data } = await hub.ask(police(), LINE, { n: number });
    const { holder: _, ...line } = data.phoneLine;
    return line;
  }

  test("a line that an order stops and restores ends as its carrier says it was, whenever that is told", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(seen, { minLength: 1, maxLength: 5 }), async reports => {
        const inOrder = reports.toSorted((one, other) => one.seenAt - other.seenAt);
        expect(await endOfStopped(reports, true)).toEqual(await endOfStopped(inOrder, false));
      }),
      { numRuns: STOPPED_RUNS },
    );
  }, 120_000);
});
