import { eachStore } from "../../support/databases";
import { carrier, createTelecomHub, police, type TelecomHub } from "./telecomHub";
import { BLACKLIST, FLAGS, NUMBERS, ORDERS, TELECOM_WORLD } from "./telecomWorld";

eachStore("telecom", open => {
  let hub: TelecomHub;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
  });

  test.each([
    ["a line by its id", () => ({ __typename: "PhoneLine", id: hub.keys.ids.lineId(NUMBERS.customerAtC02) })],
    ["a flag", () => ({ __typename: "AbnormalFlag", id: FLAGS.atC02 })],
    ["an order", () => ({ __typename: "LineOrder", id: ORDERS.atC02 })],
    ["a number that is none", () => ({ __typename: "PhoneLine", number: "141****0001" })],
    ["a flag that does not exist", () => ({ __typename: "AbnormalFlag", id: "no-such-flag" })],
  ])("for another carrier %s is absent, as what does not exist is", async (_what, reference) => {
    expect(await hub.entity(carrier("C01"), reference(), "__typename")).toEqual({
      data: null,
      code: undefined,
    });
  });

  test("of another carrier's number, as of one that nobody has, a carrier is told the id and nothing else", async () => {
    const all =
      "id status kind number maskedNumber carrier { code } holder { id } flags { id } orders { id } openedAt { code }";
    for (const number of [NUMBERS.customerAtC02, "14177777777"]) {
      const { data, code } = await hub.entity(carrier("C01"), { __typename: "PhoneLine", number }, all);
      const { id, ...rest } = data;
      expect([id, code]).toEqual([hub.keys.ids.lineId(number), undefined]);
      expect(Object.values(rest)).toEqual(Array(9).fill(null));
    }
  });

  test("references to what is one's own are found by each key", async () => {
    const byNumber = await hub.entity(
      carrier("C02"),
      { __typename: "PhoneLine", number: NUMBERS.customerAtC02 },
      "id status",
    );
    const byId = await hub.entity(
      carrier("C02"),
      { __typename: "PhoneLine", id: byNumber.data.id },
      "number",
    );
    expect(byId.data.number).toBe(NUMBERS.customerAtC02);
    const entry = await hub.entity(
      carrier(),
      { __typename: "BlacklistEntry", id: BLACKLIST.standing },
      "reason imposedBy { code }",
    );
    expect(entry.data).toEqual({ reason: "resale", imposedBy: { code: "C01" } });
    expect(
      (await hub.entity(carrier("C02"), { __typename: "BlacklistEntry", id: BLACKLIST.standing }, "id")).data,
    ).toBeNull();
    expect((await hub.entity(carrier(), { __typename: "Institution", code: "C03" }, "name")).data).toEqual({
      name: "恒波电信",
    });
    expect((await hub.entity(carrier(), { __typename: "Institution", code: "102" }, "name")).data).toBeNull();
  });

  test("a line shows its evidence, outlet, notice, flags and orders, and a flag its order", async () => {
    const { data, code } = await hub.ask(
      police(),
      `query ($n: ID!) { phoneLine(number: $n) {
        openedAt { code name region agent } realName { method onlineCheckPassed photoReference result verifiedOn }
        riskNotice { noticeVersion noticeDigest acknowledgedAt } activatedOn lastUsedOn closedOn
        orders { id kind status reason { ruleId until } causeId line { number } }
        flags(first: 2) { id order { id } line { number } } } }`,
      { n: `+86 ${NUMBERS.customer}` },
    );
    expect(hub.faults).toEqual([]);
    expect(code).toBeUndefined();
    expect(data.phoneLine).toEqual({
      openedAt: { code: "C01-1", name: "远讯通信营业厅1", region: "990101", agent: null },
      realName: {
        method: "ID_READER",
        onlineCheckPassed: true,
        photoReference: "photo/1",
        result: "PASSED",
        verifiedOn: "2024-03-01T02:00:00.000Z",
      },
      riskNotice: {
        noticeVersion: "2022-12",
        noticeDigest: "0".repeat(64),
        acknowledgedAt: "2024-03-01T02:05:00.000Z",
      },
      activatedOn: "2024-03-02",
      lastUsedOn: "2026-11-20",
      closedOn: null,
      orders: [
        {
          id: ORDERS.ofCustomer,
          kind: "SUSPEND",
          status: "DELIVERED",
          reason: { ruleId: "telecomSanction", until: "2031-11-20" },
          causeId: FLAGS.verified,
          line: { number: NUMBERS.customer },
        },
      ],
      flags: [
        { id: FLAGS.policeNotice, order: null, line: { number: NUMBERS.customer } },
        { id: FLAGS.verified, order: { id: ORDERS.ofCustomer }, line: { number: NUMBERS.customer } },
      ],
    });
  });
});
