import { sql } from "kysely";
import { eachStore } from "../../support/databases";
import { carrier, createTelecomHub, police, type TelecomHub } from "./telecomHub";
import { EMPTY_CHUNK, person } from "./telecomRows";
import { NOW, PEOPLE, TELECOM_WORLD } from "./telecomWorld";

const DECLARE = `mutation ($input: DeclareCoverageInput!) { declareLineCoverage(input: $input) { state asOf institution { code } } }`;
const OUTLETS = `mutation ($input: ReportOutletsInput!) { reportCarrierOutlets(input: $input) { accepted duplicate rejected items { state id code } } }`;
const LINES = `mutation ($input: ReportPhoneLinesInput!) { reportPhoneLines(input: $input) { accepted items { code message } } }`;
const COVERAGE = `query ($id: ID!) { subjectById(id: $id) { telecomCoverage { state institution { code } } phoneLines { nodes { id } } } }`;
const CARRIER = "C03";
const reporting = carrier(CARRIER, "carrier-reporting");

eachStore("telecom", open => {
  let hub: TelecomHub;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    const institutions = TELECOM_WORLD.institutions.filter(({ code }) => code !== "102");
    await hub.write({ ...EMPTY_CHUNK, institutions });
  });
  afterEach(() => hub.setNow(NOW));
  afterAll(() => expect(hub.faults).toEqual([]));

  const declare = (completeAsOf: string, records?: number, claims = reporting) =>
    hub.ask(claims, DECLARE, { input: { institution: CARRIER, completeAsOf, records } });
  const stateFor = async (id: string): Promise<string> => {
    const { data } = await hub.ask(police(), COVERAGE, { id });
    const answers = data.subjectById.telecomCoverage as { state: string; institution: { code: string } }[];
    return answers.find(({ institution }) => institution.code === CARRIER)!.state;
  };
  async function backfill(requestId: string, sequence: number): Promise<void> {
    const holder = person(sequence);
    const line = {
      number: `1610000${String(sequence).padStart(4, "0")}`,
      observedAt: "2026-11-20T00:00:00.000Z",
      kind: "MOBILE",
      status: "ACTIVE",
      registeredOn: "2016-01-01",
      document: { ...holder, token: hub.tokenOf(holder) },
    };
    const { data } = await hub.ask(reporting, LINES, {
      input: { requestId, carrier: CARRIER, lines: [line] },
    });
    expect(data.reportPhoneLines).toMatchObject({ accepted: 1 });
  }

  test("half a backfill reads NOT_ANSWERED, whoever is asked for; declared and empty reads NONE", async () => {
    const stranger = hub.tokenOf(PEOPLE.stranger);
    await backfill("half-1", 801);
    expect(await stateFor(stranger)).toBe("NOT_ANSWERED");
    expect(await stateFor(hub.tokenOf(person(801)))).toBe("NOT_ANSWERED");
    // The carrier says that it has two; the hub has one: somebody may be missing.
    const early = await declare("2026-11-24T00:00:00.000Z", 2);
    expect(early.data.declareLineCoverage).toEqual({
      state: "NOT_ANSWERED",
      asOf: null,
      institution: { code: CARRIER },
    });
    expect(await stateFor(stranger)).toBe("NOT_ANSWERED");
    await backfill("half-2", 802);
    const whole = await declare("2026-11-24T00:00:00.000Z", 2);
    expect(whole.data.declareLineCoverage).toMatchObject({
      state: "ANSWERED",
      asOf: "2026-11-24T00:00:00.000Z",
    });
    expect(await stateFor(stranger)).toBe("NONE");
    expect(await stateFor(hub.tokenOf(person(801)))).toBe("FOUND");
  });

  test("a quiet carrier with a fresh declaration is not STALE, one without is", async () => {
    hub.setNow(new Date("2027-06-01T04:00:00.000Z"));
    expect(await stateFor(hub.tokenOf(PEOPLE.stranger))).toBe("STALE");
    await declare("2027-06-01T00:00:00.000Z");
    expect(await stateFor(hub.tokenOf(PEOPLE.stranger))).toBe("NONE");
  });

  test("of two declarations the one that speaks of the later moment stands, whichever was made first, and none other is told of", async () => {
    hub.setNow(new Date("2027-06-01T04:00:00.000Z"));
    const toldOf = async () =>
      (await sql`select 1 from telecom.outbox where kind = 'COVERAGE_DECLARED'`.execute(hub.database.db)).rows
        .length;
    const declared = async (...input: [string, number?]) =>
      (await declare(...input)).data.declareLineCoverage;
    const [older, newer, newest] = [1, 2, 3].map(hour => `2027-06-01T0${hour}:00:00.000Z`) as [
      string,
      string,
      string,
    ];
    const before = await toldOf();
    expect(await declared(newer)).toMatchObject({ state: "ANSWERED", asOf: newer });
    expect(await declared(older)).toMatchObject({ state: "ANSWERED", asOf: newer });
    expect(await declared(older, 1_000_000)).toMatchObject({ state: "ANSWERED", asOf: newer });
    expect(await stateFor(hub.tokenOf(PEOPLE.stranger))).toBe("NONE");
    expect(await toldOf()).toBe(before + 1);
    expect(await declared(newest, 1_000_000)).toMatchObject({ state: "NOT_ANSWERED", asOf: null });
    expect(await declared(newer)).toMatchObject({ state: "NOT_ANSWERED", asOf: null });
    expect(await declared(newest, 0)).toMatchObject({ asOf: newest });
  });

  test("nobody declares for tomorrow, for another carrier, or less than nothing", async () => {
    expect((await declare("2027-11-25T04:00:00.000Z")).code).toBe("BAD_INPUT");
    expect((await declare("2026-11-24T00:00:00.000Z", -1)).code).toBe("BAD_INPUT");
    expect((await declare("2026-11-24T00:00:00.000Z", 1, carrier("C01", "carrier-reporting"))).code).toBe(
      "FORBIDDEN",
    );
  });

  test("outlets end alike in whatever order they are reported, also within one batch", async () => {
    const outlet = (code: string, name: string, observedAt: string): object => ({
      code,
      name,
      region: "990102",
      observedAt,
    });
    const send = async (requestId: string, outlets: object[]) =>
      (await hub.ask(reporting, OUTLETS, { input: { requestId, institution: CARRIER, outlets } })).data
        .reportCarrierOutlets;
    const old = "2026-11-01T00:00:00.000Z";
    const later = "2026-11-02T00:00:00.000Z";
    expect(
      await send("o1", [
        outlet("A", "新", later),
        outlet("A", "旧", old),
        outlet("B", "旧", old),
        { ...outlet("C", "x", old), region: "99" },
      ]),
    ).toMatchObject({
      accepted: 2,
      duplicate: 1,
      rejected: 1,
    });
    expect(await send("o2", [outlet("A", "旧", old), outlet("B", "新", later)])).toMatchObject({
      accepted: 1,
      duplicate: 1,
    });
    expect(await send("o3", [outlet("B", "新", later), outlet("B", "乙", later)])).toMatchObject({
      duplicate: 2,
    });
    const { rows } = await hub.database.db.executeQuery<{ code: string; name: string }>({
      sql: `select code, name from telecom.outlet where institution = 'C03' and code in ('A', 'B') order by code`,
      parameters: [],
      query: { kind: "RawNode", sqlFragments: [], parameters: [] },
      queryId: { queryId: "outlets" },
    });
    expect(rows.map(({ code, name }) => [code, name])).toEqual([
      ["A", "新"],
      ["B", "新"],
    ]);
  });
});
