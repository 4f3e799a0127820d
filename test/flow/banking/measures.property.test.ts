import * as fc from "fast-check";
import { sql, type RawBuilder } from "kysely";
import { chinaDay } from "../../../schema/contract/calendar";
import type { Database } from "../../../schema/database/openDatabase";
import { eachStore } from "../../support/databases";
import { OrderModel, type ModelHolding } from "../../support/orderModel";
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
const HOUR_MS = 3_600_000;
const START = new Date("2026-11-24T04:00:00.000Z").getTime();
const INSTITUTIONS = ["102", "103", "Z01"] as const;
type InstitutionCode = (typeof INSTITUTIONS)[number];

/** Whom the police name beside a case account: its holder as they know it, or somebody else. */
type Named = { readonly holder: number; readonly isHolder: boolean } | null;

/** What may happen, in numbers that are taken modulo what there is. */
type Step =
  | { readonly do: "report"; readonly institution: InstitutionCode; readonly holder: number }
  | { readonly do: "move"; readonly account: number; readonly holder: number }
  | {
      readonly do: "sanction";
      readonly holder: number;
      readonly inDays: number;
      readonly days: number | null;
    }
  | { readonly do: "case"; readonly account: number; readonly named: Named }
  | { readonly do: "caseUnreported"; readonly institution: InstitutionCode; readonly named: Named }
  | { readonly do: "freeze"; readonly account: number; readonly days: number }
  | { readonly do: "stop"; readonly account: number; readonly name: string }
  | { readonly do: "stopUnreported"; readonly institution: InstitutionCode }
  | { readonly do: "lift"; readonly cause: number }
  | { readonly do: "shorten"; readonly cause: number; readonly days: number }
  | { readonly do: "object"; readonly order: number }
  | { readonly do: "fetch" | "execute" | "refuse" | "executeLate"; readonly institution: InstitutionCode }
  | { readonly do: "wait"; readonly hours: number };

const institutionOf = fc.constantFrom("102" as const, ...INSTITUTIONS);
const holderOf = fc.nat(1);
const accountOf = fc.nat(5);
const namedOf = fc.option(fc.record({ holder: holderOf, isHolder: fc.boolean() }));
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("report" as const), institution: institutionOf, holder: holderOf }),
    fc.record({ do: fc.constant("move" as const), account: accountOf, holder: holderOf }),
    fc.record({
      do: fc.constant("sanction" as const),
      holder: holderOf,
      inDays: fc.constantFrom(0, 0, 1, 2),
      days: fc.option(fc.integer({ min: 0, max: 4 })),
    }),
    fc.record({ do: fc.constant("case" as const), account: accountOf, named: namedOf }),
    fc.record({ do: fc.constant("caseUnreported" as const), institution: institutionOf, named: namedOf }),
    fc.record({
      do: fc.constant("freeze" as const),
      account: accountOf,
      days: fc.integer({ min: 0, max: 2 }),
    }),
    fc.record({
      do: fc.constant("stop" as const),
      account: accountOf,
      name: fc.constantFrom(NAME, NAME, "钱二二"),
    }),
    fc.record({ do: fc.constant("stopUnreported" as const), institution: institutionOf }),
    fc.record({ do: fc.constant("lift" as const), cause: fc.nat(5) }),
    fc.record({
      do: fc.constant("shorten" as const),
      cause: fc.nat(5),
      days: fc.integer({ min: 0, max: 2 }),
    }),
    fc.record({ do: fc.constant("object" as const), order: fc.nat(9) }),
    fc.record({
      do: fc.constantFrom("fetch", "execute", "execute", "refuse", "executeLate"),
      institution: institutionOf,
    }),
    fc.record({ do: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 72 }) }),
  ),
  { minLength: 8, maxLength: 40, size: "max" },
);

type Facts = Parameters<typeof lifted>[0];
type Reported = ReturnType<typeof account>;

let people = 10_000;
let numbers = 0;

/** The same steps on the hub and in the model. */
class Run {
  readonly model = new OrderModel();
  private readonly holders = [person((people += 1) % 9_999), person((people += 1) % 9_999)] as const;
  private readonly tokens: readonly string[];
  private readonly accounts = new Map<string, Reported>();
  private unreported: Reported | null = null;
  private now = START;

  constructor(private readonly hub: BankingHub) {
    this.tokens = this.holders.map(holder => hub.tokenOf(holder));
    hub.setNow(new Date(START));
    this.model.pass(START);
  }

