import * as fc from "fast-check";
import { sql } from "kysely";
import { eachStore } from "../../support/databases";
import { inForce, lifted, telecomFacts } from "../../support/policeEvents";
import { carrier, createTelecomHub, type TelecomHub } from "./telecomHub";
import { EMPTY_CHUNK, line, person, uuid } from "./telecomRows";
import { TELECOM_WORLD } from "./telecomWorld";

const HOUR_MS = 3_600_000;
const START = new Date("2026-11-24T04:00:00.000Z").getTime();
const CARRIERS = ["C01", "C02"] as const;
type CarrierCode = (typeof CARRIERS)[number];
const EXECUTE = `mutation ($input: ExecuteOrdersInput!) { executeLineOrders(input: $input) { rejected } }`;
const REPORT = `mutation ($input: ReportPhoneLinesInput!) { reportPhoneLines(input: $input) { accepted } }`;
const NOTICE = {
  kind: "RISK_NOTICE",
  noticeVersion: "2022-12",
  noticeDigest: "0".repeat(64),
  acknowledgedAt: "2024-03-01T02:05:00.000Z",
};

/** What may happen, in numbers that are taken modulo what there is. */
type Step =
  | { readonly do: "add"; readonly carrier: CarrierCode; readonly holder: number }
  | { readonly do: "port" | "pass"; readonly line: number }
  | { readonly do: "report"; readonly line: number; readonly status: string; readonly hoursAgo: number }
  | { readonly do: "restrict"; readonly holder: number; readonly days: number }
  | { readonly do: "lift"; readonly cause: number }
  | { readonly do: "object"; readonly order: number }
  | { readonly do: "fetch" | "execute" | "refuse" | "executeLate"; readonly carrier: CarrierCode }
  | { readonly do: "wait"; readonly hours: number };

const carrierOf = fc.constantFrom(...CARRIERS);
const lineOf = fc.nat(3);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("add" as const), carrier: carrierOf, holder: fc.nat(1) }),
    fc.record({ do: fc.constantFrom("port" as const, "port" as const, "pass" as const), line: lineOf }),
    fc.record({
      do: fc.constant("report" as const),
      line: lineOf,
      status: fc.constantFrom("ACTIVE", "DORMANT"),
      hoursAgo: fc.constantFrom(0, 0, 1, 30),
    }),
    fc.record({
      do: fc.constant("restrict" as const),
      holder: fc.nat(1),
      days: fc.constantFrom(0, 2, 900, 900),
    }),
    fc.record({ do: fc.constant("lift" as const), cause: fc.nat(5) }),
    fc.record({ do: fc.constant("object" as const), order: fc.nat(9) }),
    fc.record({
      do: fc.constantFrom("fetch", "execute", "execute", "refuse", "executeLate"),
      carrier: carrierOf,
    }),
    fc.record({ do: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 48 }) }),
  ),
  { minLength: 8, maxLength: 40, size: "max" },
);

type Facts = ReturnType<typeof telecomFacts>;
interface Order {
  readonly id: string;
  readonly lineId: string;
  readonly causeId: string;
  readonly holder: string;
}

let people = 0;
let numbers = 0;

/** What two people, two carriers and the police do, until all of it has been undone. */
class Run {
  private readonly holders = [
    person(100 + ((people += 1) % 900)),
    person(100 + ((people += 1) % 900)),
  ] as const;
  private readonly lines: string[] = [];
  private readonly causes: { readonly facts: Facts; readonly endsAt: number; isLifted: boolean }[] = [];
  /** `<cause> <line>` */
  private readonly excepted = new Set<string>();
  private now = START;

  constructor(private readonly hub: TelecomHub) {
    hub.setNow(new Date(START));
  }

  async take(step: Step): Promise<void> {
    this.pass(1 / 60);
    await this.perform(step);
    await this.hub.review();
  }

  private pass(hours: number): void {
    this.now += hours * HOUR_MS;
    this.hub.setNow(new Date(this.now));
  }

  private async perform(step: Step): Promise<void> {
    switch (step.do) {
      case "add":
        return this.add(step.carrier, step.holder);
      case "port":
        return this.port(step.line);
      case "pass":
        return this.passOn(step.line);
      case "report":
        return this.reportAgain(step.line, step.status, step.hoursAgo);
      case "restrict":
        return this.restrict(step.holder, step.days);
      case "lift":
        return this.lift(this.causes[step.cause % Math.max(this.causes.length, 1)]);
      case "object":
        return this.object(step.order);
      case "fetch":
        return void (await this.queue(step.carrier));
      case "execute":
        return this.say(step.carrier, await this.waiting(step.carrier, ["ISSUED", "DELIVERED"]), true);
      case "refuse":
        return this.say(step.carrier, await this.waiting(step.carrier, ["ISSUED", "DELIVERED"]), false);
      case "executeLate":
        return this.say(step.carrier, await this.withdrawn(step.carrier), true);
      case "wait":
        this.pass(step.hours);
    }
  }

