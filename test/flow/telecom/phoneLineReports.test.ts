import { sql } from "kysely";
import type { RequestClaims } from "../../../schema/contract/claims";
import type { WorldDocument } from "../../../scripts/seed/worldModel";
import { eachStore, onPostgres, waitForLocked } from "../../support/databases";
import { carrier, createTelecomHub, police, type Answer, type TelecomHub } from "./telecomHub";
import { person } from "./telecomRows";
import { NOW, TELECOM_WORLD } from "./telecomWorld";

const REPORT = `mutation ($input: ReportPhoneLinesInput!) { reportPhoneLines(input: $input) {
  accepted duplicate rejected items { state id code message } } }`;
const LINE = `query ($n: ID!) { phoneLine(number: $n) { id status kind registeredOn activatedOn lastUsedOn closedOn
  holder { id telecomIdentity { kind name maskedNumber } } carrier { code } openedAt { code }
  realName { method verifiedOn onlineCheckPassed photoReference result } riskNotice { noticeVersion noticeDigest } } }`;
const REVERIFY = `mutation ($input: RecordReverificationInput!) { recordReverification(input: $input) { status } }`;
const DIGEST = "ab".repeat(32);

eachStore("telecom", open => {
  let hub: TelecomHub;
  let sequence = 0;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
  });
  afterEach(() => hub.setNow(NOW));
  afterAll(() => expect(hub.faults).toEqual([]));

  const nextNumber = (): string => `14107${String((sequence += 1)).padStart(6, "0")}`;
  const documentOf = (holder: WorldDocument): object => ({ ...holder, token: hub.tokenOf(holder) });

  /** A line in use, reported with everything that a new line needs; a test says what matters. */
  function reported(number: string, holder: WorldDocument | null, rest: object = {}): object {
    return {
      number,
      observedAt: "2026-11-20T00:00:00.000Z",
      kind: "MOBILE",
      status: "ACTIVE",
      registeredOn: "2026-11-01",
      activatedOn: "2026-11-02",
      outletCode: "C01-1",
      ...(holder === null
        ? {}
        : {
            document: documentOf(holder),
            realNameMethod: "ID_READER",
            onlineCheckPassed: true,
            photoReference: "photo/7",
            riskNotice: {
              kind: "RISK_NOTICE",
              noticeVersion: "2024-12",
              noticeDigest: DIGEST,
              acknowledgedAt: "2026-11-01T03:00:00.000Z",
            },
          }),
      ...rest,
    };
  }
  const send = async (lines: object[], claims: RequestClaims = carrier("C01", "carrier-reporting")) => {
    const input = { requestId: `l${(sequence += 1)}`, carrier: claims.caller.institution, lines };
    const { data, code } = await hub.ask(claims, REPORT, { input });
    expect(code).toBeUndefined();
    return data.reportPhoneLines;
  };
  const one = async (line: object, claims?: RequestClaims) => (await send([line], claims)).items[0];
  const read = async (number: string) => (await hub.ask(police(), LINE, { n: number })).data.phoneLine;

  describe("a line that is out of service", () => {
    async function order(number: string, kind: string, status: string, subjectId: string): Promise<void> {
      const id = `stop-${number}`;
      await sql`insert into telecom.order_directory (id, subject_id, carrier) values (${id}, ${subjectId}, 'C01')`.execute(
        hub.database.db,
      );
      await sql`insert into telecom.line_order (subject_id, id, line_id, carrier, kind, status, reason, cause_id,
          issued_at, due_at, executed_at, status_before)
        values (${subjectId}, ${id}, ${hub.keys.ids.lineId(number)}, 'C01', ${kind}, ${status}, '{}', ${id},
          '2026-11-20T04:00:00Z', '2026-11-21T04:00:00Z',
          ${status === "EXECUTED" ? "2026-11-20T06:00:00Z" : null}::timestamptz, 'ACTIVE')`.execute(
        hub.database.db,
      );
    }
    const at = (moment: string, status: string) => ({ observedAt: moment, status });

    test("by an order is not put back by a report, and what was seen before the order was executed changes nothing", async () => {
      const number = nextNumber();
      const holder = person(501);
      await one(reported(number, holder, at("2026-11-20T00:00:00.000Z", "SUSPENDED")));
      await order(number, "SUSPEND", "EXECUTED", hub.tokenOf(holder));
      const before = await one(reported(number, holder, at("2026-11-20T05:00:00.000Z", "ACTIVE")));
      expect(before).toMatchObject({ state: "ACCEPTED" });
      expect((await read(number)).status).toBe("SUSPENDED");
      for (const status of ["ACTIVE", "DORMANT", "REVERIFY_REQUIRED"])
        expect(await one(reported(number, holder, at("2026-11-21T00:00:00.000Z", status)))).toMatchObject({
          code: "INVALID_TRANSITION",
        });
      expect((await read(number)).status).toBe("SUSPENDED");
      const closed = { ...at("2026-11-22T00:00:00.000Z", "CLOSED"), closedOn: "2026-11-22" };
      expect(await one(reported(number, holder, closed))).toMatchObject({ state: "ACCEPTED" });
    });

    test("comes back although its holder has confirmed the risk notice once more since it was activated", async () => {
      const number = nextNumber();
      const holder = person(502);
      const notice = {
        riskNotice: {
          kind: "RISK_NOTICE",
          noticeVersion: "2026-11",
          noticeDigest: DIGEST,
          acknowledgedAt: "2026-11-19T03:00:00.000Z",
        },
      };
      await one(reported(number, holder, at("2026-11-19T00:00:00.000Z", "SUSPENDED")));
      const back = { ...at("2026-11-20T00:00:00.000Z", "ACTIVE"), ...notice };
      expect(await one(reported(number, holder, back))).toMatchObject({ state: "ACCEPTED" });
      // Confirmed after it was first put into service is too late still.
      expect(await one(reported(nextNumber(), holder, back))).toMatchObject({ code: "BAD_INPUT" });
    });

    test.each([
      ["ISSUED", ["STOP_UNREGISTERED EXPIRED"]],
      ["DELIVERED", ["RESTORE ISSUED", "STOP_UNREGISTERED EXPIRED"]],
      ["EXECUTED", ["RESTORE ISSUED", "STOP_UNREGISTERED EXECUTED"]],
    ])(
      "because nobody had registered has that order (%s) ended by whoever registers",
      async (status, orders) => {
        const number = nextNumber();
        const holder = person(503);
        await one(reported(number, null, at("2026-11-19T00:00:00.000Z", "SUSPENDED")));
        const lineId = hub.keys.ids.lineId(number);
        await order(number, "STOP_UNREGISTERED", status, `-${lineId}`);
        const registered = await one(reported(number, holder, at("2026-11-21T00:00:00.000Z", "ACTIVE")));
        expect(registered).toMatchObject({ state: "ACCEPTED" });
        await hub.review();
        await hub.review();
        const { rows } = await sql<{
          text: string;
        }>`select kind || ' ' || status as text from telecom.line_order
        where line_id = ${lineId} and kind <> 'DORMANT_REVIEW' order by text`.execute(hub.database.db);
        expect(rows.map(({ text }) => text)).toEqual(orders);
      },
    );
  });

  test("a line that was ported stays with the carrier that has it when the first one closes what it had, and what stops it too", async () => {
    const atC02 = carrier("C02", "carrier-reporting");
    const [before, ported, closed] = [
      { registeredOn: "2020-03-01", activatedOn: "2020-03-01", observedAt: "2026-11-20T00:00:00.000Z" },
      { registeredOn: "2026-11-21", activatedOn: "2026-11-21", observedAt: "2026-11-21T04:00:00.000Z" },
      {
        ...{ registeredOn: "2020-03-01", activatedOn: "2020-03-01", closedOn: "2026-11-21" },
        ...{ status: "CLOSED", observedAt: "2026-11-22T00:00:00.000Z" },
      },
    ];
    const holder = person(504);
    const [first, second] = [nextNumber(), nextNumber()];
    await one(reported(first, holder, before));
    const notice = { kind: "RISK_NOTICE", noticeVersion: "2", noticeDigest: DIGEST };
    const port = (number: string): object =>
      reported(number, holder, {
        ...{ ...ported, outletCode: null },
        riskNotice: { ...notice, acknowledgedAt: "2026-11-21T00:00:00.000Z" },
      });
    await one(port(first), atC02);
    const order = `order-${first}`;
    await hub.database.transaction(async tx => {
      await sql`insert into telecom.order_directory (id, subject_id, carrier)
        values (${order}, ${hub.tokenOf(holder)}, 'C02')`.execute(tx);
      await sql`insert into telecom.line_order (subject_id, id, line_id, carrier, kind, status, reason, cause_id,
          issued_at, due_at)
        values (${hub.tokenOf(holder)}, ${order}, ${hub.keys.ids.lineId(first)}, 'C02', 'SUSPEND', 'ISSUED', '{}',
          ${order}, '2026-11-21T05:00:00Z', '2026-11-22T05:00:00Z')`.execute(tx);
    });
    expect(await one(reported(first, holder, closed))).toMatchObject({ state: "DUPLICATE" });
    await hub.review();
    expect(await read(first)).toMatchObject({ status: "ACTIVE", carrier: { code: "C02" } });
    const { rows } = await sql`select status from telecom.line_order where id = ${order}`.execute(
      hub.database.db,
    );
    expect(rows).toEqual([{ status: "ISSUED" }]);
    // The other way round the next carrier's report comes late, and tells of what is newer all the same.
    await one(reported(second, holder, closed));
    expect(await one(port(second), atC02)).toMatchObject({ state: "ACCEPTED" });
    expect(await read(second)).toMatchObject({ status: "ACTIVE", carrier: { code: "C02" } });
  });

  test("a reported line is there with its holder, whose number and name stand sealed", async () => {
    const number = nextNumber();
    const holder = person(500);
    const outcome = await one(reported(number, holder, { holderName: "李小红" }));
    expect(outcome).toMatchObject({ state: "ACCEPTED", id: hub.keys.ids.lineId(number) });
    expect(await read(number)).toMatchObject({
      status: "ACTIVE",
      holder: { id: hub.tokenOf(holder), telecomIdentity: { kind: "PERSON", name: "李小红" } },
      carrier: { code: "C01" },
      openedAt: { code: "C01-1" },
      realName: { method: "ID_READER", onlineCheckPassed: true, photoReference: "photo/7", result: "PASSED" },
      riskNotice: { noticeVersion: "2024-12", noticeDigest: DIGEST },
    });
    const { rows } = await hub.database.db.executeQuery<{ row: string }>({
      sql: `select row_to_json(l)::text as row from telecom.line l union all
            select row_to_json(s)::text from telecom.subject s union all
            select row_to_json(r)::text from telecom.idempotent_request r`,
      parameters: [],
      query: { kind: "RawNode", sqlFragments: [], parameters: [] },
      queryId: { queryId: "dump" },
    });
    const stored = rows.map(({ row }) => row).join("\n");
    for (const secret of [number, holder.number, "李小红"]) expect(stored).not.toContain(secret);
  });

  test.each([
    ["without a holder", null, {}, "N16-3"],
    ["without a photo", person(501), { photoReference: null }, "photoReference"],
    ["whose online check was not passed", person(501), { onlineCheckPassed: false }, "onlineCheckPassed"],
    ["whose holder has not confirmed the risk notice", person(501), { riskNotice: null }, "(RN)"],
    [
      "whose holder confirmed the notice only after it was activated",
      person(501),
      {
        riskNotice: {
          kind: "RISK_NOTICE",
          noticeVersion: "2024-12",
          noticeDigest: DIGEST,
          acknowledgedAt: "2026-11-03T03:00:00.000Z",
        },
      },
      "RN",
    ],
    [
      "whose holder only pledged not to resell it",
      person(501),
      {
        riskNotice: {
          kind: "RESALE_WARNING",
          noticeVersion: "2024-12",
          noticeDigest: DIGEST,
          acknowledgedAt: "2026-11-01T03:00:00.000Z",
        },
      },
      "(RN)",
    ],
    [
      "that is a voice trunk nobody has marked as checked",
      person(501),
      { kind: "VOICE_TRUNK", realNameMethod: null },
      "N16-4",
    ],
  ])(
    "a line %s cannot be ACTIVE, and the lines around it are stored",
    async (_what, holder, rest, reason) => {
      const numbers = [nextNumber(), nextNumber(), nextNumber()] as const;
      const { items } = await send([
        reported(numbers[0], person(502)),
        reported(numbers[1], holder, rest),
        reported(numbers[2], person(502)),
      ]);
      expect(items.map((item: { state: string }) => item.state)).toEqual([
        "ACCEPTED",
        "REJECTED",
        "ACCEPTED",
      ]);
      expect(items[1].code).toBe("BAD_INPUT");
      expect(items[1].message).toContain(reason);
      expect(await read(numbers[1])).toBeNull();
      // What cannot be in use can still be known of.
      expect(
        await one(reported(numbers[1], holder, { ...rest, status: "PENDING", activatedOn: null })),
      ).toMatchObject({
        state: "ACCEPTED",
      });
    },
  );

  test.each([
    ["seen tomorrow", { observedAt: "2026-11-25T04:00:00.000Z" }, "BAD_INPUT"],
    ["registered after it was seen", { registeredOn: "2026-11-21", activatedOn: null }, "BAD_INPUT"],
    ["activated before it was registered", { activatedOn: "2026-10-31" }, "BAD_INPUT"],
    ["in use and closed at once", { closedOn: "2026-11-10" }, "BAD_INPUT"],
    ["whose number is none", { number: "12345" }, "BAD_INPUT"],
    [
      "whose document is misspelt",
      { document: { type: "RESIDENT_ID", number: "110105", token: null } },
      "INVALID_DOCUMENT",
    ],
    [
      "whose notice has no digest",
      {
        riskNotice: {
          kind: "RISK_NOTICE",
          noticeVersion: "1",
          noticeDigest: "x",
          acknowledgedAt: "2026-11-01T00:00:00Z",
        },
      },
      "BAD_INPUT",
    ],
  ])("a line %s is rejected", async (_what, rest, code) => {
    expect(await one(reported(nextNumber(), person(503), rest))).toMatchObject({ state: "REJECTED", code });
  });

  test("a closed line stays closed for its holder; the refusal names the state", async () => {
    const number = nextNumber();
    await one(reported(number, person(504), { status: "CLOSED", closedOn: "2026-11-20" }));
    const outcome = await one(reported(number, person(504), { observedAt: "2026-11-21T00:00:00.000Z" }));
    expect(outcome).toMatchObject({ state: "REJECTED", code: "INVALID_TRANSITION" });
    expect(outcome.message).toContain("CLOSED");
    // The number itself is given out again.
    const next = reported(number, person(505), { observedAt: "2026-11-21T00:00:00.000Z" });
    expect(await one(next)).toMatchObject({ state: "ACCEPTED" });
    expect(await read(number)).toMatchObject({
      status: "ACTIVE",
      holder: { id: hub.tokenOf(person(505)) },
    });
  });

  test("a line that was never activated cannot be suspended", async () => {
    const number = nextNumber();
    await one(reported(number, person(506), { status: "PENDING", activatedOn: null }));
    const rest = { observedAt: "2026-11-21T00:00:00.000Z", status: "SUSPENDED", activatedOn: null };
    expect(await one(reported(number, person(506), rest))).toMatchObject({ code: "INVALID_TRANSITION" });
  });

  test("a ported number keeps its owner; another carrier cannot take it for somebody else", async () => {
    const number = nextNumber();
    const other = carrier("C02", "carrier-reporting");
    await one(reported(number, person(507)));
    const later = { observedAt: "2026-11-22T00:00:00.000Z", outletCode: null };
    expect(await one(reported(number, person(508), later), other)).toMatchObject({ code: "BAD_INPUT" });
    expect(await one(reported(number, null, { ...later, status: "SUSPENDED" }), other)).toMatchObject({
      code: "BAD_INPUT",
    });
    expect((await read(number)).carrier).toEqual({ code: "C01" });
    expect(await one(reported(number, person(507), later), other)).toMatchObject({ state: "ACCEPTED" });
    expect(await read(number)).toMatchObject({
      carrier: { code: "C02" },
      holder: { id: hub.tokenOf(person(507)) },
    });
    // What the first carrier saw before changes nothing any more.
    const late = reported(number, person(507), {
      observedAt: "2026-11-21T00:00:00.000Z",
      status: "SUSPENDED",
    });
    expect(await one(late)).toMatchObject({ state: "DUPLICATE" });
    expect((await read(number)).status).toBe("ACTIVE");
  });

  test("reports shuffled by when they were seen end alike, in one batch or one by one", async () => {
    const history = [
      {
        status: "PENDING",
        activatedOn: null,
        realNameMethod: null,
        onlineCheckPassed: null,
        photoReference: null,
      },
      { status: "ACTIVE", lastUsedOn: "2026-11-05" },
      { status: "DORMANT", riskNotice: null, holderName: "赵一" },
      { status: "ACTIVE", lastUsedOn: "2026-11-10" },
      { status: "REVERIFY_REQUIRED", realNameMethod: null, onlineCheckPassed: null, photoReference: null },
      { status: "SUSPENDED", outletCode: "C01-2", document: undefined },
    ].map((rest, hour) => ({ observedAt: `2026-11-12T0${hour}:00:00.000Z`, ...rest }));
    const orders = [
      [0, 1, 2, 3, 4, 5],
      [5, 4, 3, 2, 1, 0],
      [2, 0, 5, 1, 4, 3],
      [1, 3, 5, 0, 2, 4],
    ];
    const ends: unknown[] = [];
    for (const [index, order] of [...orders, ...orders].entries()) {
      const number = nextNumber();
      const reports = order.map(place => reported(number, person(600 + index), history[place]));
      if (index < orders.length) for (const report of reports) await one(report);
      else await send(reports);
      const { id: _id, holder, ...line } = await read(number);
      expect(holder.id).toBe(hub.tokenOf(person(600 + index)));
      ends.push({ ...line, name: holder.telecomIdentity.name });
    }
    expect(ends[0]).toMatchObject({
      status: "SUSPENDED",
      name: "赵一",
      openedAt: { code: "C01-2" },
      realName: { method: "ID_READER" },
      riskNotice: { noticeVersion: "2024-12" },
    });
    for (const end of ends) expect(end).toEqual(ends[0]);
  });

  test("evidence comes in parts: each part stays until it is seen otherwise, by when it was seen", async () => {
    const none = { realNameMethod: null, onlineCheckPassed: null, photoReference: null, riskNotice: null };
    const pending = { ...none, status: "PENDING", activatedOn: null };
    const parts = [
      { ...pending, photoReference: "photo/9" },
      { ...pending, realNameMethod: "VIDEO", photoReference: "photo/1" },
      { ...pending, onlineCheckPassed: true },
      { ...pending, realNameMethod: "COUNTER" },
    ].map((part, hour) => ({ ...part, observedAt: `2026-11-12T0${hour}:00:00.000Z` }));
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [1, 3, 0, 2],
    ]) {
      const number = nextNumber();
      for (const place of order) await one(reported(number, person(513), parts[place]));
      expect((await read(number)).realName).toMatchObject({
        method: "COUNTER",
        onlineCheckPassed: true,
        photoReference: "photo/1",
        result: "PASSED",
      });
    }
  });

  test("what a verification after the registration has shown is not undone by a report of the registration", async () => {
    const number = nextNumber();
    await one(reported(number, person(514)));
    const input = { number, method: "COUNTER", passed: false, photoReference: null };
    const verified = await hub.ask(carrier("C01", "carrier-reporting"), REVERIFY, { input });
    expect(verified.code).toBeUndefined();
    hub.setNow(new Date(NOW.getTime() + 3_600_000));
    const later = { observedAt: new Date(NOW.getTime() + 1_800_000).toISOString(), status: "SUSPENDED" };
    expect(await one(reported(number, person(514), later))).toMatchObject({ state: "ACCEPTED" });
    expect((await read(number)).realName).toMatchObject({
      method: "COUNTER",
      onlineCheckPassed: false,
      result: "FAILED",
    });
  });

  test.each([
    ["closed, and then seen in use", "CLOSED", "2026-11-20", "ACTIVE", "CLOSED"],
    ["in use, and then seen before its activation", "ACTIVE", null, "PENDING", "ACTIVE"],
  ])("a line %s ends alike, whichever is told first", async (_what, first, closedOn, second, end) => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const number = nextNumber();
      const sightings = [
        reported(number, person(515), { status: first, closedOn }),
        reported(number, person(515), {
          status: second,
          observedAt: "2026-11-21T00:00:00.000Z",
          ...(second === "PENDING" ? { activatedOn: null } : {}),
        }),
      ];
      for (const place of order) await one(sightings[place]!);
      expect(await read(number)).toMatchObject({ status: end, closedOn });
    }
  });

  test("a line that was seen out of service and never put into it is not yet in use, whichever is told first", async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const number = nextNumber();
      const never = { activatedOn: null, lastUsedOn: null };
      const sightings = [
        reported(number, person(516), {
          ...never,
          status: "PENDING",
          observedAt: "2026-11-20T00:00:00.000Z",
        }),
        reported(number, person(516), { ...never, status: "SUSPENDED" }),
      ];
      for (const place of order) await one(sightings[place]!);
      expect(await read(number)).toMatchObject({ status: "PENDING" });
    }
  });

  test.each([
    ["named between two looks that saw nobody", [null, 519, null], ["2014-01-01 2026-11-20"]],
    ["named twice after it was nobody's", [null, 519, 519], ["2014-01-01 2026-11-20"]],
    ["named before it was seen as nobody's", [519, null, null], []],
  ])(
    "a line %s was nobody's on the same days, in whatever order it is told",
    async (_what, holders, periods) => {
      for (const order of [
        [0, 1, 2],
        [2, 1, 0],
        [1, 2, 0],
        [2, 0, 1],
      ]) {
        const number = nextNumber();
        const seen = { status: "SUSPENDED", registeredOn: "2014-01-01", activatedOn: "2014-01-01" };
        for (const place of order) {
          const holder = holders[place] ?? null;
          const observedAt = `2026-11-${19 + place}T04:00:00.000Z`;
          const report = reported(number, person(holder ?? 519), { ...seen, observedAt });
          await one(holder === null ? { ...report, document: null } : report);
        }
        const { rows } = await sql<{ days: string }>`select opened_on || ' ' || ended_on as days
        from telecom.unregistered_period
        where line_id = ${hub.keys.ids.lineId(number)} and opened_on < ended_on`.execute(hub.database.db);
        expect(rows.map(({ days }) => days)).toEqual(periods);
      }
    },
  );

  test("what proved a holder before another held the line proves nothing afterwards, in whatever order it is told", async () => {
    for (const order of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [2, 0, 1, 2],
    ]) {
      const number = nextNumber();
      const bare = { realNameMethod: null, onlineCheckPassed: null, photoReference: null, riskNotice: null };
      const sightings = [
        reported(number, person(517), { observedAt: "2026-11-20T00:00:00.000Z" }),
        reported(number, person(518), { observedAt: "2026-11-20T01:00:00.000Z" }),
        reported(number, person(517), { observedAt: "2026-11-20T02:00:00.000Z", ...bare }),
      ];
      for (const place of order) await one(sightings[place]!);
      expect((await read(number)).holder.id).toBe(hub.tokenOf(person(518)));
    }
  });

  test("a holder goes by the name that was seen last, whichever of their lines it came with and in whatever order", async () => {
    const seen = [
      { observedAt: "2026-11-12T01:00:00.000Z", holderName: "赵一" },
      { observedAt: "2026-11-12T02:00:00.000Z", holderName: "赵壹" },
      { observedAt: "2026-11-12T03:00:00.000Z" },
    ];
    for (const [index, order] of [
      [0, 1, 2],
      [2, 0, 1],
      [2, 1, 0],
      [1, 2, 0],
    ].entries())
      for (const isOneBatch of [false, true]) {
        const holder = person(700 + index * 2 + Number(isOneBatch));
        const number = nextNumber();
        const numbers = [number, nextNumber(), nextNumber()];
        const reports = order.map(place => reported(numbers[place]!, holder, seen[place]));
        if (isOneBatch) await send(reports);
        else for (const report of reports) await one(report);
        expect((await read(number)).holder.telecomIdentity.name).toBe("赵壹");
      }
  });

  test("two reports of the same moment end alike in whatever order they come", async () => {
    const ends: unknown[] = [];
    for (const isTurned of [false, true]) {
      const number = nextNumber();
      const reports = [
        reported(number, person(200), { lastUsedOn: "2026-11-10" }),
        reported(number, person(200), { lastUsedOn: "2026-11-12" }),
      ];
      for (const report of isTurned ? reports.reverse() : reports) await one(report);
      ends.push((await read(number)).lastUsedOn);
    }
    expect(ends[0]).toBe(ends[1]);
  });

  test("the same line reported again says nothing new", async () => {
    const number = nextNumber();
    expect(await one(reported(number, person(509)))).toMatchObject({ state: "ACCEPTED" });
    expect(await one(reported(number, person(509)))).toMatchObject({ state: "DUPLICATE" });
  });

  test("a unit names its legal representative, a person cannot have one", async () => {
    const unit = { type: "UNIFIED_SOCIAL_CREDIT_CODE", number: "91350100M000100Y43" };
    const representative = { legalRepresentative: documentOf(person(510)), photoReference: null };
    expect(await one(reported(nextNumber(), unit, representative))).toMatchObject({ state: "ACCEPTED" });
    expect(await one(reported(nextNumber(), person(511), representative))).toMatchObject({
      code: "BAD_INPUT",
    });
  });

  test("a batch of lines takes the same few statements whatever its size", async () => {
    const batch = (size: number): object[] =>
      Array.from({ length: size }, () => reported(nextNumber(), person(512)));
    const few = await hub.countStatements(() => send(batch(2)));
    expect(await hub.countStatements(() => send(batch(300)))).toBe(few);
  });
});

