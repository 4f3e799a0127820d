import * as fc from "fast-check";
import { nobodyOf } from "../../../../subgraphs/telecom/nobody";
import { foldReports, knownAs, needsStory } from "../../../../subgraphs/telecom/reports/foldReports";
import { claimOf, inStoryOrder, type LineClaim } from "../../../../subgraphs/telecom/reports/lineClaim";
import type { LineDraft, LineState } from "../../../../subgraphs/telecom/reports/lineDraft";
import type { DoneOrder } from "../../../../subgraphs/telecom/reports/lineStops";
import { replayLine } from "../../../../subgraphs/telecom/reports/replayLine";
import { ItemState } from "../../../../subgraphs/shared/types/enums";
import { LineKind, LineStatus } from "../../../../subgraphs/telecom/types/enums";

const LINE = "line";
const NOBODY = nobodyOf(LINE);
/** Two seconds of telling; thousands more have been told. */
const RUNS = 300;
const DAYS = ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"] as const;

/** What is known once reports are in, kept as the store keeps it: see `LineClaimStore`. */
class Register {
  row: LineState | null = null;
  claims: LineClaim[] = [];
  seenUntil = "";
  former = new Map<string, unknown>();
  unregistered = new Map<string, unknown>();
  readonly done: { carrier: string; kind: string; at: string }[] = [];

  /** An order on the line is carried out, as `keepOrders` and `retellLines` have it. */
  carryOut(order: DoneOrder, at: string): void {
    const { row } = this;
    if (row === null || row.status === LineStatus.CLOSED) return;
    if (order.kind === "RESTORE") this.done.length = 0;
    this.done.push({ carrier: row.carrier, kind: order.kind, at });
    if (this.claims.length === 0) this.claims = [claimOf(row, "FIRST")];
    const moment = row.observedAt > at ? row.observedAt : at;
    const state = { ...row, observedAt: moment };
    this.claims = [...this.claims, { mark: `${moment} ${this.claims.length}`, origin: "ACT", state, order }];
    if (moment > this.seenUntil) this.seenUntil = moment;
    const { line } = replayLine(null, inStoryOrder(this.claims), this.holderOf, knownAs);
    this.row = { ...row, status: line!.status };
  }

  readonly holderOf = () => ({ kind: "PERSON" as const, forgedDocumentAt: null, done: [...this.done] });

  /** Takes a batch in and answers what was rejected. */
  take(batch: readonly LineState[]): readonly LineState[] {
    const drafts = batch.map((state): LineDraft => ({ state, number: "", holder: null, undertaking: null }));
    const { row } = this;
    const isRetold =
      row !== null && batch.some(state => needsStory(row, this.seenUntil || row.observedAt, state));
    const story = this.claims.length > 0 || row === null ? this.claims : [claimOf(row, "FIRST")];
    const folded = foldReports(
      drafts,
      {
        lines: new Map(row === null ? [] : [[LINE, row]]),
        claims: new Map(isRetold ? [[LINE, story]] : []),
      },
      this.holderOf,
    );
    const claims = folded.claims.get(LINE) ?? [];
    if (claims.length > 0 && (row !== null || claims.length > 1)) this.claims = [...story, ...claims];
    for (const { state } of claims) if (state.observedAt > this.seenUntil) this.seenUntil = state.observedAt;
    const changed = folded.changed.get(LINE);
    if (changed !== undefined) {
      const { line, before, past } = changed;
      for (const one of before.former) this.former.delete(stayOf(one));
      for (const one of past.former) this.former.set(stayOf(one), one);
      for (const one of before.unregistered) this.unregistered.delete(one.openedOn);
      for (const one of past.unregistered) this.unregistered.set(one.openedOn, one);
      this.row = line;
    }
    return batch.filter((_, place) => folded.verdicts[place]!.state === ItemState.REJECTED);
  }

  /** All that anybody can find of it. */
  get end(): unknown {
    const { row, former, unregistered } = this;
    const sorted = (values: Iterable<unknown>): string[] =>
      [...values].map(value => JSON.stringify(value)).sort();
    const { methodMark: _m, checkMark: _c, photoMark: _p, ...line } = row ?? ({} as LineState);
    return { line, former: sorted(former.values()), unregistered: sorted(unregistered.values()) };
  }
}

function stayOf(one: { subjectId: string; carrier: string; registeredOn: string }): string {
  return `${one.subjectId} ${one.carrier} ${one.registeredOn}`;
}