  private async add(code: CarrierCode, holder: number): Promise<void> {
    const number = `148${String((numbers += 1)).padStart(8, "0")}`;
    const observedAt = new Date(this.now).toISOString();
    await this.hub.write({
      ...EMPTY_CHUNK,
      lines: [line(number, this.holderAt(holder), { carrier: code })],
    });
    await sql`update telecom.line set observed_at = ${observedAt}::timestamptz
      where id = ${this.hub.keys.ids.lineId(number)}`.execute(this.hub.database.db);
    this.lines.push(number);
  }

  private holderAt(index: number) {
    return this.holders[index % 2 === 0 ? 0 : 1];
  }

  private async placeOf(index: number) {
    const number = this.lines[index % Math.max(this.lines.length, 1)];
    if (number === undefined) return null;
    const { rows } = await sql<{ holder: string; carrier: CarrierCode; status: string }>`
      select subject_id as holder, carrier, status from telecom.line
      where id = ${this.hub.keys.ids.lineId(number)}`.execute(this.hub.database.db);
    const { holder, carrier: code, status } = rows[0]!;
    return { number, holder: holder === this.hub.tokenOf(this.holders[0]) ? 0 : 1, code, status };
  }

  private async port(index: number): Promise<void> {
    const place = await this.placeOf(index);
    if (place === null) return;
    await this.report(place.number, place.holder, place.code === "C01" ? "C02" : "C01", place.status);
  }

  private async passOn(index: number): Promise<void> {
    const place = await this.placeOf(index);
    if (place !== null) await this.report(place.number, 1 - place.holder, place.code, "ACTIVE");
  }

  private async reportAgain(index: number, status: string, hoursAgo: number): Promise<void> {
    const place = await this.placeOf(index);
    if (place !== null) await this.report(place.number, place.holder, place.code, status, hoursAgo);
  }

  /** Taken or refused: what a carrier may say of a line is another matter. */
  private async report(number: string, holder: number, code: CarrierCode, status: string, hoursAgo = 0) {
    const document = this.holderAt(holder);
    const report = {
      number,
      observedAt: new Date(this.now - hoursAgo * HOUR_MS).toISOString(),
      kind: "MOBILE",
      status,
      registeredOn: "2024-03-01",
      activatedOn: "2024-03-02",
      document: { ...document, token: this.hub.tokenOf(document) },
      realNameMethod: "ID_READER",
      onlineCheckPassed: true,
      photoReference: "photo/1",
      riskNotice: NOTICE,
    };
    const input = { requestId: `r-${(numbers += 1)}`, carrier: code, lines: [report] };
    const { code: refused } = await this.hub.ask(carrier(code, "carrier-reporting"), REPORT, { input });
    expect(refused).toBeUndefined();
  }

  private async restrict(holder: number, days: number): Promise<void> {
    const endsOn = new Date(this.now + days * 24 * HOUR_MS + 8 * HOUR_MS).toISOString().slice(0, 10);
    const begun = telecomFacts(uuid((numbers += 1)), this.hub.tokenOf(this.holderAt(holder)));
    const facts = { ...begun, measures: begun.measures.map(one => ({ ...one, endsOn })) };
    await this.hub.hear(inForce(facts));
    this.causes.push({ facts, endsAt: Date.parse(`${endsOn}T16:00:00.000Z`), isLifted: false });
  }

  private async lift(cause: (typeof this.causes)[number] | undefined): Promise<void> {
    if (cause === undefined) return;
    cause.isLifted = true;
    await this.hub.hear(lifted(cause.facts));
  }

  private async object(index: number): Promise<void> {
    const orders = (await this.orders("kind = 'SUSPEND'")).filter(({ causeId }) => this.isStanding(causeId));
    const order = orders[index % Math.max(orders.length, 1)];
    if (order === undefined) return;
    const decided = { objectionId: uuid((numbers += 1)), target: "ORDER", targetId: order.id } as const;
    await this.hub.hear({
      kind: "OBJECTION_DECIDED",
      ...decided,
      subjectId: order.holder,
      confirmed: true,
    });
    this.excepted.add(`${order.causeId} ${order.lineId}`);
  }

  private isStanding(causeId: string): boolean {
    return this.causes.some(
      ({ facts, endsAt, isLifted }) => facts.causeId === causeId && !isLifted && endsAt > this.now,
    );
  }

  private async orders(condition: string): Promise<Order[]> {
    const causeIds = this.causes.map(({ facts }) => facts.causeId);
    const { rows } =
      await sql<Order>`select id, line_id as "lineId", cause_id as "causeId", subject_id as holder
      from telecom.line_order where cause_id = any(${causeIds}::text[]) and ${sql.raw(condition)} order by id`.execute(
        this.hub.database.db,
      );
    return rows;
  }

  /** Of lines that the carrier has: it can do nothing to others. */
  private async withdrawn(code: CarrierCode): Promise<string[]> {
    const orders = await this.orders(`carrier = '${code}' and status = 'EXPIRED' and kind <> 'RESTORE'
      and line_id in (select id from telecom.line_directory where carrier = '${code}')`);
    return orders.map(({ id }) => id);
  }

