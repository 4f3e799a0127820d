import * as fc from "fast-check";
import { sql } from "kysely";
import { eachStore } from "../../support/databases";
import { OrderModel, type ModelCause, type ModelHolding } from "../../support/orderModel";
import { caseLineFacts, inForce, lifted, sanctionFacts, telecomFacts } from "../../support/policeEvents";
import { carrier, createTelecomHub, type TelecomHub } from "./telecomHub";
import { EMPTY_CHUNK, line, person, uuid } from "./telecomRows";
import { TELECOM_WORLD } from "./telecomWorld";

const DAY_MS = 24 * 3_600_000;
const START = new Date("2026-11-24T04:00:00.000Z").getTime();
const CARRIERS = ["C01", "C02"] as const;
type CarrierCode = (typeof CARRIERS)[number];
const EXECUTE = `mutation ($input: ExecuteOrdersInput!) { executeLineOrders(input: $input) { rejected } }`;

/** What may happen, in numbers that are taken modulo what there is. */
type Step =
  | { readonly do: "report"; readonly carrier: CarrierCode }
  | { readonly do: "sanction" }
  | { readonly do: "act"; readonly sanction: number; readonly days: number }
  | { readonly do: "case"; readonly line: number }
  | { readonly do: "lift"; readonly cause: number }
  | { readonly do: "object"; readonly order: number }
  | { readonly do: "execute" | "refuse"; readonly carrier: CarrierCode }
  | { readonly do: "wait"; readonly days: number };

const carrierOf = fc.constantFrom(...CARRIERS);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("report" as const), carrier: carrierOf }),
    fc.record({ do: fc.constant("sanction" as const) }),
    fc.record({
      do: fc.constant("act" as const),
      sanction: fc.nat(5),
      days: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(900)),
    }),
    fc.record({ do: fc.constant("case" as const), line: fc.nat(5) }),
    fc.record({ do: fc.constant("lift" as const), cause: fc.nat(5) }),
    fc.record({ do: fc.constant("object" as const), order: fc.nat(9) }),
    fc.record({ do: fc.constantFrom("execute" as const, "refuse" as const), carrier: carrierOf }),
    fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 3 }) }),
  ),
  { minLength: 8, maxLength: 30, size: "max" },
);

type Facts = Parameters<typeof lifted>[0];

/** A sanction or an involvement, and what it restricts: a sanction nothing, before the regulator has acted. */
interface Ground {
  readonly facts: Facts;
  cause: ModelCause | null;
  isLifted: boolean;
}

let people = 0;
let numbers = 0;

/** The same steps on the hub and in the model. */
class Run {
  readonly model = new OrderModel();
  private readonly holder = person(100 + ((people += 1) % 900));
  private readonly token: string;
  private readonly grounds: Ground[] = [];
  private now = START;

  constructor(private readonly hub: TelecomHub) {
    this.token = hub.tokenOf(this.holder);
    hub.setNow(new Date(START));
  }

  async take(step: Step): Promise<void> {
    await this.perform(step);
    await this.hub.review();
    this.model.pass(this.now);
    this.model.reach();
  }

  private async perform(step: Step): Promise<void> {
    switch (step.do) {
      case "report":
        return this.report(step.carrier);
      case "sanction":
        return this.sanction();
      case "act":
        return this.act(step.sanction, step.days);
      case "case":
        return this.recognise(step.line);
      case "object":
        return this.object(step.order);
      case "lift":
        return this.lift(step.cause);
      case "execute":
        return this.settle(step.carrier, "EXECUTED");
      case "refuse":
        return this.settle(step.carrier, "REFUSED");
      case "wait":
        this.now += step.days * DAY_MS;
        this.hub.setNow(new Date(this.now));
    }
  }

  private async report(code: CarrierCode): Promise<void> {
    const number = `147${String((numbers += 1)).padStart(8, "0")}`;
    await this.hub.write({ ...EMPTY_CHUNK, lines: [line(number, this.holder, { carrier: code })] });
    this.model.holdings.push({ id: this.hub.keys.ids.lineId(number), institution: code, holder: this.token });
  }

  private async sanction(): Promise<void> {
    const facts = sanctionFacts(uuid((numbers += 1)), this.token);
    await this.tellTwice(inForce(facts));
    this.grounds.push({ facts, cause: null, isLifted: false });
  }