/** Anything that one of two carriers may say of a number that three people or nobody hold. */
const report = fc
  .record({
    carrier: fc.constantFrom("C01", "C02"),
    subjectId: fc.constantFrom("1A", "1A", "1B", "1C", NOBODY),
    status: fc.constantFrom(...Object.values(LineStatus), LineStatus.ACTIVE, LineStatus.CLOSED),
    seenOn: fc.integer({ min: 0, max: DAYS.length - 1 }),
    hour: fc.integer({ min: 3, max: 5 }),
    registeredOn: fc.integer({ min: 0, max: DAYS.length - 1 }),
    isActivated: fc.boolean(),
    isEndTold: fc.boolean(),
    method: fc.option(fc.constantFrom("ID_READER", "COUNTER")),
    isChecked: fc.option(fc.boolean()),
    photoReference: fc.option(fc.constantFrom("photo/1", "photo/2")),
    isComplete: fc.boolean(),
    isNoticed: fc.boolean(),
    outletCode: fc.option(fc.constantFrom("1", "2")),
  })
  .map((one): LineState => {
    const seenOn = DAYS[one.seenOn]!;
    const registeredOn = DAYS[Math.min(one.registeredOn, one.seenOn)]!;
    const realNameMethod = one.isComplete ? "ID_READER" : one.method;
    const onlineCheckPassed = one.isComplete ? true : one.isChecked;
    const photoReference = one.isComplete ? "photo/3" : one.photoReference;
    const isShown = realNameMethod !== null || onlineCheckPassed !== null || photoReference !== null;
    const isNoticed = one.isComplete || one.isNoticed;
    const isClosed = one.status === LineStatus.CLOSED;
    return {
      subjectId: one.subjectId,
      id: LINE,
      carrier: one.carrier,
      kind: LineKind.MOBILE,
      status: one.status,
      registeredOn,
      heldSince: null,
      activatedOn: one.isActivated && one.status !== LineStatus.PENDING ? registeredOn : null,
      lastUsedOn: null,
      closedOn: isClosed && one.isEndTold ? seenOn : null,
      outletCode: one.outletCode,
      realNameMethod,
      realNameVerifiedAt: isShown ? new Date(`${registeredOn}T00:00:00+08:00`).toISOString() : null,
      onlineCheckPassed,
      photoReference,
      realNameResult: onlineCheckPassed === null ? null : onlineCheckPassed ? "PASSED" : "FAILED",
      methodMark: null,
      checkMark: null,
      photoMark: null,
      riskNoticeVersion: isNoticed ? "1" : null,
      riskNoticeDigest: isNoticed ? "ab" : null,
      riskNoticeAt: isNoticed ? "2026-10-31T00:00:00.000Z" : null,
      involvedOn: null,
      observedAt: `${seenOn}T0${one.hour}:00:00.000Z`,
    };
  });

/** A set of reports in one order and, in other batches, in another; some are told twice. */
const tellings = fc
  .array(report, { minLength: 2, maxLength: 8 })
  .chain(reports =>
    fc.tuple(
      fc.constant(reports),
      fc.shuffledSubarray([...reports, ...reports.slice(0, 2)], { minLength: reports.length + 2 }),
      fc.integer({ min: 1, max: 4 }),
    ),
  );

/** What is rejected is told again once the rest is known, for as long as that helps. */
function endOf(reports: readonly LineState[], batchSize: number): unknown {
  const register = new Register();
  let open = reports;
  let before = Infinity;
  while (open.length > 0 && open.length < before) {
    before = open.length;
    const rejected: LineState[] = [];
    for (let start = 0; start < open.length; start += batchSize)
      rejected.push(...register.take(open.slice(start, start + batchSize)));
    open = rejected;
  }
  return register.end;
}

test("whatever two carriers say of a number and whoever holds it, it ends alike in whatever order and batches it is told", () => {
  fc.assert(
    fc.property(tellings, ([reports, shuffled, batchSize]) => {
      expect(endOf(shuffled, batchSize)).toEqual(endOf(reports, 1));
    }),
    { numRuns: RUNS },
  );
});

test("of two tellings of one set what is rejected for good is not taken in by either", () => {
  fc.assert(
    fc.property(tellings, ([reports, shuffled]) => {
      const inOrder = reports.toSorted((one, other) => (one.observedAt < other.observedAt ? -1 : 1));
      expect(endOf(shuffled, 1)).toEqual(endOf(inOrder, reports.length));
    }),
    { numRuns: RUNS },
  );
});

