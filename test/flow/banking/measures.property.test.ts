import * as fc from "fast-check";
import { sql } from "kysely";
import type { Database } from "../../../schema/database/openDatabase";
import { eachStore } from "../../support/databases";
import { OrderModel } from "../../support/orderModel";
import {
  caseAccountFacts,
  freezeFacts,
  inForce,
  lifted,
  sanctionFacts,
  stopPaymentFacts,
} from "../../support/policeEvents";
import { bank, createBankingHub, wallet, type BankingHub } from "./bankingHub";
import { account, EMPTY_CHUNK, institution, person, subject, THIS_MIDNIGHT, uuid } from "./worldParts";

const NAME = "赵一一";
const DAY_MS = 24 * 3_600_000;
const START = new Date("2026-11-24T04:00:00.000Z").getTime();
const INSTITUTIONS = ["102", "103", "Z01"] as const;
type InstitutionCode = (typeof INSTITUTIONS)[number];

/** What may happen, in numbers that are taken modulo what there is. */
type Step =
  | { readonly do: "report"; readonly institution: InstitutionCode }
  | { readonly do: "sanction"; readonly days: number | null }
  | { readonly do: "case"; readonly account: number }
  | { readonly do: "freeze"; readonly account: number; readonly days: number }
  | { readonly do: "stop"; readonly account: number }
  | { readonly do: "lift"; readonly cause: number }
  | { readonly do: "object"; readonly order: number }
  | { readonly do: "execute" | "refuse"; readonly institution: InstitutionCode }
  | { readonly do: "wait"; readonly days: number };

const institutionOf = fc.constantFrom(...INSTITUTIONS);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("report" as const), institution: institutionOf }),
    fc.record({ do: fc.constant("sanction" as const), days: fc.option(fc.integer({ min: 0, max: 4 })) }),
    fc.record({ do: fc.constant("case" as const), account: fc.nat(5) }),
    fc.record({
      do: fc.constant("freeze" as const),
      account: fc.nat(5),
      days: fc.integer({ min: 0, max: 2 }),
    }),
    fc.record({ do: fc.constant("stop" as const), account: fc.nat(5) }),
    fc.record({ do: fc.constant("lift" as const), cause: fc.nat(5) }),
    fc.record({ do: fc.constant("object" as const), order: fc.nat(9) }),
    fc.record({
      do: fc.constantFrom("execute" as const, "execute" as const, "execute" as const, "refuse" as const),
      institution: fc.constantFrom("102" as const, ...INSTITUTIONS),
    }),
    fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 3 }) }),
  ),
  { minLength: 8, maxLength: 30, size: "max" },
);

type Facts = Parameters<typeof lifted>[0];

let people = 10_000;
let numbers = 0;

/** The same steps on the hub and in the model. */
class Run {
  readonly model = new OrderModel();
  private readonly holder = person((people += 1) % 9_999);
  private readonly token: string;
  private now = START;

