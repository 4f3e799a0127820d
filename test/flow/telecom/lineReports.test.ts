import { sql } from "kysely";
import type { WorldDocument } from "../../../scripts/seed/worldModel";
import { createLineReportStore } from "../../../subgraphs/telecom/store/lineReportStore";
import type { LineRecord } from "../../../subgraphs/telecom/store/tables/lineTable";
import { eachStore } from "../../support/databases";
import { carrier, createTelecomHub, police, self, type TelecomHub } from "./telecomHub";
import { EMPTY_CHUNK, flag, line, order, person, uuid } from "./telecomRows";
import { PEOPLE, TELECOM_WORLD } from "./telecomWorld";

const LINE = `query ($n: ID!) { phoneLine(number: $n) { status carrier { code } holder { id } flags { id } orders { id } } }`;

/** A line that carrier C01 has reported with a verified flag and an order, last seen on 20 November. */
interface KnownLine {
  readonly number: string;
  readonly holder: WorldDocument | null;
  readonly flag: string;
  readonly order: string;
}

eachStore("telecom", open => {
  let hub: TelecomHub;
  let stranger: string;
  let sequence = 500;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
    stranger = hub.tokenOf(PEOPLE.stranger);
  });

  /** Each test has a line of its own. */
  async function givenLine(isRegistered = true): Promise<KnownLine> {
    sequence += 1;
    const known = {
      number: `14109${String(sequence).padStart(6, "0")}`,
      holder: isRegistered ? person(sequence) : null,
      flag: uuid(sequence * 10),
      order: uuid(sequence * 10 + 1),
    };
    const flags = [flag(known.flag, { status: "VERIFIED" })];
    await hub.write({
      ...EMPTY_CHUNK,
      lines: [line(known.number, known.holder, { flags, orders: [order(known.order)] })],
    });
    return known;
  }

  const record = (number: string, holder: string, rest: Partial<LineRecord> = {}): LineRecord => {
    const id = hub.keys.ids.lineId(number);
    return {
      subjectId: holder,
      id,
      carrier: "C01",
      kind: "MOBILE",
      status: "SUSPENDED",
      sealedNumber: hub.keys.sealer.seal(number, `telecom.line.number|${id}`),
      registeredOn: "2024-03-01",
      heldSince: null,
      activatedOn: null,
      lastUsedOn: null,
      closedOn: null,
      outletCode: null,
      realNameMethod: null,
      realNameVerifiedAt: null,
      onlineCheckPassed: null,
      photoReference: null,
      realNameResult: null,
      methodMark: null,
      checkMark: null,
      photoMark: null,
      riskNoticeVersion: null,
      riskNoticeDigest: null,
      riskNoticeAt: null,
      involvedOn: null,
      observedAt: "2026-11-24T00:00:00.000Z",
      ...rest,
    };
  };
  const report = (...lines: LineRecord[]): Promise<ReadonlySet<string>> =>
    hub.database.transaction(tx => createLineReportStore(tx).upsertLines(lines));
  const read = async (number: string, claims = police()) =>
    (await hub.ask(claims, LINE, { n: number })).data.phoneLine;
  const countRows = async (): Promise<number> => {
    const { rows } = await sql<{ rows: number }>`select count(*) as rows from telecom.line`.execute(
      hub.database.db,
    );
    return rows[0]!.rows;
  };

  test("what was observed earlier than what is known is left aside, and the report says so", async () => {
    const { number, holder } = await givenLine();
    const token = hub.tokenOf(holder!);
    expect(await report(record(number, token, { observedAt: "2026-11-01T00:00:00.000Z" }))).toEqual(
      new Set(),
    );
    expect((await read(number)).status).toBe("ACTIVE");
    expect(await report(record(number, token))).toEqual(new Set([hub.keys.ids.lineId(number)]));
    expect((await read(number)).status).toBe("SUSPENDED");
  });

  test("an older report does not bring a line back to its former holder", async () => {
    const { number, holder } = await givenLine();
    await report(record(number, stranger));
    await report(record(number, hub.tokenOf(holder!), { observedAt: "2026-11-23T23:59:59.999Z" }));
    expect((await read(number)).holder).toEqual({ id: stranger });
  });

  test("a number that comes to another holder comes clean, and stands under one person only", async () => {
    const known = await givenLine();
    const rows = await countRows();
    await report(record(known.number, stranger));
    expect(await countRows()).toBe(rows);
    expect(await read(known.number)).toMatchObject({ holder: { id: stranger }, flags: [], orders: [] });
    const former = hub.tokenOf(known.holder!);
    const query = `query ($id: ID!) { subjectById(id: $id) { abnormalFlags { id } } }`;
    const ofPolice = await hub.ask(police(), query, { id: former });
    expect(ofPolice.data.subjectById.abnormalFlags).toEqual([{ id: known.flag }]);
    const own = await hub.ask(self(former), query, { id: former });
    expect(own.data.subjectById.abnormalFlags).toEqual([]);
  });

  test("a line that is carried to another carrier is gone from the first one's lists", async () => {
    const known = await givenLine();
    await report(record(known.number, hub.tokenOf(known.holder!), { carrier: "C02" }));
    expect(await read(known.number, carrier("C01"))).toBeNull();
    expect(await read(known.number, carrier("C02"))).toMatchObject({ carrier: { code: "C02" } });
    const queue = await hub.ask(
      carrier("C01"),
      `{ lineOrders(carrier: "C01") { nodes { id line { number } } } }`,
    );
    expect(queue.code).toBeUndefined();
    expect(queue.data.lineOrders.nodes.map((one: { id: string }) => one.id)).not.toContain(known.order);
  });

  test("whoever registers an unregistered line takes over its flags and orders", async () => {
    const known = await givenLine(false);
    expect(await read(known.number)).toMatchObject({ holder: null, flags: [{ id: known.flag }] });
    await report(record(known.number, stranger, { status: "ACTIVE" }));
    expect(await read(known.number)).toMatchObject({
      holder: { id: stranger },
      flags: [{ id: known.flag }],
      orders: [{ id: known.order }],
    });
    const reference = { __typename: "LineOrder", id: known.order };
    const { data } = await hub.entity(carrier("C01"), reference, "line { holder { id } }");
    expect(data).toEqual({ line: { holder: { id: stranger } } });
  });

  test("a batch that names a line twice keeps what was observed last", async () => {
    const { number, holder } = await givenLine();
    const token = hub.tokenOf(holder!);
    await report(
      record(number, token, { status: "CLOSED", observedAt: "2026-11-24T00:00:01.000Z" }),
      record(number, token, { status: "DORMANT", observedAt: "2026-11-24T00:00:00.000Z" }),
    );
    expect((await read(number)).status).toBe("CLOSED");
  });

  test("reports of the same new lines at the same time leave each under one holder, the latest observed", async () => {
    const numbers = Array.from({ length: 30 }, (_, index) => `1410008${String(index).padStart(4, "0")}`);
    const holders = [PEOPLE.customer, PEOPLE.elsewhere, PEOPLE.stranger].map(hub.tokenOf);
    const before = await countRows();
    await Promise.all(
      holders.map((holder, index) => {
        const observedAt = `2026-11-24T00:00:0${index}.000Z`;
        const lines = numbers.map(number => record(number, holder, { observedAt }));
        return report(...(index === 1 ? lines.reverse() : lines));
      }),
    );
    expect(await countRows()).toBe(before + numbers.length);
    for (const number of numbers) expect((await read(number)).holder).toEqual({ id: holders[2] });
  });

  test("the same chunk written twice changes nothing", async () => {
    const query = `query ($id: ID!) { subjectById(id: $id) { telecomIdentity { name } lineCounts { active }
      phoneLines { nodes { number status flags { id status } orders { id } } } } }`;
    const dump = async (): Promise<unknown> =>
      (await hub.ask(police(), query, { id: hub.tokenOf(PEOPLE.customer) })).data;
    const before = [await countRows(), await dump()];
    await hub.write(TELECOM_WORLD);
    expect([await countRows(), await dump()]).toEqual(before);
  });
});
