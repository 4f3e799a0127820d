import * as fc from "fast-check";
import { sql } from "kysely";
import { luhnCheckDigit } from "../../../schema/contract/accountNumber";
import type { RequestClaims } from "../../../schema/contract/claims";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import { withAllScopes } from "../../support/claims";
import type { CachedWorld } from "../../support/cachedAnswers";
import { eachStore } from "../../support/databases";
import {
  caseAccountFacts,
  inForce,
  lifted,
  sanctionFacts,
  stopPaymentFacts,
} from "../../support/policeEvents";
import { bank, createBankingHub, police, self, type BankingHub } from "../banking/bankingHub";
import { EMPTY_CHUNK, institution, NOW, person, THIS_MIDNIGHT, uuid } from "../banking/worldParts";
import { randomWrites, type Step } from "./support/randomWrites";
import { createTouchedWatch, type TouchedWatch } from "./support/touchedWatch";

const RUNS = 10;
const LIMIT_MS = 180_000;
const HOUR_MS = 3_600_000;
const NAME = "赵一一";
const PEOPLE = 3;
const ACCOUNTS = 4;
const STATUSES = ["NORMAL", "DORMANT", "CLOSED"];
const outcomeOf = (field: string, input: string) =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { accepted } }`;

/** What may happen, and how often: an end needs a beginning, and what was refused is then lifted. */
const WRITES = {
  report: 2,
  move: 2,
  sanction: 3,
  case: 1,
  stop: 3,
  lift: 4,
  object: 2,
  execute: 1,
  refuse: 3,
  fetch: 1,
  dispute: 1,
  review: 1,
  wait: 2,
  others: 1,
} as const;
type Write = keyof typeof WRITES;
const steps = randomWrites(WRITES);

let people = 20_000;
let causes = 20_000;
let requests = 0;

/** One person's three, with four cards among them at bank 102. */
class Run {
  private now = NOW.getTime();
  private readonly holders = Array.from({ length: PEOPLE }, () => person((people += 1) % 9_999));
  private readonly numbers = Array.from({ length: ACCOUNTS }, (_, index) => {
    const digits = `622202${String((requests += 1)).padStart(8, "0")}${index}`;
    return digits + luhnCheckDigit(digits);
  });
  private readonly inForce: Parameters<typeof inForce>[0][] = [];
  private readonly world: CachedWorld;
  private readonly watch: TouchedWatch;

  constructor(private readonly hub: BankingHub) {
    const tokens = this.holders.map(holder => hub.tokenOf(holder));
    this.world = {
      subgraph: "banking",
      ids: {
        Subject: tokens,
        Account: this.numbers.map(number => this.accountId(number)),
        Institution: ["102"],
      },
      keyFields: { Institution: "code" },
      views: [police(), bank(), self(tokens[0]!)].map(withAllScopes),
    };
    this.watch = createTouchedWatch(hub, () => Promise.resolve(this.world));
  }

  async begin(): Promise<void> {
    this.hub.setNow(NOW);
    for (let index = 0; index < ACCOUNTS; index += 1) await this.report(index, index % PEOPLE, 0);
    await this.watch.begin(NOW);
  }

  async take([write, number]: Step<Write>): Promise<void> {
    this.now += 1_000;
    this.hub.setNow(new Date(this.now));
    const touched = await this.perform(write, number);
    const at = new Date(this.now);
    if (write === "wait") await this.watch.expectPromised(`${write} ${number}`, at);
    else await this.watch.expectNamed(`${write} ${number}`, touched, at);
  }

  /** What a mutation says it has touched; null for what is no mutation. */
  private async perform(write: Write, number: number): Promise<readonly string[] | null> {
    const account = number % ACCOUNTS;
    switch (write) {
      case "report":
      case "move":
        return this.report(account, write === "move" ? number % PEOPLE : account % PEOPLE, number);
      case "sanction":
        return this.hear(inForce(this.cause(sanctionFacts(this.newCause(), this.token(number)))));
      case "case":
        return this.hear(inForce(this.cause(caseAccountFacts(this.newCause(), this.idOf(account)))));
      case "stop": {
        // It ends within hours.
        const startedAt = new Date(this.now - (47 - (number % 10)) * HOUR_MS);
        const mark = this.hub.keys.ids.holderMark(this.idOf(account), NAME);
        return this.hear(
          inForce(this.cause(stopPaymentFacts(this.newCause(), this.idOf(account), startedAt, mark))),
        );
      }
      case "lift": {
        const facts = this.inForce[number % Math.max(1, this.inForce.length)];
        return facts === undefined ? null : this.hear(lifted(facts));
      }
      case "object": {
        const { rows } = await sql<{ id: string }>`select id from banking.account_order
          where account_id = any(${this.world.ids["Account"]}::text[]) order by id`.execute(
          this.hub.database.db,
        );
        const targetId = rows[number % Math.max(1, rows.length)]?.id ?? uuid(1);
        const objectionId = uuid((causes += 1));
        return this.hear({
          kind: "OBJECTION_DECIDED",
          objectionId,
          target: "ORDER",
          targetId,
          confirmed: true,
          subjectId: null,
        });
      }
      case "execute":
      case "refuse":
        return this.settle(write === "execute", number);
      case "fetch":
        await this.hub.ask(bank(), `{ accountOrders(institution: "102", status: ISSUED) { nodes { id } } }`);
        return null;
      case "dispute":
        return this.mutate(
          self(this.token(number)),
          `mutation ($input: DisputeAccountInput!) { disputeAccount(input: $input) { id } }`,
          { accountId: this.idOf(account), reason: "我没有开过这张卡" },
        );
      case "review":
        await this.hub.review();
        return null;
      case "wait":
        this.now += ((number % 11) + 1) * HOUR_MS;
        this.hub.setNow(new Date(this.now));
        return null;
      case "others":
        return this.writeOthers(number);
    }
  }

  private report(account: number, holder: number, number: number): Promise<readonly string[]> {
    const document = this.holders[holder]!;
    const status = STATUSES[number % 7] ?? "NORMAL";
    const report = {
      number: this.numbers[account],
      document: { ...document, token: this.hub.tokenOf(document) },
      holderName: NAME,
      kind: "DEBIT_CARD",
      accountClass: number % 2 === 0 ? "II" : "I",
      status,
      openedOn: "2024-01-01",
      ...(status === "CLOSED" ? { closedOn: "2024-06-01" } : {}),
      reservedPhone: `1410000${String(1_000 + (number % 5))}`,
      outletCode: "102-1",
      observedAt: new Date(this.now).toISOString(),
    };
    return this.mutate(bank("102", "bank-reporting"), outcomeOf("reportAccounts", "ReportAccountsInput"), {
      institution: "102",
      requestId: this.newRequest(),
      accounts: [report],
    });
  }

  /** Every second order that waits, or every one. */
  private async settle(executed: boolean, number: number): Promise<readonly string[]> {
    const { rows } = await sql<{ id: string }>`select id from banking.account_order
      where account_id = any(${this.world.ids["Account"]}::text[]) and status in ('ISSUED', 'DELIVERED')
      order by id`.execute(this.hub.database.db);
    const outcomes = rows
      .filter((_, index) => index % 2 <= number % 2)
      .map(({ id }) => ({
        orderId: id,
        executed,
        executedAt: new Date(this.now).toISOString(),
        ...(executed ? {} : { refusalReason: "账户已销户" }),
      }));
    return this.mutate(bank(), outcomeOf("executeAccountOrders", "ExecuteOrdersInput"), {
      institution: "102",
      requestId: this.newRequest(),
      outcomes,
    });
  }

  /** What is shown with accounts and people, and kept of none of them. */
  private async writeOthers(number: number): Promise<readonly string[]> {
    const [from, to] = [number, number + 1].map(one => this.numbers[one % ACCOUNTS]);
    const reporter = bank("102", "bank-reporting");
    const at = new Date(this.now).toISOString();
    const outlet = { code: "102-1", name: `网点${number}`, region: "990101", observedAt: at };
    const transfer = {
      reference: this.newRequest(),
      fromInstitution: "102",
      fromNumber: from,
      toInstitution: "102",
      toNumber: to,
      amount: "1.00",
      channel: "MOBILE",
      at,
      caseNumber: "A110199-2026-017",
    };
    const told = [
      await this.mutate(reporter, outcomeOf("reportBankOutlets", "ReportOutletsInput"), {
        institution: "102",
        requestId: this.newRequest(),
        outlets: [outlet],
      }),
      await this.mutate(reporter, outcomeOf("reportTransfers", "ReportTransfersInput"), {
        institution: "102",
        requestId: this.newRequest(),
        transfers: [transfer],
      }),
      await this.mutate(
        reporter,
        `mutation ($input: DeclareCoverageInput!) { declareAccountCoverage(input: $input) { state } }`,
        { institution: "102", completeAsOf: at },
      ),
    ];
    return told.flat();
  }

  private async mutate(claims: RequestClaims, query: string, input: object): Promise<readonly string[]> {
    const { extensions } = await this.hub.ask(claims, query, { input });
    return (extensions?.["touched"] ?? []) as readonly string[];
  }

  private async hear(event: PoliceEvent): Promise<null> {
    await this.hub.hear(event);
    return null;
  }

  private cause(facts: Parameters<typeof inForce>[0]): Parameters<typeof inForce>[0] {
    this.inForce.push(facts);
    return facts;
  }

  private readonly newCause = (): string => uuid((causes += 1));
  private readonly newRequest = (): string => `touched-${(requests += 1)}`;
  private readonly accountId = (number: string): string => this.hub.accountId({ institution: "102", number });
  private readonly idOf = (account: number): string => this.accountId(this.numbers[account]!);
  private readonly token = (number: number): string => this.hub.tokenOf(this.holders[number % PEOPLE]!);
}

eachStore("banking", open => {
  test(
    "whoever writes, names every entity whose kept answers have become others; what changes by itself says when",
    async () => {
      const hub = await createBankingHub(await open());
      await hub.write({
        ...EMPTY_CHUNK,
        institutions: [institution("102", "BANKING", "华衡银行", THIS_MIDNIGHT)],
      });
      await fc.assert(
        fc.asyncProperty(steps, async taken => {
          const run = new Run(hub);
          await run.begin();
          for (const step of taken) await run.take(step);
        }),
        { numRuns: RUNS },
      );
    },
    LIMIT_MS,
  );
});
