import { sql } from "kysely";
import { eachStore } from "../../support/databases";
import { bank, carrier, createTelecomHub, police, regulator, type TelecomHub } from "./telecomHub";
import { FLAGS, NUMBERS, ORDERS, PEOPLE, RECTIFICATIONS, TELECOM_WORLD } from "./telecomWorld";

const FEED = `query ($after: String, $first: Int! = 100) { telecomChanges(after: $after, first: $first) {
  nodes { sequence at kind subject { id } line { id } flag { id } order { id } } pageInfo { hasNextPage endCursor } } }`;

eachStore("telecom", open => {
  let hub: TelecomHub;
  beforeAll(async () => {
    const database = await open();
    hub = await createTelecomHub(database);
    await hub.write(TELECOM_WORLD);
    const customer = hub.tokenOf(PEOPLE.customer);
    const lineId = hub.keys.ids.lineId(NUMBERS.customer);
    for (const audience of ["police", "carrier:C01", "carrier:C02", "regulator:telecom"]) {
      await sql`insert into telecom.change
        (audience, sequence, at, kind, subject_id, line_id, flag_id, order_id, rectification_id) values
        (${audience}, 1, '2026-11-05T00:00:00Z', 'FLAG_VERIFIED', ${customer}, ${lineId}, ${FLAGS.verified}, null, null),
        (${audience}, 2, '2026-11-06T00:00:00Z', 'ORDER_ISSUED', ${customer}, ${lineId}, null, ${ORDERS.ofCustomer}, null),
        (${audience}, 3, '2026-11-07T00:00:00Z', 'RECTIFICATION_ORDERED', null, null, null, null, ${RECTIFICATIONS.overdue})
      `.execute(database.db);
    }
  });

  test("a bank has no feed here", async () => {
    expect((await hub.ask(bank(), `{ telecomChanges { nodes { kind } } }`)).data).toEqual({
      telecomChanges: null,
    });
  });

  test.each([["WyJ4Il0"], ["WzEsMl0"], ["nonsense"]])(
    "a cursor that this feed did not make (%s) is refused",
    async after => {
      expect(await hub.ask(police(), FEED, { after })).toMatchObject({ code: "BAD_INPUT" });
    },
  );

  test("the regulator reads what happened and its own records, without the person and the line", async () => {
    const { data } = await hub.ask(
      regulator(),
      `{ telecomChanges { nodes { sequence kind subject { id } line { id } flag { id } rectification { id } } } }`,
    );
    expect(data.telecomChanges.nodes).toEqual([
      {
        sequence: "1",
        kind: "FLAG_VERIFIED",
        subject: null,
        line: null,
        flag: { id: FLAGS.verified },
        rectification: null,
      },
      { sequence: "2", kind: "ORDER_ISSUED", subject: null, line: null, flag: null, rectification: null },
      {
        sequence: "3",
        kind: "RECTIFICATION_ORDERED",
        subject: null,
        line: null,
        flag: null,
        rectification: { id: RECTIFICATIONS.overdue },
      },
    ]);
  });

  test("a carrier reads its own audience, and what hangs on another's line stays absent", async () => {
    const own = await hub.ask(carrier("C01"), FEED);
    expect(own.data.telecomChanges.nodes[0]).toEqual({
      sequence: "1",
      at: "2026-11-05T00:00:00.000Z",
      kind: "FLAG_VERIFIED",
      subject: { id: hub.tokenOf(PEOPLE.customer) },
      line: { id: hub.keys.ids.lineId(NUMBERS.customer) },
      flag: { id: FLAGS.verified },
      order: null,
    });
    expect(own.data.telecomChanges.nodes[1].order).toEqual({ id: ORDERS.ofCustomer });
    const others = await hub.ask(carrier("C02"), FEED);
    expect(others.data.telecomChanges.nodes[0]).toMatchObject({ line: null, flag: null });
  });

  test("a reader goes on from where it stopped, and keeps its place when there is nothing new", async () => {
    const first = await hub.ask(police(), FEED, { first: 2 });
    expect(first.data.telecomChanges.pageInfo.hasNextPage).toBe(true);
    const rest = await hub.ask(police(), FEED, { after: first.data.telecomChanges.pageInfo.endCursor });
    expect(rest.data.telecomChanges.nodes.map((one: { sequence: string }) => one.sequence)).toEqual(["3"]);
    const { endCursor } = rest.data.telecomChanges.pageInfo;
    const nothing = await hub.ask(police(), FEED, { after: endCursor });
    expect(nothing.data.telecomChanges).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor } });
  });
});
