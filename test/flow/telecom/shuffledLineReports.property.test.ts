import * as fc from "fast-check";
import { composeResidentId } from "../../../scripts/seed/world/numbers/composeResidentId";
import { eachStore } from "../../support/databases";
import { expectSameEnd } from "../../support/expectSameEnd";
import { carrier, createTelecomHub, police, type TelecomHub } from "./telecomHub";
import { TELECOM_WORLD } from "./telecomWorld";

const REPORT = `mutation ($input: ReportPhoneLinesInput!) { reportPhoneLines(input: $input) {
  rejected items { state code message } } }`;
const LINE = `query ($n: ID!) { phoneLine(number: $n) { status kind registeredOn activatedOn lastUsedOn closedOn
  holder { id telecomIdentity { name } } carrier { code } openedAt { code }
  realName { method onlineCheckPassed photoReference result verifiedOn } riskNotice { noticeVersion } } }`;
const LAST_HOUR = 3;
/** What a carrier calls its customer, hour by hour. */
const NAMES = ["赵一", "赵壹", "招一", "赵一一"];
const OPEN = ["ACTIVE", "DORMANT", "REVERIFY_REQUIRED", "SUSPENDED"] as const;
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

/**
 * Where a line is stopped that was never in service, nobody has said before that it was: of two reports that contradict
 * each other in this, the order decides until the next one.
 */
function consistent(history: readonly Sighting[]): readonly Sighting[] {
  if (!history.some(one => one.neverActivated)) return history;
  return history.filter(one => one.activatedOn === null || one.hour >= MOVED_FROM);
}

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

  async function endOf(history: readonly Sighting[], isOneBatch: boolean, move: Move): Promise<unknown> {
    sequence += 1;
    const number = `14111${String(sequence).padStart(6, "0")}`;
    const holders = [someone(2 * sequence), someone(2 * sequence + 1)] as const;
    // Where a report takes the ground from under one that was taken in before, nobody is told of that any more.
    const isTold = move !== "holder and back" && !history.some(one => one.neverActivated);
    const isPorted = move.startsWith("carrier");
    const lines = consistent(history).flatMap(({ hour, neverActivated: _, ...seen }) => {
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
    // What was rejected is sent again once the rest is known, for as long as that helps.
    let open: readonly (typeof lines)[number][] = lines;
    let before = Infinity;
    while (open.length > 0 && open.length < before) {
      before = open.length;
      const rejected = [];
      for (const batch of isOneBatch ? [open] : open.map(line => [line]))
        rejected.push(...(await send(batch)));
      open = rejected as typeof lines;
    }
    const { data } = await hub.ask(police(), LINE, { n: number });
    const told = holders.reduce(
      (text, one, part) => text.replaceAll(hub.tokenOf(one), `part ${part}`),
      JSON.stringify({ line: data.phoneLine, rejected: isTold ? open.length : null }),
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
});
