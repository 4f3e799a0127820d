import { eachStore } from "../../support/databases";
import { carrier, createTelecomHub, police, self, type TelecomHub } from "./telecomHub";
import { EMPTY_CHUNK, line, person } from "./telecomRows";
import { NOW, NUMBERS, PEOPLE, TELECOM_WORLD } from "./telecomWorld";

const COVERAGE = `query ($id: ID!) { subjectById(id: $id) { telecomCoverage { state asOf institution { code } } } }`;
const DAY_MS = 86_400_000;

eachStore("telecom", open => {
  let hub: TelecomHub;
  const backfilled = person(50);
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
    await hub.write({ ...EMPTY_CHUNK, lines: [line("16000000050", backfilled, { carrier: "C03" })] });
  });
  afterEach(() => hub.setNow(NOW));

  const statesFor = async (
    claims: ReturnType<typeof police>,
    id: string,
  ): Promise<Record<string, string>> => {
    const { data } = await hub.ask(claims, COVERAGE, { id });
    const answers = data.subjectById.telecomCoverage as { state: string; institution: { code: string } }[];
    return Object.fromEntries(answers.map(({ state, institution }) => [institution.code, state]));
  };

  test("half a backfill and a silent carrier never read as nothing held, for nobody's question", async () => {
    const ofStranger = await statesFor(police(), hub.tokenOf(PEOPLE.stranger));
    expect(ofStranger).toEqual({ C01: "NONE", C02: "NONE", C03: "NOT_ANSWERED", V02: "STALE" });
  });

  test("a row that half a backfill has brought does not make it an answer", async () => {
    expect(await statesFor(police(), hub.tokenOf(backfilled))).toMatchObject({ C03: "NOT_ANSWERED" });
  });

  test("a carrier and the person are told who answered, never where something is held", async () => {
    const expected = { C01: "ANSWERED", C02: "ANSWERED", C03: "NOT_ANSWERED", V02: "STALE" };
    const elsewhere = hub.tokenOf(PEOPLE.elsewhere);
    expect(await statesFor(carrier(), elsewhere)).toEqual(expected);
    expect(await statesFor(self(elsewhere), elsewhere)).toEqual(expected);
  });

  test("police see where something is held, a closed line included", async () => {
    expect(await statesFor(police(), hub.tokenOf(PEOPLE.customer))).toMatchObject({
      C01: "FOUND",
      C02: "FOUND",
    });
    expect(await statesFor(police(), hub.tokenOf(PEOPLE.former))).toMatchObject({
      C01: "FOUND",
      C02: "NONE",
    });
  });

  test.each([
    ["three days after the declaration", 3 * DAY_MS, "FOUND"],
    ["a moment later", 3 * DAY_MS + 1, "STALE"],
  ])("what was declared complete still counts %s: %s", async (_when, age, state) => {
    const declared = new Date("2026-11-23T16:00:00.000Z");
    hub.setNow(new Date(declared.getTime() + age));
    expect(await statesFor(police(), hub.tokenOf(PEOPLE.customer))).toMatchObject({ C01: state });
  });

  test("each answer says as of when; banks are no carriers", async () => {
    const { data } = await hub.ask(police(), COVERAGE, { id: hub.tokenOf(PEOPLE.stranger) });
    expect(data.subjectById.telecomCoverage).toEqual([
      { state: "NONE", asOf: "2026-11-23T16:00:00.000Z", institution: { code: "C01" } },
      { state: "NONE", asOf: "2026-11-23T16:00:00.000Z", institution: { code: "C02" } },
      { state: "NOT_ANSWERED", asOf: null, institution: { code: "C03" } },
      { state: "STALE", asOf: "2026-09-10T16:00:00.000Z", institution: { code: "V02" } },
    ]);
  });

  test("numbers and names stand in no table in clear", async () => {
    const { rows } = await hub.database.db.executeQuery<{ row: string }>({
      sql: `select row_to_json(l)::text as row from telecom.line l
            union all select row_to_json(s)::text from telecom.subject s
            union all select row_to_json(d)::text from telecom.line_directory d`,
      parameters: [],
      query: { kind: "RawNode", sqlFragments: [], parameters: [] },
      queryId: { queryId: "dump" },
    });
    const stored = rows.map(({ row }) => row).join("\n");
    expect(rows.length).toBeGreaterThan(30);
    for (const secret of [
      ...Object.values(NUMBERS),
      ...Object.values(PEOPLE).map(one => one.number),
      "王小明",
    ]) {
      expect(stored).not.toContain(secret);
    }
  });
});