  async take(step: Step): Promise<void> {
    await this.perform(step);
    await this.hub.review();
    this.model.pass(this.now);
    this.model.reach();
    this.model.leave();
  }

  private async perform(step: Step): Promise<void> {
    switch (step.do) {
      case "report":
        return this.report(step.institution, step.holder);
      case "move":
        return this.move(step.account, step.holder);
      case "sanction":
        return this.sanction(step);
      case "case":
        return this.recognise(step.account, step.named);
      case "caseUnreported":
        return this.recogniseUnreported(step.institution, step.named);
      case "freeze":
        return this.freeze(step.account, step.days);
      case "stop":
        return this.stop(step.account, step.name);
      case "stopUnreported":
        return this.stopUnreported(step.institution);
      case "object":
        return this.object(step.order);
      case "lift":
        return this.lift(step.cause);
      case "shorten":
        return this.shorten(step.cause, step.days);
      case "fetch":
        return this.fetch(step.institution);
      case "execute":
        return this.settle(step.institution, "EXECUTED");
      case "refuse":
        return this.settle(step.institution, "REFUSED");
      case "executeLate":
        return this.settleLate(step.institution);
      case "wait":
        this.now += step.hours * HOUR_MS;
        this.hub.setNow(new Date(this.now));
    }
  }

  private newAccount(code: InstitutionCode, holder: number): Reported {
    const number = `62${String((numbers += 1)).padStart(10, "0")}`;
    const kind = code === "Z01" ? "PAYMENT_ACCOUNT" : "DEBIT_CARD";
    return account(number, this.holderAt(holder), { institution: code, kind });
  }

  /** An account that was asked for before anybody had reported it is reported first. */
  private async report(code: InstitutionCode, holder: number): Promise<void> {
    const reported = { ...(this.unreported ?? this.newAccount(code, holder)), holder: this.holderAt(holder) };
    this.unreported = null;
    await this.write(reported);
    const id = this.hub.accountId(reported);
    const { institution: at } = reported;
    const token = this.hub.tokenOf(reported.holder);
    this.model.holdings.push({ id, institution: at, holder: token });
    this.accounts.set(id, reported);
    for (const one of this.caseHolders) if (one.account === id) one.holder = token;
  }

  private async move(index: number, holder: number): Promise<void> {
    const moved = this.accountAt(index);
    const known = this.accounts.get(moved?.id ?? "");
    if (moved === undefined || known === undefined) return;
    await sql`update banking.account_directory set observed_at = '2020-01-01' where id = ${moved.id}`.execute(
      this.hub.database.db,
    );
    await this.write({ ...known, holder: this.holderAt(holder) });
    moved.holder = this.tokenAt(holder);
  }

  private async write(reported: Reported): Promise<void> {
    const subjects = this.holders.map(holder => subject(holder, NAME));
    await this.hub.write({ ...EMPTY_CHUNK, subjects, accounts: [reported] });
  }

  private async sanction(step: Extract<Step, { do: "sanction" }>): Promise<void> {
    const startsOn = this.dayIn(step.inDays);
    const lastDay = step.days === null ? "2031-11-23" : this.dayIn(step.inDays + step.days);
    const holder = this.tokenAt(step.holder);
    const begun = sanctionFacts(uuid((numbers += 1)), holder, lastDay);
    const facts = { ...begun, measures: begun.measures.map(one => ({ ...one, startsOn })) };
    await this.tellTwice(inForce(facts));
    const startsAt = endOf(startsOn) - 24 * HOUR_MS;
    this.begin(
      facts,
      { startsAt, endsAt: endOf(lastDay) },
      one => one.holder === holder,
      () => holder,
    );
  }

  /** Whoever holds the account then is meant, whoever has it later. */
  private async recognise(index: number, named: Named): Promise<void> {
    const involved = this.accountAt(index);
    if (involved !== undefined) return this.recogniseAccount(involved.id, named, involved.holder);
  }

  /** Whoever the police say holds it is meant until its institution has reported it, and nobody where they do not. */
  private async recogniseUnreported(code: InstitutionCode, named: Named): Promise<void> {
    this.unreported ??= this.newAccount(code, 0);
    const id = this.hub.accountId(this.unreported);
    return this.recogniseAccount(id, named, named?.isHolder === true ? this.tokenAt(named.holder) : null);
  }

  private readonly caseHolders: { readonly account: string; holder: string | null }[] = [];