  constructor(private readonly hub: BankingHub) {
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
        return this.report(step.institution);
      case "sanction":
        return this.sanction(step.days);
      case "case":
        return this.recognise(step.account);
      case "freeze":
        return this.freeze(step.account, step.days);
      case "stop":
        return this.stop(step.account);
      case "object":
        return this.object(step.order);
      case "lift":
        return this.lift(step.cause);
      case "execute":
        return this.settle(step.institution, "EXECUTED");
      case "refuse":
        return this.settle(step.institution, "REFUSED");
      case "wait":
        this.now += step.days * DAY_MS;
        this.hub.setNow(new Date(this.now));
    }
  }

  private async report(code: InstitutionCode): Promise<void> {
    const kind = code === "Z01" ? "PAYMENT_ACCOUNT" : "DEBIT_CARD";
    const reported = account(`62${String((numbers += 1)).padStart(10, "0")}`, this.holder, {
      institution: code,
      kind,
    });
    await this.hub.write({ ...EMPTY_CHUNK, subjects: [subject(this.holder, NAME)], accounts: [reported] });
    this.model.holdings.push({ id: this.hub.accountId(reported), institution: code });
  }

  private async sanction(days: number | null): Promise<void> {
    const lastDay = days === null ? "2031-11-23" : this.dayIn(days);
    const facts = sanctionFacts(uuid((numbers += 1)), this.token, lastDay);
    await this.tellTwice(inForce(facts));
    const endsAt = Date.parse(`${lastDay}T16:00:00.000Z`);
    this.begin(facts, endsAt, () => true);
  }

  private async recognise(index: number): Promise<void> {
    const involved = this.accountAt(index);
    if (involved === undefined) return;
    const facts = caseAccountFacts(uuid((numbers += 1)), involved.id);
    await this.tellTwice(inForce(facts));
    this.begin(facts, Infinity, account => account !== involved.id);
  }

  private async freeze(index: number, days: number): Promise<void> {
    const frozen = this.accountAt(index);
    if (frozen === undefined) return;
    const lastDay = this.dayIn(days);
    const facts = freezeFacts(uuid((numbers += 1)), frozen.id, this.dayIn(0), lastDay);
    await this.tellTwice(inForce(facts));
    this.beginOn(frozen.id, facts, "FREEZE", Date.parse(`${lastDay}T16:00:00.000Z`));
  }

  private async stop(index: number): Promise<void> {
    const stopped = this.accountAt(index);
    if (stopped === undefined) return;
    const mark = this.hub.keys.ids.holderMark(stopped.id, NAME);
    const begun = stopPaymentFacts(uuid((numbers += 1)), stopped.id, new Date(this.now), mark);
    const days = { startsOn: this.dayIn(0), endsOn: this.dayIn(2) };
    const facts = { ...begun, measures: begun.measures.map(one => ({ ...one, ...days })) };
    await this.tellTwice(inForce(facts));
    this.beginOn(stopped.id, facts, "STOP_PAYMENT", this.now + 2 * DAY_MS);
  }

  /** To one order, of a cause that goes on elsewhere. */
  private async object(index: number): Promise<void> {
    const ordered = this.model.object(index);
    if (ordered === null) return;
    const { rows } = await sql<{ id: string }>`select id from banking.account_order
      where account_id = ${ordered.holding} and cause_id = ${ordered.causeId} and kind <> 'RESTORE'`.execute(
      this.hub.database.db,
    );
    const decided = { objectionId: uuid((numbers += 1)), target: "ORDER", targetId: rows[0]!.id } as const;
    await this.tellTwice({ kind: "OBJECTION_DECIDED", ...decided, subjectId: this.token, confirmed: true });
  }

  private accountAt(index: number) {
    return this.model.holdings[index % Math.max(this.model.holdings.length, 1)];
  }

  private dayIn(days: number): string {
    return new Date(this.now + days * DAY_MS).toISOString().slice(0, 10);
  }

  private readonly facts = new Map<string, Facts>();

  /** Stays on the one account. */
  private beginOn(account: string, facts: Facts, kind: string, endsAt: number): void {
    const reach = { kindAt: () => kind, reaches: (id: string) => id === account };
    const ending = { isUndone: true, endsByItself: true, endsAt, isOver: false };
    this.model.begin({ id: facts.causeId, ...reach, ...ending });
    this.facts.set(facts.causeId, facts);
  }

  private begin(facts: Facts, endsAt: number, reaches: (account: string) => boolean): void {
    const kindAt = (code: string) => (code === "Z01" ? "SUSPEND_ALL_PAYMENT" : "SUSPEND_NON_COUNTER");
    this.model.begin({ id: facts.causeId, kindAt, reaches, isUndone: true, endsAt, isOver: false });
    this.facts.set(facts.causeId, facts);
  }

  private async lift(index: number): Promise<void> {
    const cause = this.model.causes[index % Math.max(this.model.causes.length, 1)];
    if (cause === undefined) return;
    await this.tellTwice(lifted(this.facts.get(cause.id)!));
    this.model.end(cause);
  }

  private async tellTwice(event: ReturnType<typeof inForce>): Promise<void> {
    await this.hub.hear(event);
    await this.hub.hear(event);
  }

  private async settle(code: InstitutionCode, standing: "EXECUTED" | "REFUSED"): Promise<void> {
    const { rows } = await sql<{ id: string }>`select id from banking.account_order
      where subject_id = ${this.token} and institution = ${code} and status = 'ISSUED'`.execute(
      this.hub.database.db,
    );
    const outcomes = rows.map(({ id }) => ({
      orderId: id,
      executed: standing === "EXECUTED",
      executedAt: new Date(this.now).toISOString(),
      ...(standing === "EXECUTED" ? {} : { refusalReason: "账户异常" }),
    }));
    const input = { requestId: `p-${(numbers += 1)}`, institution: code, outcomes };
    const mutation = `mutation ($input: ExecuteOrdersInput!) { executeAccountOrders(input: $input) { rejected } }`;
    const { data } = await this.hub.ask(code === "Z01" ? wallet() : bank(code), mutation, { input });
    expect(data.executeAccountOrders.rejected).toBe(0);
    this.model.settle(code, standing);
  }

  async orders(): Promise<string[]> {
    const { rows } = await sql<{
      text: string;
    }>`select account_id || ' ' || cause_id || ' ' || kind || ' ' || status
      as text from banking.account_order where subject_id = ${this.token}`.execute(this.hub.database.db);
    return rows.map(row => row.text).sort();
  }

  async restricted(): Promise<string[]> {
    const now = new Date(this.now);
    const { rows } = await sql<{ id: string }>`select distinct account_id as id from banking.restriction
      where subject_id = ${this.token} and lifted_at is null and (ends_at is null or ends_at > ${now}::timestamptz)`.execute(
      this.hub.database.db,
    );
    return rows.map(row => row.id).sort();
  }
}

eachStore("banking", open => {
  let database: Database;
  let hub: BankingHub;
  beforeAll(async () => {
    database = await open();
    hub = await createBankingHub(database);
    const institutions = [
      institution("102", "BANKING", "华衡银行", THIS_MIDNIGHT),
      institution("103", "BANKING", "岭原银行", THIS_MIDNIGHT),
      institution("Z01", "PAYMENT", "汇云支付", THIS_MIDNIGHT),
    ];
    await hub.write({ ...EMPTY_CHUNK, institutions });
  });

  test("whatever happens in whatever order, orders and restrictions are those of the plain model", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async sequence => {
        const run = new Run(hub);
        // Without an account hardly anything can happen.
        for (const code of ["102", "Z01"] as const) await run.take({ do: "report", institution: code });
        for (const step of sequence) await run.take(step);
        expect(await run.orders()).toEqual(run.model.orders());
        expect(await run.restricted()).toEqual(run.model.restricted());
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);
});