/** When an order stops the line, and when it is restored; each report is told in one of the three times between. */
const DONE_AT = ["2026-11-02T04:30:00.000Z", "2026-11-03T04:30:00.000Z"] as const;
const CAUSE = { causeId: "cause", orderedSince: "2026-11-02T03:30:00.000Z", statusBefore: null };
const timeOf = ({ observedAt }: LineState): number => DONE_AT.filter(at => at < observedAt).length;

/** The line as it is first told of. */
const IN_SERVICE: LineState = {
  ...fc.sample(report, { numRuns: 1, seed: 1 })[0]!,
  ...{ subjectId: "1A", carrier: "C01", status: LineStatus.ACTIVE, closedOn: null, outletCode: null },
  ...{ registeredOn: "2026-11-01", activatedOn: "2026-11-01", observedAt: "2026-11-01T02:00:00.000Z" },
  ...{
    realNameMethod: "ID_READER",
    realNameVerifiedAt: "2026-10-31T16:00:00.000Z",
    photoReference: "photo/3",
  },
  ...{ onlineCheckPassed: true, realNameResult: "PASSED" as const },
  ...{ riskNoticeVersion: "1", riskNoticeDigest: "ab", riskNoticeAt: "2026-10-31T00:00:00.000Z" },
};

const toldInTimes = fc.array(
  fc.tuple(
    report.map((one): LineState => ({ ...one, carrier: "C01", subjectId: "1A" })),
    fc.integer({ min: 0, max: DONE_AT.length }),
    fc.integer(),
  ),
  { minLength: 1, maxLength: 7 },
);

type ToldInTimes = typeof toldInTimes extends fc.Arbitrary<infer T> ? T : never;

/** Tells reports as soon as they were seen, or later and in another order, and stops and restores the line in between. */
function endOfStopped(told: ToldInTimes, isLate: boolean) {
  const register = new Register();
  register.take([IN_SERVICE]);
  const placed = told
    .map(([one, time, place]) => ({ one, time: isLate ? Math.max(time, timeOf(one)) : timeOf(one), place }))
    .sort((a, b) => (isLate ? a.place - b.place : a.one.observedAt < b.one.observedAt ? -1 : 1));
  let rejected: LineState[] = [];
  for (const time of [0, 1, 2]) {
    if (time > 0)
      register.carryOut({ ...CAUSE, kind: time === 1 ? "SUSPEND" : "RESTORE" }, DONE_AT[time - 1]!);
    for (const { one } of placed.filter(each => each.time === time)) rejected.push(...register.take([one]));
  }
  for (let before = Infinity; rejected.length < before;) {
    before = rejected.length;
    rejected = rejected.flatMap(one => [...register.take([one])]);
  }
  const { status, ...rest } = register.row!;
  return { status, lastUsedOn: rest.lastUsedOn, closedOn: rest.closedOn };
}

const UNSHOWN: LineState = {
  ...IN_SERVICE,
  ...{ activatedOn: null, realNameMethod: null, realNameVerifiedAt: null, photoReference: null },
  ...{ onlineCheckPassed: null, realNameResult: null },
  ...{ riskNoticeVersion: null, riskNoticeDigest: null, riskNoticeAt: null },
};
/** A failed check is refused once it is known that the line was out of service before it: the order must not keep it. */
const FAILED_BETWEEN: ToldInTimes = [
  [{ ...UNSHOWN, status: LineStatus.SUSPENDED, observedAt: "2026-11-01T03:00:00.000Z" }, 1, 0],
  [
    {
      ...UNSHOWN,
      ...{
        realNameVerifiedAt: "2026-10-31T16:00:00.000Z",
        onlineCheckPassed: false,
        realNameResult: "FAILED",
      },
      observedAt: "2026-11-01T04:00:00.000Z",
    },
    0,
    0,
  ],
  [{ ...UNSHOWN, observedAt: "2026-11-04T03:00:00.000Z" }, 0, 0],
];

test("a line that an order has stopped comes back to what its carrier says it was, whenever that is told", () => {
  fc.assert(
    fc.property(toldInTimes, told => {
      expect(endOfStopped(told, true)).toEqual(endOfStopped(told, false));
    }),
    { numRuns: RUNS, examples: [[FAILED_BETWEEN]] },
  );
});