  /** The regulator sets its measures once, and not for a sanction that was lifted. */
  private async act(index: number, days: number): Promise<void> {
    const sanctions = this.grounds.filter(({ facts }) => facts.causeKind === "SANCTION");
    const ground = sanctions[index % Math.max(sanctions.length, 1)];
    if (ground === undefined || ground.cause !== null || ground.isLifted) return;
    const { causeId } = ground.facts;
    const endsOn = new Date(this.now + days * DAY_MS).toISOString().slice(0, 10);
    const facts = telecomFacts(causeId, this.token);
    await this.tellTwice(inForce({ ...facts, measures: facts.measures.map(one => ({ ...one, endsOn })) }));
    ground.cause = {
      ...{ id: causeId, kindAt: () => "SUSPEND", reaches: () => true, isUndone: true, isOver: false },
      endsAt: Date.parse(`${endsOn}T16:00:00.000Z`),
    };
    this.model.begin(ground.cause);
  }

  private async recognise(index: number): Promise<void> {
    const involved = this.model.holdings[index % Math.max(this.model.holdings.length, 1)];
    if (involved === undefined) return;
    const facts = caseLineFacts(uuid((numbers += 1)), involved.id);
    await this.tellTwice(inForce(facts));
    const cause = {
      ...{ id: facts.causeId, kindAt: () => "REVERIFY", isUndone: false, endsAt: Infinity, isOver: false },
      reaches: (held: ModelHolding) => held.id === involved.id,
    };
    this.grounds.push({ facts, cause, isLifted: false });
    this.model.begin(cause);
  }

  /** A lifted sanction ends the regulator's measures with it. */
  private async lift(index: number): Promise<void> {
    const ground = this.grounds[index % Math.max(this.grounds.length, 1)];
    if (ground === undefined) return;
    ground.isLifted = true;
    const { facts, cause } = ground;
    const telecom = facts.causeKind === "SANCTION" && cause !== null;
    const ended = telecom ? telecomFacts(facts.causeId, this.token).measures : [];
    await this.tellTwice(lifted({ ...facts, measures: [...facts.measures, ...ended] }));
    if (cause !== null) this.model.end(cause);
  }

  /** To one order, of a cause that goes on elsewhere. */
  private async object(index: number): Promise<void> {
    const ordered = this.model.object(index);
    if (ordered === null) return;
    const { rows } = await sql<{ id: string }>`select id from telecom.line_order
      where line_id = ${ordered.holding.id} and cause_id = ${ordered.causeId} and kind <> 'RESTORE'`.execute(
      this.hub.database.db,
    );
    const decided = { objectionId: uuid((numbers += 1)), target: "ORDER", targetId: rows[0]!.id } as const;
    await this.tellTwice({ kind: "OBJECTION_DECIDED", ...decided, subjectId: this.token, confirmed: true });
  }

  private async tellTwice(event: ReturnType<typeof inForce>): Promise<void> {
    await this.hub.hear(event);
    await this.hub.hear(event);
  }

  private async settle(code: CarrierCode, standing: "EXECUTED" | "REFUSED"): Promise<void> {
    const owed = sql`or (${standing} = 'EXECUTED' and kind = 'RESTORE' and status = 'REFUSED')`;
    const { rows } = await sql<{ id: string }>`select id from telecom.line_order
      where subject_id = ${this.token} and carrier = ${code} and (status = 'ISSUED' ${owed})`.execute(
      this.hub.database.db,
    );
    const outcomes = rows.map(({ id }) => ({
      orderId: id,
      executed: standing === "EXECUTED",
      executedAt: new Date(this.now).toISOString(),
      ...(standing === "EXECUTED" ? {} : { refusalReason: "号码已携转" }),
    }));
    const input = { requestId: `p-${(numbers += 1)}`, institution: code, outcomes };
    const { data } = await this.hub.ask(carrier(code), EXECUTE, { input });
    expect(data.executeLineOrders.rejected).toBe(0);
    this.model.settle(code, standing);
  }

  async orders(): Promise<string[]> {
    const { rows } = await sql<{
      text: string;
    }>`select line_id || ' ' || cause_id || ' ' || kind || ' ' || status
      as text from telecom.line_order where subject_id = ${this.token}`.execute(this.hub.database.db);
    return rows.map(row => row.text).sort();
  }

  async suspended(): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`select id from telecom.line
      where subject_id = ${this.token} and status = 'SUSPENDED'`.execute(this.hub.database.db);
    return rows.map(row => row.id).sort();
  }
}

eachStore("telecom", open => {
  let hub: TelecomHub;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write({ ...TELECOM_WORLD, lines: [] });
  });

  test("whatever happens in whatever order, line orders and lines out of service are those of the plain model", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async sequence => {
        const run = new Run(hub);
        for (const step of sequence) await run.take(step);
        expect(await run.orders()).toEqual(run.model.orders());
        expect(await run.suspended()).toEqual(run.model.stopped("SUSPEND"));
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);
});
