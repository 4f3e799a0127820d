import { eachStore } from "../../support/databases";
import { carrier, createTelecomHub, regulator, type TelecomHub } from "./telecomHub";
import { claimsOf } from "../../support/claims";
import { ROLE_SCOPES } from "../../../schema/contract/scopes";
import { EMPTY_CHUNK } from "./telecomRows";
import { NOW, RECTIFICATIONS, TELECOM_WORLD } from "./telecomWorld";
import { readOutbox } from "./readOutbox";

const ORDER = `mutation ($input: OrderRectificationInput!) { orderRectification(input: $input) {
  id targetKind targetCode status orderedOn dueOn breach { ruleId article until } } }`;
const CLOSE = `mutation ($input: CloseRectificationInput!) { closeRectification(input: $input) { id status closedOn } }`;
const RECORD = `{ rectifications(first: 50) { id status } }`;

eachStore("telecom", open => {
  let hub: TelecomHub;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
    // Two carriers with the same outlet code.
    const institutions = TELECOM_WORLD.institutions.slice(0, 2).map(institution => ({
      ...institution,
      outlets: [{ code: "SAME", name: "营业厅", region: "990101", agentCode: null, agentName: null }],
    }));
    await hub.write({ ...EMPTY_CHUNK, institutions });
  });
  afterEach(() => hub.setNow(NOW));
  afterAll(() => expect(hub.faults).toEqual([]));

  const order = (rest: object = {}, claims = regulator()) =>
    hub.ask(claims, ORDER, {
      input: {
        targetKind: "AGENT",
        targetCode: "C01-AG1",
        ruleId: "idVerification",
        message: "Opened lines without a photo.",
        dueOn: "2026-12-24",
        ...rest,
      },
    });
  const close = (rectificationId: string, shut: boolean, claims = regulator()) =>
    hub.ask(claims, CLOSE, { input: { rectificationId, shut, note: "visited" } });

  test("an agent gets a deadline, which stands on the carrier's record with the article", async () => {
    const { data } = await order();
    const { id, ...rest } = data.orderRectification;
    expect(rest).toEqual({
      targetKind: "AGENT",
      targetCode: "C01-AG1",
      status: "ORDERED",
      orderedOn: "2026-11-24",
      dueOn: "2026-12-24",
      breach: { ruleId: "idVerification", article: "N16-3", until: "2026-12-24" },
    });
    const own = await hub.ask(carrier(), RECORD);
    expect(own.data.rectifications).toContainEqual({ id, status: "ORDERED" });
    const other = await hub.ask(carrier("C02"), RECORD);
    expect(other.data.rectifications).not.toContainEqual({ id, status: "ORDERED" });
    const [change] = await readOutbox(hub, { rectificationId: id });
    expect(change).toMatchObject({
      kind: "RECTIFICATION_ORDERED",
      audiences: ["carrier:C01", "police", "regulator:telecom"],
      touched: ["Institution:C01"],
    });
  });

  test("who has not mended it in time is shut, and not before", async () => {
    const { data } = await order({ targetKind: "OUTLET", targetCode: "C01-1" });
    const { id } = data.orderRectification;
    expect((await close(id, true)).code).toBe("INVALID_TRANSITION");
    hub.setNow(new Date("2026-12-24T15:59:59.000Z"));
    expect((await close(id, true)).code).toBe("INVALID_TRANSITION");
    hub.setNow(new Date("2026-12-24T16:00:00.000Z"));
    expect((await close(id, true)).data.closeRectification).toEqual({
      id,
      status: "SHUT",
      closedOn: "2026-12-25",
    });
    expect((await close(id, false)).code).toBe("INVALID_TRANSITION");
  });

  test("what is mended can be closed at any time, late or not, and once", async () => {
    const { data } = await order({ targetKind: "INSTITUTION", targetCode: "C02" });
    const { id } = data.orderRectification;
    const answers = await Promise.all([close(id, false), close(id, false)]);
    expect(answers.map(({ code }) => code).sort()).toEqual(["INVALID_TRANSITION", undefined]);
    expect((await close(RECTIFICATIONS.overdue, false)).data.closeRectification.status).toBe("CLOSED");
  });

  test.each([
    ["a target that nobody has reported", { targetCode: "C09-AG1" }, "NOT_FOUND"],
    ["an outlet's code for an agent", { targetCode: "C01-1" }, "NOT_FOUND"],
    ["a region", { targetKind: "REGION", targetCode: "990100" }, "BAD_INPUT"],
    ["a code that two carriers use", { targetKind: "OUTLET", targetCode: "SAME" }, "BAD_INPUT"],
    [
      "that code with a carrier that does not use it",
      { targetKind: "OUTLET", targetCode: "C03/SAME" },
      "NOT_FOUND",
    ],
    ["a rule that there is not", { ruleId: "toString" }, "BAD_INPUT"],
    ["a deadline of today", { dueOn: "2026-11-24" }, "BAD_INPUT"],
    ["a deadline beyond a year", { dueOn: "2027-11-25" }, "BAD_INPUT"],
    ["no words", { message: " " }, "BAD_INPUT"],
  ])("%s is refused", async (_what, rest, code) => {
    expect((await order(rest)).code).toBe(code);
  });

  test("a code that two carriers use is told apart by the carrier", async () => {
    const { data } = await order({ targetKind: "OUTLET", targetCode: "C02/SAME" });
    expect(data.orderRectification.targetCode).toBe("SAME");
    const own = await hub.ask(carrier("C02"), RECORD);
    expect(own.data.rectifications).toContainEqual({ id: data.orderRectification.id, status: "ORDERED" });
  });

  test("neither a carrier nor the banks' regulator sets deadlines for carriers", async () => {
    expect((await order({}, carrier())).code).toBe("FORBIDDEN");
    const financial = claimsOf({
      id: "regulator-financial/regulator-financial",
      kind: "FINANCIAL_REGULATOR",
      institution: null,
      scopes: ROLE_SCOPES["regulator-financial"],
    });
    expect((await order({}, financial)).code).toBe("FORBIDDEN");
    expect((await close(RECTIFICATIONS.atC02, false, financial)).code).toBe("FORBIDDEN");
    expect((await close("00000000-0000-4000-8000-00000000ffff", false)).code).toBe("NOT_FOUND");
  });
});
