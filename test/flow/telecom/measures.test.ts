import { sql } from "kysely";
import { eachStore } from "../../support/databases";
import { createAskKept } from "../../support/createAskKept";
import { caseLineFacts, inForce, lifted, sanctionFacts, telecomFacts } from "../../support/policeEvents";
import { carrier, createTelecomHub, police, type TelecomHub } from "./telecomHub";
import { EMPTY_CHUNK, line, person, uuid } from "./telecomRows";
import { NOW, TELECOM_WORLD } from "./telecomWorld";

const EXECUTE = `mutation ($input: ExecuteOrdersInput!) {
  executeLineOrders(input: $input) { accepted duplicate rejected items { code } }
}`;

eachStore("telecom", open => {
  let hub: TelecomHub;
  let people = 700;
  let causes = 7_000;
  let requests = 0;
  let token: string;
  let holder: ReturnType<typeof person>;
  let numbers: Record<"active" | "dormant" | "atC02" | "closed", string>;

  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
    await hub.review();
  });
  beforeEach(async () => {
    hub.setNow(NOW);
    holder = person((people += 1));
    token = hub.tokenOf(holder);
    numbers = {
      active: `14180${people}001`,
      dormant: `14180${people}002`,
      atC02: `14380${people}001`,
      closed: `14180${people}003`,
    };
    const lines = [
      line(numbers.active, holder),
      line(numbers.dormant, holder, { status: "DORMANT" }),
      line(numbers.atC02, holder, { carrier: "C02" }),
      line(numbers.closed, holder, { status: "CLOSED", closedOn: "2025-01-01" }),
    ];
    await hub.write({ ...EMPTY_CHUNK, lines });
    await hub.review();
  });

  const newCause = () => uuid((causes += 1));
  const nameOf = (id: string) =>
    Object.entries(numbers).find(([, number]) => hub.keys.ids.lineId(number) === id)?.[0] ?? "new";

  async function orders(): Promise<
    { id: string; line: string; kind: string; status: string; carrier: string }[]
  > {
    const { rows } = await sql<{ id: string; line: string; kind: string; status: string; carrier: string }>`
      select id, line_id as line, kind, status, carrier from telecom.line_order
      where subject_id = ${token}`.execute(hub.database.db);
    return rows;
  }
  const told = async () =>
    (await orders()).map(one => `${nameOf(one.line)} ${one.kind} ${one.status}`).sort();
  const statusOf = async (number: string) =>
    (await hub.ask(police(), `query ($n: ID!) { phoneLine(number: $n) { status } }`, { n: number })).data
      .phoneLine.status as string;

  async function execute(code = "C01") {
    const open = (await orders()).filter(one => one.carrier === code && /ISSUED|DELIVERED/.test(one.status));
    const outcomes = open.map(({ id }) => ({ orderId: id, executed: true, executedAt: NOW.toISOString() }));
    const input = { requestId: `m-${(requests += 1)}`, institution: code, outcomes };
    return { input, answer: await hub.ask(carrier(code), EXECUTE, { input }) };
  }

  test("a sanction of the police alone orders nothing on lines; the regulator's act does, one for each in service", async () => {
    const causeId = newCause();
    await hub.hear(inForce(sanctionFacts(causeId, token)));
    expect(await told()).toEqual([]);
    await hub.hear(inForce(telecomFacts(causeId, token)));
    await hub.hear(inForce(telecomFacts(causeId, token)));
    expect(await told()).toEqual(["active SUSPEND ISSUED", "atC02 SUSPEND ISSUED", "dormant SUSPEND ISSUED"]);
    const { rows: feed } = await sql`select kind from telecom.outbox
      where subject_id = ${token} and order_id is not null`.execute(hub.database.db);
    expect(feed).toEqual(Array(3).fill({ kind: "ORDER_ISSUED" }));
  });

  test("a line recognised in a case is a task to verify its holder again, for that line alone", async () => {
    const facts = caseLineFacts(newCause(), hub.keys.ids.lineId(numbers.active));
    await hub.hear(inForce(facts));
    expect(await told()).toEqual(["active REVERIFY ISSUED"]);
    await hub.hear(lifted(facts));
    expect(await told()).toEqual(["active REVERIFY EXPIRED"]);
  });

  test("a line whose holder the police name is no task about whoever has the number by now", async () => {
    const lineId = hub.keys.ids.lineId(numbers.active);
    const named = { subjectId: hub.tokenOf(person(1)), isHolderNamed: true };
    const facts = { ...caseLineFacts(newCause(), lineId), ...named };
    await hub.hear(inForce(facts));
    await hub.review();
    expect(await told()).toEqual([]);
    const { rows } = await sql`select involved_on as "on" from telecom.line where id = ${lineId}`.execute(
      hub.database.db,
    );
    expect(rows).toEqual([{ on: null }]);
    await hub.hear(inForce({ ...caseLineFacts(newCause(), lineId), subjectId: token, isHolderNamed: true }));
    expect(await told()).toEqual(["active REVERIFY ISSUED"]);
  });

  test("a measure that begins on a later day stops no line before", async () => {
    const facts = telecomFacts(newCause(), token);
    await hub.hear(
      inForce({ ...facts, measures: facts.measures.map(one => ({ ...one, startsOn: "2026-11-27" })) }),
    );
    hub.setNow(new Date("2026-11-26T15:59:59Z"));
    await hub.review();
    expect(await told()).toEqual([]);
    hub.setNow(new Date("2026-11-26T16:00:00Z"));
    await hub.review();
    expect(await told()).toHaveLength(3);
  });

  test("a line that appears while a measure stands is caught", async () => {
    await hub.hear(inForce(telecomFacts(newCause(), token)));
    await hub.write({ ...EMPTY_CHUNK, lines: [line(`14180${people}009`, holder)] });
    await hub.review();
    expect(await told()).toContain("new SUSPEND ISSUED");
  });

  test.each(["first", "second"] as const)(
    "two causes stop a line: it comes back when both are undone, the %s lifted first",
    async first => {
      const causesOfLine = [telecomFacts(newCause(), token), telecomFacts(newCause(), token)];
      for (const facts of causesOfLine) await hub.hear(inForce(facts));
      expect((await execute()).answer.data.executeLineOrders).toMatchObject({ accepted: 4, rejected: 0 });
      expect(await statusOf(numbers.active)).toBe("SUSPENDED");
      if (first === "second") causesOfLine.reverse();
      await hub.hear(lifted(causesOfLine[0]!));
      await execute();
      expect(await statusOf(numbers.active)).toBe("SUSPENDED");
      await hub.hear(lifted(causesOfLine[1]!));
      expect(await statusOf(numbers.active)).toBe("SUSPENDED");
      const { input, answer } = await execute();
      expect(await statusOf(numbers.active)).toBe("ACTIVE");
      expect((await hub.ask(carrier(), EXECUTE, { input })).data).toEqual(answer.data);
      // What was never carried out is withdrawn and not to be undone.
      expect((await told()).filter(one => one.startsWith("atC02"))).toEqual([
        "atC02 SUSPEND EXPIRED",
        "atC02 SUSPEND EXPIRED",
      ]);
    },
  );

  describe("a line comes back to the state in which it was before", () => {
    const BEFORE = ["DORMANT", "REVERIFY_REQUIRED", "SUSPENDED"] as const;
    const setStatus = (number: string, status: string) =>
      sql`update telecom.line set status = ${status} where id = ${hub.keys.ids.lineId(number)}`.execute(
        hub.database.db,
      );

    test.each(BEFORE)("%s, when the one cause that stopped it is undone", async before => {
      await setStatus(numbers.active, before);
      const facts = telecomFacts(newCause(), token);
      await hub.hear(inForce(facts));
      await execute();
      expect(await statusOf(numbers.active)).toBe("SUSPENDED");
      await hub.hear(lifted(facts));
      await execute();
      expect(await statusOf(numbers.active)).toBe(before);
    });

    test.each(BEFORE.flatMap(before => [false, true].map(isReversed => [before, isReversed] as const)))(
      "%s, when the last of two causes is undone, whichever that is (reversed: %s)",
      async (before, isReversed) => {
        await setStatus(numbers.active, before);
        const pair = [telecomFacts(newCause(), token), telecomFacts(newCause(), token)];
        await hub.hear(inForce(pair[0]!));
        await execute();
        await hub.hear(inForce(pair[1]!));
        await execute();
        if (isReversed) pair.reverse();
        await hub.hear(lifted(pair[0]!));
        await execute();
        expect(await statusOf(numbers.active)).toBe("SUSPENDED");
        await hub.hear(lifted(pair[1]!));
        await execute();
        expect(await statusOf(numbers.active)).toBe(before);
        expect(await statusOf(numbers.dormant)).toBe("DORMANT");
      },
    );

    test("which it came to after the order, and not by its execution", async () => {
      const facts = telecomFacts(newCause(), token);
      await hub.hear(inForce(facts));
      await setStatus(numbers.active, "REVERIFY_REQUIRED");
      // The carrier reported the line out of service before it reported the order executed.
      await setStatus(numbers.dormant, "SUSPENDED");
      await execute();
      await hub.hear(lifted(facts));
      await execute();
      expect(await statusOf(numbers.active)).toBe("REVERIFY_REQUIRED");
      expect(await statusOf(numbers.dormant)).toBe("DORMANT");
    });

    test("and need not be verified again where its holder was while it was stopped", async () => {
      const facts = telecomFacts(newCause(), token);
      await hub.hear(inForce(facts));
      await execute();
      const verify = `mutation ($input: RecordReverificationInput!) { recordReverification(input: $input) { status } }`;
      const input = { number: numbers.dormant, method: "COUNTER", passed: true, photoReference: "photo/1" };
      const reporting = carrier("C01", "carrier-reporting");
      const { data } = await hub.ask(reporting, verify, { input });
      expect(data.recordReverification.status).toBe("SUSPENDED");
      await hub.hear(lifted(facts));
      await execute();
      expect(await statusOf(numbers.dormant)).toBe("ACTIVE");
    });
  });

  test("a sanction that is lifted ends the regulator's measures with it: what was done is to be undone within a day", async () => {
    const facts = telecomFacts(newCause(), token);
    await hub.hear(inForce(facts));
    await execute();
    await hub.hear(lifted({ ...facts, causeKind: "SANCTION" }));
    const { rows } = await sql`select due_at as "dueAt" from telecom.line_order
      where subject_id = ${token} and kind = 'RESTORE'`.execute(hub.database.db);
    const dueAt = new Date(NOW.getTime() + 24 * 3_600_000);
    expect(rows).toEqual([{ dueAt }, { dueAt }]);
  });

  test("a carrier that refuses to restore is late with it, and has it in its queue until it is done", async () => {
    const facts = telecomFacts(newCause(), token);
    await hub.hear(inForce(facts));
    await execute("C02");
    await hub.hear(lifted(facts));
    const restore = (await orders()).find(one => one.kind === "RESTORE")!;
    const settle = async (outcome: object) => {
      const outcomes = [{ orderId: restore.id, executedAt: NOW.toISOString(), ...outcome }];
      const input = { requestId: `m-${(requests += 1)}`, institution: "C02", outcomes };
      return (await hub.ask(carrier("C02"), EXECUTE, { input })).data.executeLineOrders.accepted as number;
    };
    const execution = async () => {
      const selection = `lineExecution { institution { code } refused late restored restoreRefused restoreLate }`;
      const { data } = await hub.entity(police(), { __typename: "Sanction", id: facts.causeId }, selection);
      return data.lineExecution as object[];
    };
    const queued = async () => {
      const { data } = await hub.ask(carrier("C02"), `{ lineOrders(carrier: "C02") { nodes { id } } }`);
      return (data.lineOrders.nodes as { id: string }[]).some(({ id }) => id === restore.id);
    };
    expect(await settle({ executed: false, refusalReason: "系统故障" })).toBe(1);
    hub.setNow(new Date(NOW.getTime() + 25 * 3_600_000));
    // What was withdrawn at the other carrier is nobody's delay.
    expect(await execution()).toEqual([
      { institution: { code: "C01" }, refused: 0, late: 0, restored: 0, restoreRefused: 0, restoreLate: 0 },
      { institution: { code: "C02" }, refused: 1, late: 1, restored: 0, restoreRefused: 1, restoreLate: 1 },
    ]);
    expect(await queued()).toBe(true);
    expect(await settle({ executed: true })).toBe(1);
    expect((await execution())[1]).toMatchObject({ refused: 0, late: 0, restored: 1 });
    expect(await queued()).toBe(false);
    expect(await statusOf(numbers.atC02)).toBe("ACTIVE");
  });

  test("a carrier that suspends a line after that was withdrawn is believed, and the line is back once it has restored it", async () => {
    const facts = telecomFacts(newCause(), token);
    await hub.hear(inForce(facts));
    await hub.hear(lifted(facts));
    const say = async (order: { id: string }) => {
      const outcomes = [{ orderId: order.id, executed: true, executedAt: NOW.toISOString() }];
      const input = { requestId: `m-${(requests += 1)}`, institution: "C02", outcomes };
      expect((await hub.ask(carrier("C02"), EXECUTE, { input })).data.executeLineOrders.accepted).toBe(1);
    };
    await say((await orders()).find(one => one.carrier === "C02")!);
    expect((await told()).filter(one => one.startsWith("atC02"))).toEqual([
      "atC02 RESTORE ISSUED",
      "atC02 SUSPEND EXECUTED",
    ]);
    expect(await statusOf(numbers.atC02)).toBe("SUSPENDED");
    await say((await orders()).find(one => one.kind === "RESTORE")!);
    expect(await statusOf(numbers.atC02)).toBe("ACTIVE");
  });

  describe("a line that moves", () => {
    const move = async (carrierCode: string, to = holder) => {
      await hub.write({ ...EMPTY_CHUNK, lines: [line(numbers.active, to, { carrier: carrierCode })] });
      await hub.review();
    };
    const ofActive = async () =>
      (await orders())
        .filter(one => nameOf(one.line) === "active")
        .map(({ kind, status, carrier: code }) => `${kind} ${status} ${code}`)
        .sort();
    const idOf = async (code: string) =>
      (await orders()).find(one => nameOf(one.line) === "active" && one.carrier === code)!.id;
    const say = async (code: string, orderId: string) => {
      const outcomes = [{ orderId, executed: true, executedAt: NOW.toISOString() }];
      const input = { requestId: `m-${(requests += 1)}`, institution: code, outcomes };
      expect((await hub.ask(carrier(code), EXECUTE, { input })).data.executeLineOrders.accepted).toBe(1);
    };
    const isRestored = async (causeId: string) => {
      const { rows } = await sql`select 1 from telecom.outbox
        where kind = 'CAUSE_RESTORED' and payload ->> 'causeId' = ${causeId}`.execute(hub.database.db);
      return rows.length > 0;
    };

    test("is stopped by no next carrier for an order that was refused and then lifted by an objection", async () => {
      await hub.hear(inForce(telecomFacts(newCause(), token)));
      const orderId = await idOf("C01");
      const outcomes = [
        { orderId, executed: false, refusalReason: "系统故障", executedAt: NOW.toISOString() },
      ];
      const input = { requestId: `m-${(requests += 1)}`, institution: "C01", outcomes };
      expect((await hub.ask(carrier("C01"), EXECUTE, { input })).data.executeLineOrders.accepted).toBe(1);
      const decided = { objectionId: uuid(1), target: "ORDER", targetId: orderId } as const;
      await hub.hear({ kind: "OBJECTION_DECIDED", ...decided, subjectId: token, confirmed: true });
      await move("C02");
      expect(await ofActive()).toEqual(["SUSPEND EXPIRED C01"]);
    });

    test("away and back is stopped still when its carrier carries out the first order late", async () => {
      await hub.hear(inForce(telecomFacts(newCause(), token)));
      const first = await idOf("C01");
      for (const code of ["C02", "C01"]) await move(code);
      await say("C01", first);
      await execute();
      expect(await ofActive()).toEqual([
        "SUSPEND EXECUTED C01",
        "SUSPEND EXECUTED C01",
        "SUSPEND EXPIRED C02",
      ]);
      expect(await statusOf(numbers.active)).toBe("SUSPENDED");
    });

    test("since an objection to its order was filed is let go by its next carrier when that is confirmed", async () => {
      await hub.hear(inForce(telecomFacts(newCause(), token)));
      const objectedTo = await idOf("C01");
      await move("C02");
      await execute("C02");
      const decided = { objectionId: uuid(1), target: "ORDER", targetId: objectedTo } as const;
      await hub.hear({ kind: "OBJECTION_DECIDED", ...decided, subjectId: token, confirmed: true });
      expect(await ofActive()).toEqual(["RESTORE ISSUED C02", "SUSPEND EXECUTED C02", "SUSPEND EXPIRED C01"]);
      expect(await isRestored(objectedTo)).toBe(false);
      await execute("C02");
      expect(await isRestored(objectedTo)).toBe(true);
      expect(await statusOf(numbers.active)).toBe("ACTIVE");
    });
  });

  test("a sanction that stopped no line here is told to be undone as soon as it is lifted", async () => {
    const facts = telecomFacts(newCause(), token);
    const noNewLine = facts.measures.map(one => ({ ...one, kind: "NO_NEW_LINE" as const }));
    await hub.hear(inForce({ ...facts, measures: noNewLine }));
    await hub.hear(lifted({ ...facts, causeKind: "SANCTION", measures: noNewLine }));
    const { rows } = await sql`select payload ->> 'restoredAt' as at from telecom.outbox
      where kind = 'CAUSE_RESTORED' and payload ->> 'causeId' = ${facts.causeId}`.execute(hub.database.db);
    expect(rows).toEqual([{ at: NOW.toISOString() }]);
  });

  test("a carrier fetches its queue with a total, and what it fetched counts as delivered", async () => {
    await hub.hear(inForce(telecomFacts(newCause(), token)));
    const query = `{ lineOrders(carrier: "C02", kinds: [SUSPEND]) { totalCount nodes { id status } } }`;
    const { data } = await hub.ask(carrier("C02"), query);
    const [own] = (await orders()).filter(one => one.carrier === "C02");
    expect(data.lineOrders.totalCount).toBe(data.lineOrders.nodes.length);
    expect(data.lineOrders.nodes).toContainEqual({ id: own!.id, status: "DELIVERED" });
  });

  test("what a carrier had fetched stays delivered in the figures when it is withdrawn", async () => {
    const facts = telecomFacts(newCause(), token);
    await hub.hear(inForce(facts));
    await hub.ask(carrier("C02"), `{ lineOrders(carrier: "C02", first: 200) { totalCount } }`);
    await hub.hear(lifted(facts));
    const selection = "lineExecution { institution { code } issued delivered }";
    const { data } = await hub.entity(police(), { __typename: "Sanction", id: facts.causeId }, selection);
    expect(data.lineExecution).toContainEqual({ institution: { code: "C02" }, issued: 1, delivered: 1 });
  });

  test("a confirmed objection to one order has that line restored alone, and the police hear when it is", async () => {
    const restoredAt = async (id: string) => {
      const { rows } = await sql<{ at: string }>`select payload ->> 'restoredAt' as at from telecom.outbox
        where kind = 'CAUSE_RESTORED' and payload ->> 'causeId' = ${id}`.execute(hub.database.db);
      return rows.map(({ at }) => at);
    };
    const decision = { kind: "OBJECTION_DECIDED", objectionId: uuid(1), target: "ORDER" } as const;
    await hub.hear(inForce(telecomFacts(newCause(), token)));
    await execute();
    const known = await orders();
    const orderOn = (name: string) => known.find(one => nameOf(one.line) === name)!.id;
    const [active, waiting] = [orderOn("active"), orderOn("atC02")];
    const about = { ...decision, confirmed: true, subjectId: token };
    await hub.hear({ ...about, targetId: active, subjectId: hub.tokenOf(person(1)) });
    expect((await told()).filter(one => one.includes("RESTORE"))).toEqual([]);
    await hub.hear({ ...about, targetId: active });
    await hub.hear({ ...about, targetId: waiting });
    expect(await restoredAt(active)).toEqual([]);
    expect(await restoredAt(waiting)).toEqual([NOW.toISOString()]);
    await execute();
    expect(await restoredAt(active)).toEqual([NOW.toISOString()]);
    expect(await statusOf(numbers.active)).toBe("ACTIVE");
    expect(await statusOf(numbers.dormant)).toBe("SUSPENDED");
  });

  test("a confirmed objection to a blacklist entry is its way out at once, for whom it is about", async () => {
    const list = `mutation ($input: BlacklistLineHolderInput!) { blacklistLineHolder(input: $input) { id } }`;
    const input = { subjectId: token, carrier: "C01", reason: "涉诈线路" };
    const id = (await hub.ask(carrier("C01"), list, { input })).data.blacklistLineHolder.id as string;
    const decision = { kind: "OBJECTION_DECIDED", objectionId: uuid(1), target: "BLACKLIST_ENTRY" } as const;
    const entry = async () => {
      const read = `query ($n: ID!) { phoneLine(number: $n) { holder { blacklistEntries { liftedAt } } } }`;
      const { data } = await hub.ask(police(), read, { n: numbers.active });
      return data.phoneLine.holder.blacklistEntries as { liftedAt: string | null }[];
    };
    const lifted = async () => {
      const { rows } = await sql`select audiences, touched from telecom.outbox
        where kind = 'BLACKLIST_LIFTED' and subject_id = ${token}`.execute(hub.database.db);
      return rows;
    };
    const about = { ...decision, targetId: id, subjectId: token };
    await hub.hear({ ...about, confirmed: false });
    await hub.hear({ ...about, confirmed: true, subjectId: hub.tokenOf(person(1)) });
    await hub.hear({ ...about, confirmed: true, targetId: uuid(2) });
    await hub.hear({ ...about, confirmed: true, subjectId: null });
    expect(await entry()).toEqual([{ liftedAt: null }]);
    await hub.hear({ ...about, confirmed: true });
    await hub.hear({ ...about, confirmed: true });
    expect(await entry()).toEqual([{ liftedAt: NOW.toISOString() }]);
    expect(await lifted()).toEqual([
      { audiences: ["carrier:C01", "police"], touched: [`Subject:${token}`, `BlacklistEntry:${id}`] },
    ]);
    const { rows } = await sql`select audiences, payload from telecom.outbox
      where payload ->> 'causeId' = ${id}`.execute(hub.database.db);
    const restored = {
      audiences: ["subgraph:police"],
      payload: { kind: "CAUSE_RESTORED", causeId: id, restoredAt: NOW.toISOString() },
    };
    // Heard twice it is told twice: the police take the latest.
    expect(rows).toEqual([restored, restored]);
  });

  test("a confirmed objection to what is reported of a line is a task of its carrier, and over when that is done", async () => {
    const REVERIFIED = `mutation ($input: RecordReverificationInput!) { recordReverification(input: $input) { id } }`;
    const lineId = hub.keys.ids.lineId(numbers.active);
    const restored = async (causeId: string) => {
      const { rows } = await sql<{
        at: string;
      }>`select distinct payload ->> 'restoredAt' as at from telecom.outbox
        where payload ->> 'causeId' = ${causeId}`.execute(hub.database.db);
      return rows.map(({ at }) => at);
    };
    const confirm = async (rest: { targetId?: string; subjectId?: string; confirmed?: boolean } = {}) => {
      const objectionId = newCause();
      const about = { targetId: lineId, subjectId: token, confirmed: true, ...rest };
      await hub.hear({ kind: "OBJECTION_DECIDED", objectionId, target: "DATA_ERROR", ...about });
      await hub.hear({ kind: "OBJECTION_DECIDED", objectionId, target: "DATA_ERROR", ...about });
      return objectionId;
    };
    expect(await restored(await confirm({ confirmed: false }))).toEqual([]);
    expect(await restored(await confirm({ targetId: "account-1" }))).toEqual([]);
    expect(await restored(await confirm({ subjectId: hub.tokenOf(person(1)) }))).toEqual([NOW.toISOString()]);
    expect(await told()).toEqual([]);
    const causeId = await confirm();
    expect(await told()).toEqual(["active REVERIFY ISSUED"]);
    expect(await statusOf(numbers.active)).toBe("ACTIVE");
    // Who holds the line is another question than what was wrong with it.
    const input = { number: numbers.active, method: "COUNTER", passed: true, photoReference: "photo" };
    expect((await hub.ask(carrier("C01", "carrier-reporting"), REVERIFIED, { input })).code).toBeUndefined();
    expect(await told()).toEqual(["active REVERIFY ISSUED"]);
    expect(await restored(causeId)).toEqual([]);
    await execute();
    expect(await restored(causeId)).toEqual([NOW.toISOString()]);
  });

  test("the police are told whose a line, an order or a blacklist entry is, and nobody else is", async () => {
    const kept = createAskKept(hub);
    const facts = telecomFacts(newCause(), token);
    await hub.hear(inForce(facts));
    const order = (await orders()).find(one => one.carrier === "C01")!;
    const known = { subjectId: token, institution: "C01", causeId: facts.causeId, endedAs: null };
    expect(await kept("ORDER", order.id)).toEqual(known);
    await hub.hear(lifted(facts));
    expect(await kept("ORDER", order.id)).toEqual({ ...known, endedAs: "EXPIRED" });
    expect(await kept("HOLDING", hub.keys.ids.lineId(numbers.active))).toEqual({ ...known, causeId: null });
    const endings: readonly (readonly [string | null, string | null, string | null])[] = [
      ["2026-11-24", null, null],
      ["2026-11-23", null, "EXPIRED"],
      [null, "2026-11-23T00:00:00.000Z", "LIFTED"],
    ];
    for (const [endsOn, liftedAt, endedAs] of endings) {
      const id = newCause();
      await sql`insert into telecom.blacklist_directory (id, subject_id) values (${id}, ${token})`.execute(
        hub.database.db,
      );
      await sql`insert into telecom.blacklist_entry (subject_id, id, carrier, reason, starts_on, ends_on, lifted_at)
        values (${token}, ${id}, 'C01', 'x', '2026-01-01', ${endsOn}::date, ${liftedAt}::timestamptz)`.execute(
        hub.database.db,
      );
      expect(await kept("BLACKLIST_ENTRY", id)).toEqual({ ...known, causeId: null, endedAs });
    }
    expect(await kept("ORDER", "order-17")).toBeNull();
    expect(await kept("ORDER", order.id, police())).toBe("FORBIDDEN");
  });

  test("a blacklist entry that has run out stays as it ended, whatever is decided of it afterwards", async () => {
    const id = newCause();
    await sql`insert into telecom.blacklist_directory (id, subject_id) values (${id}, ${token})`.execute(
      hub.database.db,
    );
    await sql`insert into telecom.blacklist_entry (subject_id, id, carrier, reason, starts_on, ends_on)
      values (${token}, ${id}, 'C01', 'x', '2026-01-01', '2026-11-23')`.execute(hub.database.db);
    const decision = {
      objectionId: uuid(1),
      target: "BLACKLIST_ENTRY",
      targetId: id,
      confirmed: true,
    } as const;
    await hub.hear({ kind: "OBJECTION_DECIDED", ...decision, subjectId: token });
    const { rows } = await sql`select lifted_at from telecom.blacklist_entry where id = ${id}`.execute(
      hub.database.db,
    );
    expect(rows).toEqual([{ lifted_at: null }]);
    // There is nothing to undo, and whoever waits for it has to know.
    const { rows: restorations } = await sql`select payload ->> 'restoredAt' as at from telecom.outbox
      where payload ->> 'causeId' = ${id}`.execute(hub.database.db);
    expect(restorations).toEqual([{ at: NOW.toISOString() }]);
  });

  test("a police notice is a flag on the line, once, and stops nothing", async () => {
    const lineId = hub.keys.ids.lineId(numbers.active);
    const notice = {
      kind: "POLICE_NOTICE",
      involvementId: newCause(),
      caseNumber: "A110199-2026-001",
      lineId,
    } as const;
    await hub.hear(notice);
    await hub.hear(notice);
    const { data } = await hub.ask(
      police(),
      `query ($n: ID!) { phoneLine(number: $n) { status flags { kind } } }`,
      {
        n: numbers.active,
      },
    );
    expect(data.phoneLine).toEqual({ status: "ACTIVE", flags: [{ kind: "POLICE_NOTICE" }] });
  });
});