  private async waiting(code: CarrierCode, standings: readonly string[]): Promise<string[]> {
    const names = standings.map(standing => `'${standing}'`).join(", ");
    return (await this.orders(`carrier = '${code}' and status in (${names})`)).map(({ id }) => id);
  }

  /** What the carrier sees of what waits for it. */
  private async queue(code: CarrierCode): Promise<string[]> {
    const query = `{ lineOrders(carrier: "${code}", first: 200) { nodes { id causeId } } }`;
    const { data } = await this.hub.ask(carrier(code), query);
    const nodes = data.lineOrders.nodes as { id: string; causeId: string }[];
    const own = new Set(this.causes.map(({ facts }) => facts.causeId));
    return nodes.filter(({ causeId }) => own.has(causeId)).map(({ id }) => id);
  }

  private async say(code: CarrierCode, ids: readonly string[], executed: boolean): Promise<void> {
    const executedAt = new Date(this.now).toISOString();
    const outcomes = ids.map(orderId => ({
      ...{ orderId, executed, executedAt },
      ...(executed ? {} : { refusalReason: "号码已携转" }),
    }));
    const input = { requestId: `r-${(numbers += 1)}`, institution: code, outcomes };
    const { data } = await this.hub.ask(carrier(code), EXECUTE, { input });
    expect(data.executeLineOrders.rejected).toBe(0);
  }

  /** Carriers carry out all that they see waiting. */
  async settle(): Promise<void> {
    for (let round = 0; round < 4; round += 1) {
      this.pass(1 / 60);
      for (const code of CARRIERS) {
        const ids = await this.queue(code);
        if (ids.length > 0) await this.say(code, ids, true);
      }
      await this.hub.review();
    }
    for (const code of CARRIERS) expect(await this.queue(code)).toEqual([]);
  }

  async liftAll(): Promise<void> {
    for (const cause of this.causes) if (!cause.isLifted) await this.lift(cause);
  }

  /** Lines that a measure which stands against their holder has out of service, and those that are. */
  async stopped(): Promise<{ readonly expected: string[]; readonly found: string[] }> {
    const ids = this.lines.map(number => this.hub.keys.ids.lineId(number));
    const { rows } = await sql<{ id: string; holder: string; status: string }>`
      select id, subject_id as holder, status from telecom.line where id = any(${ids}::text[]) order by id`.execute(
      this.hub.database.db,
    );
    const refused = new Set(
      (await this.orders("status = 'REFUSED'")).map(({ causeId, lineId }) => `${causeId} ${lineId}`),
    );
    const stopping = ({ id, holder }: { id: string; holder: string }) =>
      this.causes
        .filter(({ facts: { causeId, subjectId } }) => this.isStanding(causeId) && subjectId === holder)
        .map(({ facts: { causeId } }) => `${causeId} ${id}`)
        .filter(pair => !this.excepted.has(pair));
    // What one carrier refused, the next may have done.
    const known = rows.filter(one => !stopping(one).some(pair => refused.has(pair)));
    return {
      expected: known.filter(one => stopping(one).length > 0).map(({ id }) => id),
      found: known.filter(({ status }) => status === "SUSPENDED").map(({ id }) => id),
    };
  }

  /** The causes of which the last word to the police is not that nothing is left to be undone. */
  async owed(): Promise<string[]> {
    const causeIds = this.causes.map(({ facts }) => facts.causeId);
    const { rows } = await sql<{ id: string; kind: string }>`select payload ->> 'causeId' as id, kind
      from telecom.outbox where payload ->> 'causeId' = any(${causeIds}::text[]) order by position`.execute(
      this.hub.database.db,
    );
    const last = new Map(rows.map(({ id, kind }) => [id, kind]));
    return causeIds.filter(id => last.get(id) !== "CAUSE_RESTORED");
  }
}

const restrict: Step = { do: "restrict", holder: 0, days: 900 };
const execute: Step = { do: "execute", carrier: "C01" };
const object: Step = { do: "object", order: 0 };
const port: Step = { do: "port", line: 0 };
const pass: Step = { do: "pass", line: 0 };
/** Whoever objected with success is not stopped again by the same measure once the line has been another's. */
const OBJECTED: readonly Step[][] = [
  [restrict, object, pass, pass],
  [restrict, execute, object, pass, pass],
  [restrict, pass, object, pass],
  [restrict, execute, pass, object, pass],
  [restrict, port, pass, object, pass],
];

eachStore("telecom", open => {
  let hub: TelecomHub;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write({ ...TELECOM_WORLD, lines: [] });
  });

  test("whatever happens in whatever order, what stands stops its person's lines, and once all is lifted nothing is left of it", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async sequence => {
        const run = new Run(hub);
        await run.take({ do: "add", carrier: "C01", holder: 0 });
        for (const step of sequence) await run.take(step);
        await run.settle();
        const { expected, found } = await run.stopped();
        expect(found).toEqual(expected);
        await run.liftAll();
        await run.settle();
        expect((await run.stopped()).found).toEqual([]);
        expect(await run.owed()).toEqual([]);
      }),
      { numRuns: 12, endOnFailure: true, examples: OBJECTED.map(one => [one]) },
    );
  }, 120_000);
});