onPostgres(
  "telecom",
  "two carriers' reports of one new number at once, each on a connection of its own",
  open => {
    let hub: TelecomHub;
    beforeAll(async () => {
      hub = await createTelecomHub(await open());
      await hub.write(TELECOM_WORLD);
    });

    /** Lets both come as far as they can while nobody can write a line, and then go on. */
    async function together(one: () => Promise<Answer>, other: () => Promise<Answer>): Promise<Answer[]> {
      const answers: Promise<Answer>[] = [];
      await hub.database.transaction(async tx => {
        await sql`lock table telecom.line in share mode`.execute(tx);
        answers.push(one());
        await waitForLocked(hub.database, 1);
        answers.push(other());
        await waitForLocked(hub.database, 2);
      });
      return Promise.all(answers);
    }
    const pending = (number: string, holder: WorldDocument, rest: object) => ({
      number,
      observedAt: "2026-11-20T00:00:00.000Z",
      kind: "MOBILE",
      status: "PENDING",
      registeredOn: "2026-11-01",
      document: { ...holder, token: hub.tokenOf(holder) },
      ...rest,
    });
    const send = (requestId: string, code: string, line: object) => (): Promise<Answer> =>
      hub.ask(carrier(code, "carrier-reporting"), REPORT, {
        input: { requestId, carrier: code, lines: [line] },
      });

    test("the number keeps one owner: the second carrier is refused", async () => {
      const later = { observedAt: "2026-11-21T00:00:00.000Z" };
      const [first, second] = await together(
        send("both-1", "C01", pending("14107990001", person(520), {})),
        send("both-1", "C02", pending("14107990001", person(521), later)),
      );
      expect(first!.data.reportPhoneLines).toMatchObject({ accepted: 1 });
      expect(second!.data.reportPhoneLines.items).toMatchObject([{ state: "REJECTED", code: "BAD_INPUT" }]);
      const { data } = await hub.ask(police(), LINE, { n: "14107990001" });
      expect(data.phoneLine).toMatchObject({
        carrier: { code: "C01" },
        holder: { id: hub.tokenOf(person(520)) },
      });
    });

    test("no evidence is lost between two reports of one carrier", async () => {
      const parts = [{ photoReference: "photo/7" }, { realNameMethod: "ID_READER", onlineCheckPassed: true }];
      const [one, other] = parts.map((part, index) =>
        send(`both-2-${index}`, "C01", pending("14107990002", person(522), part)),
      );
      await together(one!, other!);
      const { data } = await hub.ask(police(), LINE, { n: "14107990002" });
      expect(data.phoneLine.realName).toMatchObject({
        method: "ID_READER",
        onlineCheckPassed: true,
        photoReference: "photo/7",
      });
    });

    test("a claim that comes to nothing leaves the number free", async () => {
      const number = "14107990003";
      const inUse = { status: "ACTIVE", activatedOn: "2026-11-02" };
      const refused = await send("both-3", "C01", pending(number, person(523), inUse))();
      expect(refused.data.reportPhoneLines).toMatchObject({ rejected: 1 });
      const taken = await send("both-3", "C02", pending(number, person(524), {}))();
      expect(taken.data.reportPhoneLines).toMatchObject({ accepted: 1 });
    });
  },
);
