import { sql } from "kysely";
import { eachStore } from "../../support/databases";
import { inForce, telecomFacts } from "../../support/policeEvents";
import { readOutbox } from "./readOutbox";
import { bank, carrier, createTelecomHub, police, self, type TelecomHub } from "./telecomHub";
import { EMPTY_CHUNK, line, person, uuid } from "./telecomRows";
import { NOW, TELECOM_WORLD } from "./telecomWorld";

const VERIFY = `mutation ($input: VerifyAbnormalFlagInput!) { verifyAbnormalFlag(input: $input) { order { id } } }`;
const EXECUTE = `mutation ($input: ExecuteOrdersInput!) { executeLineOrders(input: $input) { accepted } }`;
const CHECK = `query ($number: ID!, $document: IdentityDocumentInput!) {
  phoneCheck(number: $number, document: $document) { verifiedFlags } }`;
const LINE = `query ($n: ID!) { phoneLine(number: $n) { status flags { id kind status verifiedBy } } }`;

eachStore("telecom", open => {
  let hub: TelecomHub;
  let sequence = 0;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
  });
  beforeEach(() => hub.setNow(NOW));
  afterAll(() => expect(hub.faults).toEqual([]));

  /** A line of carrier C03 of which the police have notified it. */
  async function givenNotice() {
    sequence += 1;
    const number = `14109${String(sequence).padStart(6, "0")}`;
    const holder = person(960 + sequence);
    await hub.write({ ...EMPTY_CHUNK, lines: [line(number, holder, { carrier: "C03" })] });
    const lineId = hub.keys.ids.lineId(number);
    const involvementId = uuid(9_600 + sequence);
    const notice = { kind: "POLICE_NOTICE", involvementId, caseNumber: "A110199-2026-001", lineId } as const;
    await hub.hear(notice);
    const { data } = await hub.ask(police(), LINE, { n: number });
    const flagId = data.phoneLine.flags[0].id as string;
    return { number, holder, token: hub.tokenOf(holder), lineId, involvementId, notice, flagId };
  }
  type Scene = Awaited<ReturnType<typeof givenNotice>>;

  const verify = ({ flagId }: Scene) =>
    hub.ask(carrier("C03"), VERIFY, { input: { flagId, confirmed: true, note: "heard" } });
  const withdraw = ({ involvementId, lineId }: Scene) =>
    hub.hear({ kind: "INVOLVEMENT_WITHDRAWN", involvementId, lineId, withdrawnBy: "police/lead" });
  const lineOf = async ({ number }: Scene, claims = police()) =>
    (await hub.ask(claims, LINE, { n: number })).data.phoneLine;
  const told = async ({ number, holder }: Scene): Promise<string[]> => {
    const document = { type: holder.type, number: "", token: hub.tokenOf(holder) };
    return (await hub.ask(bank(), CHECK, { number, document })).data.phoneCheck.verifiedFlags;
  };
  interface Order {
    id: string;
    kind: string;
    status: string;
  }
  const ordersOf = async ({ lineId }: Scene): Promise<readonly Order[]> => {
    const { rows } = await sql<Order>`select id, kind, status from telecom.line_order
      where line_id = ${lineId}`.execute(hub.database.db);
    return rows;
  };
  const summary = async (scene: Scene) =>
    (await ordersOf(scene)).map(({ kind, status }) => `${kind} ${status}`).sort();
  const executeAll = async (scene: Scene) => {
    const waiting = (await ordersOf(scene)).filter(({ status }) => /ISSUED|DELIVERED/.test(status));
    const executedAt = NOW.toISOString();
    const outcomes = waiting.map(({ id }) => ({ orderId: id, executed: true, executedAt }));
    const requestId = `w-${(sequence += 1)}`;
    await hub.ask(carrier("C03"), EXECUTE, { input: { requestId, institution: "C03", outcomes } });
  };
  const dismissals = async ({ flagId }: Scene) =>
    (await readOutbox(hub, { flagId })).filter(({ kind }) => kind === "FLAG_DISMISSED");

  test("a notice that nobody has decided on is dismissed with the lead that it came from, once, and its person never learns of it", async () => {
    const scene = await givenNotice();
    await withdraw(scene);
    await withdraw(scene);
    await hub.hear(scene.notice);
    expect((await lineOf(scene)).flags).toMatchObject([
      { kind: "POLICE_NOTICE", status: "DISMISSED", verifiedBy: "police/lead" },
    ]);
    expect((await lineOf(scene, self(scene.token))).flags).toEqual([]);
    expect(await dismissals(scene)).toHaveLength(1);
    expect(await ordersOf(scene)).toEqual([]);
    expect((await verify(scene)).code).toBe("INVALID_TRANSITION");
  });

  test("a verified notice is refuted: no bank is told of it, and the order that waits for the carrier is withdrawn", async () => {
    const scene = await givenNotice();
    await verify(scene);
    expect(await told(scene)).toEqual(["POLICE_NOTICE"]);
    expect(await summary(scene)).toEqual(["SUSPEND ISSUED"]);
    await withdraw(scene);
    await withdraw(scene);
    expect(await told(scene)).toEqual([]);
    expect(await summary(scene)).toEqual(["SUSPEND EXPIRED"]);
    expect((await lineOf(scene, self(scene.token))).flags).toMatchObject([{ status: "DISMISSED" }]);
    expect(await dismissals(scene)).toHaveLength(1);
  });

  test("a line that was stopped for a notice comes back when its lead is withdrawn, ordered once", async () => {
    const scene = await givenNotice();
    await verify(scene);
    await executeAll(scene);
    expect((await lineOf(scene)).status).toBe("SUSPENDED");
    await withdraw(scene);
    await withdraw(scene);
    expect(await summary(scene)).toEqual(["RESTORE ISSUED", "SUSPEND EXECUTED"]);
    await executeAll(scene);
    expect((await lineOf(scene)).status).toBe("ACTIVE");
  });

  test("what else stopped the line goes on", async () => {
    const scene = await givenNotice();
    await verify(scene);
    await hub.hear(inForce(telecomFacts(uuid(9_700), scene.token)));
    await executeAll(scene);
    await withdraw(scene);
    await executeAll(scene);
    expect(await summary(scene)).toEqual(["RESTORE EXECUTED", "SUSPEND EXECUTED", "SUSPEND EXECUTED"]);
    expect((await lineOf(scene)).status).toBe("SUSPENDED");
  });

  test("another lead's withdrawal, and one of which no carrier was notified, leave the notice as it is", async () => {
    const scene = await givenNotice();
    await verify(scene);
    await withdraw({ ...scene, involvementId: uuid(9_800) });
    await withdraw({ ...scene, lineId: hub.keys.ids.lineId("14109999999") });
    expect((await lineOf(scene)).flags).toMatchObject([{ status: "VERIFIED" }]);
    expect(await summary(scene)).toEqual(["SUSPEND ISSUED"]);
  });
});
