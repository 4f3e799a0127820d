import { sql } from "kysely";
import {
  dailyChore,
  runDailyChecks,
  type DailyChecks,
} from "../../../subgraphs/telecom/daily/runDailyChecks";
import { eachStore } from "../../support/databases";
import { createTelecomHub, police, type TelecomHub } from "./telecomHub";
import { EMPTY_CHUNK, line, person } from "./telecomRows";
import { NOW, NUMBERS, RECTIFICATIONS, TELECOM_WORLD } from "./telecomWorld";
import { readOutbox } from "./readOutbox";

const LINE = `query ($n: ID!) { phoneLine(number: $n) { status orders { kind status reason { ruleId article } } } }`;
/** Each test begins with no day checked; a new database for each would take most of the time. */
async function emptyStore({ database: { db } }: TelecomHub): Promise<void> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'telecom' and table_name not in ('migration', 'migration_lock', 'relay')`.execute(
    db,
  );
  await sql`truncate ${sql.join(rows.map(({ name }) => sql.id("telecom", name)))}`.execute(db);
}

/** C01 has reported everything up to the midnight that begins 24 November: the last day known whole is the 23rd. */
const TODAY = "2026-11-24";

eachStore("telecom", open => {
  let hub: TelecomHub;
  let sequence = 0;
  beforeAll(async () => void (hub = await createTelecomHub(await open())));
  beforeEach(async () => {
    await emptyStore(hub);
    await hub.write(TELECOM_WORLD);
  });

  const check = (day: string): Promise<DailyChecks> =>
    runDailyChecks({ database: hub.database, at: NOW }, day);
  async function given(rest: Parameters<typeof line>[2]): Promise<string> {
    sequence += 1;
    const number = `14103${String(sequence).padStart(6, "0")}`;
    await hub.write({ ...EMPTY_CHUNK, lines: [line(number, person(800 + sequence), rest)] });
    return number;
  }
  const read = async (number: string) => (await hub.ask(police(), LINE, { n: number })).data.phoneLine;
  const tasksOf = async (number: string): Promise<string[]> =>
    (await read(number)).orders.map((order: { kind: string }) => order.kind);

  test("a line out of use for 90 days becomes a task and stays in service; the day before it does not", async () => {
    const due = await given({ lastUsedOn: "2026-08-25" });
    const notYet = await given({ lastUsedOn: "2026-08-26" });
    const neverUsed = await given({
      status: "PENDING",
      registeredOn: "2026-08-25",
      activatedOn: null,
      lastUsedOn: null,
    });
    const suspended = await given({ status: "SUSPENDED", lastUsedOn: "2026-01-01" });
    await check(TODAY);
    expect(await read(due)).toEqual({
      status: "ACTIVE",
      orders: [
        { kind: "DORMANT_REVIEW", status: "ISSUED", reason: { ruleId: "unused90Days", article: "RN-5" } },
      ],
    });
    expect(await tasksOf(notYet)).toEqual([]);
    expect(await tasksOf(neverUsed)).toEqual(["DORMANT_REVIEW"]);
    expect(await tasksOf(suspended)).toEqual([]);
  });

  test("a day is checked once, and a spell out of use is one task however long it lasts", async () => {
    const number = await given({ lastUsedOn: "2026-08-01" });
    expect((await check(TODAY)).isFirst).toBe(true);
    expect(await check(TODAY)).toEqual({ isFirst: false, ordered: 0, overdue: 0 });
    expect((await check("2026-11-25")).ordered).toBe(0);
    expect(await tasksOf(number)).toEqual(["DORMANT_REVIEW"]);
  });

  test("two processes that check a day at once check it once", async () => {
    const number = await given({ lastUsedOn: "2026-08-01" });
    const both = await Promise.all([check(TODAY), check(TODAY)]);
    expect(both.filter(({ isFirst }) => isFirst)).toHaveLength(1);
    expect(await tasksOf(number)).toEqual(["DORMANT_REVIEW"]);
  });

  test("what a silent or half-way carrier has not reported is no sign that a line is unused", async () => {
    const halfWay = await given({ carrier: "C03", lastUsedOn: "2026-01-01", outletCode: null });
    // V02 was last complete on 11 September: of what came after, nothing is known.
    const silent = await given({ carrier: "V02", lastUsedOn: "2026-08-01", outletCode: null });
    await check(TODAY);
    expect(await tasksOf(halfWay)).toEqual([]);
    expect(await tasksOf(silent)).toEqual([]);
  });

  test("a line in service that nobody is registered for is to be stopped, unless that has been ordered already", async () => {
    const number = "14103999999";
    await hub.write({ ...EMPTY_CHUNK, lines: [line(number, null, { registeredOn: "2016-10-15" })] });
    await check(TODAY);
    expect(await tasksOf(number)).toEqual(["STOP_UNREGISTERED"]);
    const changes = await readOutbox(hub, { lineId: hub.keys.ids.lineId(number) });
    expect(changes.map(({ kind }) => kind)).toEqual(["ORDER_ISSUED"]);
    const stops = (await tasksOf(NUMBERS.nobody)).filter(kind => kind === "STOP_UNREGISTERED");
    expect(stops).toHaveLength(1);
  });

  test("as a chore, the checks are made when a day begins and not again on that day", async () => {
    let now = NOW;
    const chore = dailyChore(hub.database, () => now);
    const number = await given({ lastUsedOn: "2026-08-25" });
    expect(await chore()).toBe(false);
    expect(await tasksOf(number)).toEqual(["DORMANT_REVIEW"]);
    expect(await hub.countStatements(chore)).toBe(0);
    expect(await check(TODAY)).toEqual({ isFirst: false, ordered: 0, overdue: 0 });
    now = new Date("2026-11-24T16:00:00.000Z");
    await chore();
    expect(await check("2026-11-25")).toEqual({ isFirst: false, ordered: 0, overdue: 0 });
  });

  test("the register makes them unasked", async () => {
    const number = await given({ lastUsedOn: "2026-08-25" });
    await hub.review();
    expect(await tasksOf(number)).toEqual(["DORMANT_REVIEW"]);
  });

  test("a deadline that has passed is told of once, also when days were not checked", async () => {
    const overdue = async (id: string): Promise<number> =>
      (await readOutbox(hub, { rectificationId: id })).length;
    await check(TODAY);
    expect(await overdue(RECTIFICATIONS.overdue)).toBe(1);
    expect(await overdue(RECTIFICATIONS.atC02)).toBe(0);
    await check("2026-11-28");
    expect(await overdue(RECTIFICATIONS.overdue)).toBe(1);
    // It was due on the 24th, and still in time on that day.
    expect(await overdue(RECTIFICATIONS.atC02)).toBe(1);
    await check("2026-11-29");
    expect(await overdue(RECTIFICATIONS.atC02)).toBe(1);
  });
});
