import type { RequestClaims } from "../../../schema/contract/claims";
import { eachStore } from "../../support/databases";
import { carrier, createTelecomHub, police, regulator, type TelecomHub } from "./telecomHub";
import { EMPTY_CHUNK, cards, person } from "./telecomRows";
import { FLAGS, NUMBERS, ORDERS, PEOPLE, TELECOM_WORLD } from "./telecomWorld";

const reporting = (institution = "C01"): RequestClaims => carrier(institution, "carrier-reporting");

eachStore("telecom", open => {
  let hub: TelecomHub;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
  });

  const idsOf = (answer: { data: Record<string, { nodes: { id: string }[] }> }): string[] =>
    Object.values(answer.data)[0]!.nodes.map(node => node.id);

  test.each([
    ["lineOrders", `{ lineOrders(carrier: "C02") { nodes { id } } }`],
    ["cleanUpList", `{ cleanUpList(carrier: "C02") { nodes { active } } }`],
  ])("a carrier that asks for another's %s is refused", async (_field, query) => {
    expect(await hub.ask(carrier(), query)).toMatchObject({ code: "FORBIDDEN" });
  });

  test("another carrier's flags are absent for a carrier, whether there are any or not", async () => {
    for (const code of ["C02", "C03"]) {
      const { data } = await hub.ask(carrier(), `{ abnormalFlags(carrier: "${code}") { nodes { id } } }`);
      expect(data).toEqual({ abnormalFlags: null });
    }
  });

  test("police have no carrier's work list", async () => {
    const { data } = await hub.ask(police(), `{ abnormalFlags(carrier: "C01") { nodes { id } } }`);
    expect(data.abnormalFlags).toBeNull();
    expect(await hub.ask(police(), `{ cleanUpList(carrier: "C01") { nodes { active } } }`)).toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test.each([
    ["abnormalFlags", "first: 0", "BAD_INPUT"],
    ["abnormalFlags", "first: 501", "LIMIT_EXCEEDED"],
    ["abnormalFlags", `after: "bm9wZQ"`, "BAD_INPUT"],
    ["abnormalFlags", `after: "WyJub3QgYSBtb21lbnQiLCJ4Il0"`, "BAD_INPUT"],
    ["lineOrders", "first: -1", "BAD_INPUT"],
    ["lineOrders", `after: "WzFd"`, "BAD_INPUT"],
    ["cleanUpList", `after: "WyJhIiwiYiJd"`, "BAD_INPUT"],
  ])("%s(%s) answers %s", async (field, args, code) => {
    const query = `{ ${field}(carrier: "C01", ${args}) { pageInfo { hasNextPage } } }`;
    expect(await hub.ask(carrier(), query)).toMatchObject({ code });
  });

  test("the regulator reads a carrier's flags without the people and numbers behind them", async () => {
    const query = `{ abnormalFlags(carrier: "C01") { nodes { id verifiedBy line { id } reportedBy { code } } } }`;
    const { data, code } = await hub.ask(regulator(), query);
    expect(code).toBeUndefined();
    expect(data.abnormalFlags.nodes).toContainEqual({
      id: FLAGS.verified,
      verifiedBy: null,
      line: { id: hub.keys.ids.lineId(NUMBERS.customer) },
      reportedBy: { code: "C01" },
    });
    const withNumber = `{ abnormalFlags(carrier: "C01") { nodes { line { number } } } }`;
    expect(await hub.ask(regulator(), withNumber)).toMatchObject({ code: "FORBIDDEN" });
  });

  test("a carrier's flags come newest first, page by page, each once", async () => {
    const query = `query ($after: String) { abnormalFlags(carrier: "C01", first: 2, after: $after) {
      nodes { id line { number } } pageInfo { hasNextPage endCursor } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const answer = await hub.ask(carrier(), query, { after });
      seen.push(...idsOf(answer));
      if (!answer.data.abnormalFlags.pageInfo.hasNextPage) break;
      after = answer.data.abnormalFlags.pageInfo.endCursor;
    }
    expect(seen).toEqual([FLAGS.policeNotice, FLAGS.forged, FLAGS.ofNobody, FLAGS.verified, FLAGS.older]);
  });

  test.each([
    ["status: VERIFIED", [FLAGS.forged, FLAGS.ofNobody, FLAGS.verified]],
    ["kinds: [SPAM_SMS, POLICE_NOTICE]", [FLAGS.policeNotice, FLAGS.older]],
    [`from: "2026-11-04T00:00:00.000Z"`, [FLAGS.policeNotice]],
    [`to: "2026-11-03T00:00:00.000Z"`, [FLAGS.older]],
    [`from: "2025-01-01T00:00:00.000Z", to: "2026-11-04T00:00:00.000Z", status: DISMISSED`, [FLAGS.older]],
  ])("flags are chosen by %s", async (args, expected) => {
    expect(
      idsOf(await hub.ask(carrier(), `{ abnormalFlags(carrier: "C01", ${args}) { nodes { id } } }`)),
    ).toEqual(expected);
  });

  test("the queue holds what is still to be executed, what is due first in front, and the numbers to act on", async () => {
    const query = `{ lineOrders(carrier: "C01") { nodes { id line { number holder { id } } } pageInfo { hasNextPage } } }`;
    const { data } = await hub.ask(carrier(), query);
    expect(data.lineOrders.nodes).toEqual([
      { id: ORDERS.overdue, line: { number: NUMBERS.nobody, holder: null } },
      { id: ORDERS.ofNobody, line: { number: NUMBERS.nobody, holder: null } },
      {
        id: ORDERS.ofCustomer,
        line: { number: NUMBERS.customer, holder: { id: hub.tokenOf(PEOPLE.customer) } },
      },
    ]);
  });

  test.each([
    ["status: EXECUTED", [ORDERS.restored, ORDERS.executed]],
    ["kinds: [REVERIFY]", [ORDERS.overdue]],
    [`dueBefore: "2026-11-24T04:00:00.000Z"`, [ORDERS.overdue]],
  ])("orders are chosen by %s", async (args, expected) => {
    const ids = idsOf(await hub.ask(reporting(), `{ lineOrders(carrier: "C01", ${args}) { nodes { id } } }`));
    expect([...ids].sort()).toEqual([...expected].sort());
  });

  test("orders are paged by due time and id, each once", async () => {
    const query = `query ($after: String) { lineOrders(carrier: "C01", first: 1, after: $after) {
      nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const first = await hub.ask(reporting(), query);
    const second = await hub.ask(reporting(), query, { after: first.data.lineOrders.pageInfo.endCursor });
    expect([...idsOf(first), ...idsOf(second)]).toEqual([ORDERS.overdue, ORDERS.ofNobody]);
  });

  test("the clean-up list holds people above five cards with this carrier, no units and nobody with five", async () => {
    const { data } = await hub.ask(
      carrier(),
      `{ cleanUpList(carrier: "C01") { nodes { active above carrier { code } subject { id } } } }`,
    );
    expect(data.cleanUpList.nodes).toEqual([
      { active: 6, above: 1, carrier: { code: "C01" }, subject: { id: hub.tokenOf(PEOPLE.sixCards) } },
    ]);
  });

  test("a long clean-up list is paged, each person once", async () => {
    const collectors = [60, 61, 62].map(person);
    const lines = collectors.flatMap((holder, index) =>
      cards(7, holder, `143006${index}`, { carrier: "C02" }),
    );
    await hub.write({ ...EMPTY_CHUNK, lines });
    const query = `query ($after: String) { cleanUpList(carrier: "C02", first: 2, after: $after) {
      nodes { subject { id } above } pageInfo { hasNextPage endCursor } } }`;
    const first = await hub.ask(carrier("C02"), query);
    const second = await hub.ask(carrier("C02"), query, { after: first.data.cleanUpList.pageInfo.endCursor });
    const nodes = [...first.data.cleanUpList.nodes, ...second.data.cleanUpList.nodes];
    expect(nodes.map(node => node.subject.id)).toEqual(collectors.map(hub.tokenOf).sort());
    expect(nodes.map(node => node.above)).toEqual([2, 2, 2]);
    expect(second.data.cleanUpList.pageInfo.hasNextPage).toBe(false);
  });
});