  private async recogniseAccount(account: string, named: Named, holder: string | null): Promise<void> {
    const facts = {
      ...caseAccountFacts(uuid((numbers += 1)), account),
      subjectId: named === null ? null : this.tokenAt(named.holder),
      isHolderNamed: named?.isHolder === true,
    };
    await this.tellTwice(inForce(facts));
    const meant = { account, holder };
    this.caseHolders.push(meant);
    const reaches = (one: ModelHolding) => one.holder === meant.holder && one.id !== account;
    this.begin(facts, { endsAt: Infinity }, reaches, () => meant.holder);
  }

  private async freeze(index: number, days: number): Promise<void> {
    const frozen = this.accountAt(index);
    if (frozen === undefined) return;
    const lastDay = this.dayIn(days);
    const facts = freezeFacts(uuid((numbers += 1)), frozen.id, this.dayIn(0), lastDay);
    await this.tellTwice(inForce(facts));
    this.beginOn(frozen.id, facts, "FREEZE", endOf(lastDay));
  }

  private async stop(index: number, name: string): Promise<void> {
    const stopped = this.accountAt(index);
    if (stopped === undefined) return;
    const facts = this.stopFacts(stopped.id, name);
    await this.tellTwice(inForce(facts));
    if (name === NAME) this.beginOn(stopped.id, facts, "STOP_PAYMENT", this.now + 48 * HOUR_MS);
  }

  /** Nothing is stopped by it, then or later. */
  private async stopUnreported(code: InstitutionCode): Promise<void> {
    this.unreported ??= this.newAccount(code, 0);
    await this.tellTwice(inForce(this.stopFacts(this.hub.accountId(this.unreported), NAME)));
  }

  private stopFacts(accountId: string, name: string): Facts {
    const mark = this.hub.keys.ids.holderMark(accountId, name);
    const begun = stopPaymentFacts(uuid((numbers += 1)), accountId, new Date(this.now), mark);
    const days = { startsOn: this.dayIn(0), endsOn: chinaDay(new Date(this.now + 48 * HOUR_MS - 1)) };
    return { ...begun, measures: begun.measures.map(one => ({ ...one, ...days })) };
  }

  /** To one order, of a cause that goes on elsewhere; not to one that the account had before it was another's. */
  private async object(index: number): Promise<void> {
    const ordered = this.model.object(index);
    if (ordered === null) return;
    const { rows } = await sql<{ id: string }>`select id from banking.account_order
      where account_id = ${ordered.holding.id} and cause_id = ${ordered.causeId} and kind <> 'RESTORE'
        and given_away_at is null`.execute(this.hub.database.db);
    const decided = { objectionId: uuid((numbers += 1)), target: "ORDER", targetId: rows[0]!.id } as const;
    const subjectId = ordered.holding.holder;
    await this.tellTwice({ kind: "OBJECTION_DECIDED", ...decided, subjectId, confirmed: true });
  }

  private accountAt(index: number) {
    return this.model.holdings[index % Math.max(this.model.holdings.length, 1)];
  }

  private holderAt(index: number): (typeof this.holders)[0] {
    return this.holders[index % 2 === 0 ? 0 : 1];
  }

  private tokenAt(index: number): string {
    return this.hub.tokenOf(this.holderAt(index));
  }

  private dayIn(days: number): string {
    return chinaDay(new Date(this.now + days * 24 * HOUR_MS));
  }

  private readonly facts = new Map<string, Facts>();

  /** Stays on the one account. */
  private beginOn(account: string, facts: Facts, kind: string, endsAt: number): void {
    const reach = { kindAt: () => kind, reaches: ({ id }: ModelHolding) => id === account };
    const ending = { isUndone: true, endsByItself: true, endsAt, isOver: false };
    this.model.begin({ id: facts.causeId, ...reach, ...ending });
    this.facts.set(facts.causeId, facts);
  }

  private begin(
    facts: Facts,
    term: { readonly startsAt?: number; readonly endsAt: number },
    reaches: (account: ModelHolding) => boolean,
    against: () => string | null,
  ): void {
    const kindAt = (code: string) => (code === "Z01" ? "SUSPEND_ALL_PAYMENT" : "SUSPEND_NON_COUNTER");
    this.model.begin({ id: facts.causeId, kindAt, reaches, against, isUndone: true, ...term, isOver: false });
    this.facts.set(facts.causeId, facts);
  }

  private async lift(index: number): Promise<void> {
    const cause = this.model.causes[index % Math.max(this.model.causes.length, 1)];
    if (cause === undefined) return;
    await this.tellTwice(lifted(this.facts.get(cause.id)!));
    this.model.end(cause);
  }

