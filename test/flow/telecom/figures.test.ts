import type { RequestClaims } from "../../../schema/contract/claims";
import type { WorldDocument, WorldLine } from "../../../scripts/seed/worldModel";
import { withAllScopes } from "../../support/claims";
import { eachStore } from "../../support/databases";
import {
  authority,
  bank,
  carrier,
  createTelecomHub,
  police,
  regulator,
  self,
  type TelecomHub,
} from "./telecomHub";
import { caseLineFacts, inForce } from "../../support/policeEvents";
import { EMPTY_CHUNK, line, person, SANCTION } from "./telecomRows";
import { PEOPLE, RECTIFICATIONS, TELECOM_WORLD } from "./telecomWorld";

eachStore("telecom", open => {
  let hub: TelecomHub;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
  });

  const RECORD =
    "lineRecord { overdueOrders medianHoursToExecute medianHoursToRestore involvedPerTenThousand openRectifications breaches { id status } }";
  const record = (claims: RequestClaims, code: string, selection = RECORD) =>
    hub.entity(claims, { __typename: "Institution", code }, selection);

  test("an investigator of a county organ reads no figures", async () => {
    expect(await hub.ask(police(), `{ realNameRates { rate } }`)).toMatchObject({ code: "FORBIDDEN" });
  });

  test.each([
    ["a bank", () => withAllScopes(bank())],
    ["a person", () => withAllScopes(self("1someone"))],
  ])("%s sees no carrier's figures, with every scope too", async (_who, claims) => {
    const query = `{ lineAccountability(by: OUTLET) { key } realNameRates { rate } rectifications { id } telecomChanges { nodes { kind } } }`;
    const { data } = await hub.ask(claims(), query);
    expect(data).toEqual({
      lineAccountability: null,
      realNameRates: null,
      rectifications: null,
      telecomChanges: null,
    });
    expect((await record(claims(), "C01")).data).toEqual({ lineRecord: null });
  });

  test("another carrier's record, rates and rectifications are absent for a carrier", async () => {
    expect((await record(carrier("C01"), "C02")).data).toEqual({ lineRecord: null });
    const query = `{ lineAccountability(by: INSTITUTION, carrier: "C02") { key } realNameRates { carrier { code } } rectifications { id } }`;
    const { data } = await hub.ask(carrier("C01"), query);
    expect(data.lineAccountability).toEqual([]);
    expect(data.realNameRates).toEqual([{ carrier: { code: "C01" } }]);
    expect(data.rectifications.map((one: { id: string }) => one.id)).toEqual([
      RECTIFICATIONS.overdue,
      RECTIFICATIONS.closed,
    ]);
    const other = await hub.entity(
      carrier("C01"),
      { __typename: "Rectification", id: RECTIFICATIONS.atC02 },
      "id",
    );
    expect(other.data).toBeNull();
  });

  test.each([["12"], ["99010a"], ["%"], ["9901000"]])(
    "a region that is no division code (%s) is refused",
    async region => {
      const query = `query ($region: String) { lineAccountability(by: OUTLET, region: $region) { key } }`;
      expect(await hub.ask(regulator(), query, { region })).toMatchObject({ code: "BAD_INPUT" });
    },
  );

  test("openings are counted by outlet: opened, flagged and involved, the worst first", async () => {
    const query = `{ lineAccountability(by: OUTLET, carrier: "C01") { key name opened flagged involved involvedPerTenThousand } }`;
    const { data } = await hub.ask(authority(), query);
    expect(data.lineAccountability).toEqual([
      {
        key: "C01/C01-1",
        name: "远讯通信营业厅1",
        opened: 13,
        flagged: 3,
        involved: 1,
        involvedPerTenThousand: 769.23,
      },
      {
        key: "C01/C01-2",
        name: "远讯通信营业厅2",
        opened: 13,
        flagged: 0,
        involved: 0,
        involvedPerTenThousand: 0,
      },
    ]);
  });

  test.each([
    [
      "by: AGENT",
      [
        ["C01/C01-AG1", "顺联商贸", 13],
        ["C02/C02-AG1", "顺联商贸", 1],
      ],
    ],
    [
      "by: INSTITUTION",
      [
        ["C01", "远讯通信", 26],
        ["C02", "星澜移动", 4],
      ],
    ],
    [
      "by: REGION",
      [
        ["990101", "990101", 15],
        ["990102", "990102", 14],
        ["990100", "990100", 1],
      ],
    ],
    [`by: REGION, region: "990102"`, [["990102", "990102", 14]]],
    [`by: REGION, region: "990000", first: 1`, [["990101", "990101", 15]]],
    [`by: REGION, first: 1, after: "990101"`, [["990102", "990102", 14]]],
    [`by: REGION, after: "no such key"`, []],
    [`by: INSTITUTION, from: "2019-01-01", to: "2019-12-31"`, [["C02", "星澜移动", 1]]],
  ])("the regulator counts openings %s", async (args, expected) => {
    const { data } = await hub.ask(regulator(), `{ lineAccountability(${args}) { key name opened } }`);
    const rows = data.lineAccountability as { key: string; name: string; opened: number }[];
    expect(rows.map(({ key, name, opened }) => [key, name, opened])).toEqual(expected);
  });

  test.each([
    [`on: "2016-10-30"`, [["C01", 1, 2, true]]],
    [`on: "2016-10-31"`, [["C01", 1, 2, false]]],
    [
      `on: "2021-06-01"`,
      [
        ["C01", 1, 2, false],
        ["C02", 2, 2, true],
      ],
    ],
    [
      "",
      [
        ["C01", 23, 24, false],
        ["C02", 3, 3, true],
      ],
    ],
  ])("real-name rates %s", async (args, expected) => {
    const { data } = await hub.ask(
      regulator(),
      `{ realNameRates${args && `(${args})`} { carrier { code } registered total rate deadlineMet } }`,
    );
    const rates = data.realNameRates as {
      carrier: { code: string };
      registered: number;
      total: number;
      rate: number;
      deadlineMet: boolean;
    }[];
    expect(
      rates.map(({ carrier: { code }, registered, total, deadlineMet }) => [
        code,
        registered,
        total,
        deadlineMet,
      ]),
    ).toEqual(expected);
    for (const { rate, registered, total } of rates) expect(rate).toBeCloseTo(registered / total);
  });

  test("a line that somebody has registered for counts as nobody's on the days before, and no day to come is counted", async () => {
    const rateOn = async (day: string) => {
      const query = `{ realNameRates(on: "${day}") { registered total } }`;
      return (await hub.ask(withAllScopes(carrier("C03")), query)).data.realNameRates;
    };
    const opened = { carrier: "C03", outletCode: null, activatedOn: null, lastUsedOn: null };
    const numbers = ["14109990001", "14109990002"];
    const write = (holder: WorldDocument | null, rest: readonly Partial<WorldLine>[]) =>
      hub.write({
        ...EMPTY_CHUNK,
        lines: numbers.map((number, index) => line(number, holder, { ...opened, ...rest[index] })),
      });
    await write(null, [{ registeredOn: "2016-10-15" }, { registeredOn: "2016-10-15" }]);
    expect(await rateOn("2019-01-01")).toEqual([{ registered: 0, total: 2 }]);
    // One as it was opened, and seen in use since; the other told with the day on which its holder registered.
    await write(person(980), [
      { registeredOn: "2016-10-15", lastUsedOn: "2020-06-01" },
      { registeredOn: "2020-07-01" },
    ]);
    expect(await rateOn("2019-01-01")).toEqual([{ registered: 0, total: 2 }]);
    expect(await rateOn("2020-06-01")).toEqual([{ registered: 1, total: 2 }]);
    expect(await rateOn("2020-07-01")).toEqual([{ registered: 2, total: 2 }]);
    const future = `{ realNameRates(on: "2026-11-25") { total } }`;
    expect((await hub.ask(regulator(), future)).code).toBe("BAD_INPUT");
  });

  test.each([
    ["passed on to another holder", "C03", 983],
    ["ported to another carrier", "C02", 981],
  ])("a line that is %s later stays in the real-name rate of the days before", async (_what, code, next) => {
    const number = `1410998000${code === "C03" ? 1 : 2}`;
    const rateOn = async (day: string) => {
      const query = `{ realNameRates(on: "${day}") { registered total } }`;
      return (await hub.ask(withAllScopes(carrier("C03")), query)).data.realNameRates[0];
    };
    await hub.write({
      ...EMPTY_CHUNK,
      lines: [line(number, person(981), { carrier: "C03", outletCode: null })],
    });
    const [dayBefore, onDay] = [await rateOn("2026-11-20"), await rateOn("2026-11-21")];
    const report = `mutation ($input: ReportPhoneLinesInput!) { reportPhoneLines(input: $input) { accepted } }`;
    const reported = {
      ...{ number, kind: "MOBILE", status: "PENDING", registeredOn: "2026-11-21" },
      observedAt: "2026-11-24T02:00:00.000Z",
      document: { ...person(next), token: hub.tokenOf(person(next)) },
    };
    const input = { requestId: `left-${code}`, carrier: code, lines: [reported] };
    const { data } = await hub.ask(carrier(code, "carrier-reporting"), report, { input });
    expect(data.reportPhoneLines).toEqual({ accepted: 1 });
    expect(await rateOn("2026-11-20")).toEqual(dayBefore);
    const left = code === "C03" ? 0 : 1;
    expect(await rateOn("2026-11-21")).toEqual({
      registered: onDay.registered - left,
      total: onDay.total - left,
    });
  });

  test("a line in a case stays in the record of the carrier that opened it when it is passed on", async () => {
    const number = "14109980009";
    const ratesOf = async () => {
      const query = `{ lineAccountability(by: INSTITUTION, carrier: "C03") { involvedPerTenThousand } }`;
      const [ranked] = (await hub.ask(regulator(), query)).data.lineAccountability;
      const { data } = await record(regulator(), "C03", "lineRecord { involvedPerTenThousand }");
      return { ranked, record: data.lineRecord };
    };
    await hub.write({ ...EMPTY_CHUNK, lines: [line(number, person(985), { carrier: "C03" })] });
    await hub.hear(inForce(caseLineFacts("c-985", hub.keys.ids.lineId(number))));
    const before = await ratesOf();
    expect(before.record.involvedPerTenThousand).toBeGreaterThan(0);
    const report = `mutation ($input: ReportPhoneLinesInput!) { reportPhoneLines(input: $input) { accepted } }`;
    const reported = {
      ...{ number, kind: "MOBILE", status: "PENDING", registeredOn: "2026-11-21" },
      observedAt: "2026-11-24T02:00:00.000Z",
      document: { ...person(986), token: hub.tokenOf(person(986)) },
    };
    const input = { requestId: "passed-985", carrier: "C03", lines: [reported] };
    const { data } = await hub.ask(carrier("C03", "carrier-reporting"), report, { input });
    expect(data.reportPhoneLines).toEqual({ accepted: 1 });
    const after = await ratesOf();
    expect(after.record.involvedPerTenThousand).toBeGreaterThan(0);
    expect(after.record).toEqual(after.ranked);
  });

  test("a carrier's record: overdue orders, medians in hours, involvement, open deadlines and breaches", async () => {
    const { data } = await record(carrier("C01"), "C01");
    expect(data.lineRecord).toEqual({
      overdueOrders: 1,
      medianHoursToExecute: 6,
      medianHoursToRestore: 2.5,
      involvedPerTenThousand: 384.62,
      openRectifications: 1,
      breaches: [
        { id: RECTIFICATIONS.overdue, status: "OVERDUE" },
        { id: RECTIFICATIONS.closed, status: "CLOSED" },
      ],
    });
    const chosen = await record(
      regulator(),
      "C01",
      `lineRecord { breaches(from: "2025-01-01", to: "2025-12-31") { id } }`,
    );
    expect(chosen.data.lineRecord.breaches).toEqual([{ id: RECTIFICATIONS.closed }]);
    expect((await record(regulator(), "C03")).data.lineRecord).toMatchObject({
      overdueOrders: 0,
      medianHoursToExecute: null,
    });
  });

  test.each([
    ["OVERDUE", [RECTIFICATIONS.overdue]],
    ["ORDERED", [RECTIFICATIONS.atC02]],
    ["SHUT", []],
  ])(
    "rectifications are chosen by standing %s: the due day itself is not overdue",
    async (status, expected) => {
      const { data } = await hub.ask(
        regulator(),
        `{ rectifications(status: ${status}) { id breach { article } } }`,
      );
      expect(data.rectifications.map((one: { id: string }) => one.id)).toEqual(expected);
    },
  );

  test("a sanction tells which carriers have done what, and who is late", async () => {
    const selection =
      "lineExecution { institution { code } issued delivered executed refused late nextDueAt lastExecutedAt restored lastRestoredAt }";
    const reference = { __typename: "Sanction", id: SANCTION };
    const { data } = await hub.entity(police(), reference, selection);
    expect(data.lineExecution).toEqual([
      {
        institution: { code: "C01" },
        issued: 3,
        delivered: 2,
        executed: 1,
        refused: 0,
        late: 1,
        nextDueAt: "2026-11-23T00:00:00.000Z",
        lastExecutedAt: "2026-11-20T06:00:00.000Z",
        restored: 1,
        lastRestoredAt: "2026-11-20T02:30:00.000Z",
      },
      expect.objectContaining({ institution: { code: "C02" }, issued: 1, executed: 0, late: 0 }),
    ]);
    const ofRegulator = await hub.entity(regulator(), reference, "lineExecution { institution { code } }");
    expect(ofRegulator.data.lineExecution).toHaveLength(2);
    const own = await hub.entity(
      self(hub.tokenOf(PEOPLE.customer)),
      reference,
      "lineExecution { institution { code } issued }",
    );
    expect(own.data.lineExecution).toEqual([{ institution: { code: "C02" }, issued: 1 }]);
  });
});