  /** A sanction that had added years to this one has been lifted. */
  private async shorten(index: number, days: number): Promise<void> {
    const cause = this.model.causes[index % Math.max(this.model.causes.length, 1)];
    const facts = this.facts.get(cause?.id ?? "");
    if (cause === undefined || cause.isOver || facts?.causeKind !== "SANCTION") return;
    const endsOn = this.dayIn(days);
    if (endOf(endsOn) >= cause.endsAt || facts.measures.some(({ startsOn }) => startsOn > endsOn)) return;
    const shorter = { ...facts, measures: facts.measures.map(one => ({ ...one, endsOn })) };
    await this.tellTwice(inForce(shorter));
    cause.endsAt = endOf(endsOn);
    this.facts.set(cause.id, shorter);
  }

  private async tellTwice(event: ReturnType<typeof inForce>): Promise<void> {
    await this.hub.hear(event);
    await this.hub.hear(event);
  }

  private async fetch(code: InstitutionCode): Promise<void> {
    const query = `{ accountOrders(institution: "${code}", first: 200, status: ISSUED) { pageInfo { hasNextPage } } }`;
    for (;;) {
      const { data } = await this.hub.ask(claimsAt(code), query);
      if (data.accountOrders.pageInfo.hasNextPage !== true) break;
    }
    this.model.deliver(code);
  }

  private async settle(code: InstitutionCode, standing: "EXECUTED" | "REFUSED"): Promise<void> {
    const owed = sql`or (${standing} = 'EXECUTED' and kind = 'RESTORE' and status = 'REFUSED')`;
    await this.say(code, standing, sql`(status in ('ISSUED', 'DELIVERED') ${owed})`);
    this.model.settle(code, standing);
  }

  private async settleLate(code: InstitutionCode): Promise<void> {
    await this.say(code, "EXECUTED", sql`status = 'EXPIRED'`);
    this.model.settleLate(code);
  }

  private async say(
    code: InstitutionCode,
    standing: "EXECUTED" | "REFUSED",
    which: RawBuilder<unknown>,
  ): Promise<void> {
    const { rows } = await sql<{ id: string }>`select id from banking.account_order
      where subject_id = any(${this.tokens}::text[]) and institution = ${code} and ${which}`.execute(
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
    const { data } = await this.hub.ask(claimsAt(code), mutation, { input });
    expect(data.executeAccountOrders.rejected).toBe(0);
  }

  async orders(): Promise<string[]> {
    const { rows } = await sql<{
      text: string;
    }>`select account_id || ' ' || cause_id || ' ' || kind || ' ' || status
      as text from banking.account_order where subject_id = any(${this.tokens}::text[])`.execute(
      this.hub.database.db,
    );
    return rows.map(row => row.text).sort();
  }

  async restricted(): Promise<string[]> {
    const now = new Date(this.now);
    const { rows } = await sql<{ id: string }>`select distinct account_id as id from banking.restriction
      where subject_id = any(${this.tokens}::text[]) and lifted_at is null and (ends_at is null or ends_at > ${now}::timestamptz)`.execute(
      this.hub.database.db,
    );
    return rows.map(row => row.id).sort();
  }

  /** The causes of which the last word to the police is that nothing is left to be undone. */
  async restored(): Promise<string[]> {
    const causeIds = this.model.causes.map(({ id }) => id);
    const { rows } = await sql<{ id: string; kind: string }>`select payload ->> 'causeId' as id, kind
      from banking.outbox where payload ->> 'causeId' = any(${causeIds}::text[]) order by position`.execute(
      this.hub.database.db,
    );
    const last = new Map(rows.map(({ id, kind }) => [id, kind]));
    return causeIds.filter(id => last.get(id) === "CAUSE_RESTORED").sort();
  }
}

function claimsAt(code: InstitutionCode) {
  return code === "Z01" ? wallet() : bank(code);
}

function endOf(day: string): number {
  return Date.parse(`${day}T16:00:00.000Z`);
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

  test("whatever happens in whatever order, orders, restrictions and what the police are told are those of the plain model", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async sequence => {
        const run = new Run(hub);
        // Without an account hardly anything can happen.
        for (const institution of ["102", "Z01"] as const)
          await run.take({ do: "report", institution, holder: 0 });
        for (const step of sequence) await run.take(step);
        expect(await run.orders()).toEqual(run.model.orders());
        expect(await run.restricted()).toEqual(run.model.restricted());
        expect(await run.restored()).toEqual(run.model.restored());
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);
});
