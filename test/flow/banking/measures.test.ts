import { sql } from "kysely";
import type { RequestClaims } from "../../../schema/contract/claims";
import { subgraphClaims } from "../../../schema/contract/subgraphCaller";
import { createAccountOrderBook } from "../../../subgraphs/banking/orders/accountOrderBook";
import { createCursorStore } from "../../../subgraphs/shared/events/cursorStore";
import { createOrderKeeper } from "../../../subgraphs/shared/orders/orderKeeper";
import { SUBGRAPH_METRICS } from "../../../subgraphs/shared/orders/restorationMetrics";
import { eachStore, onPostgres, waitForLocked } from "../../support/databases";
import { createAskKept } from "../../support/createAskKept";
import {
  caseAccountFacts,
  freezeFacts,
  inForce,
  lifted,
  sanctionFacts,
  stopPaymentFacts,
} from "../../support/policeEvents";
import { bank, createBankingHub, police, regulator, self, wallet, type BankingHub } from "./bankingHub";
import { account, EMPTY_CHUNK, institution, NOW, person, subject, THIS_MIDNIGHT, uuid } from "./worldParts";

const HOUR_MS = 3_600_000;
const NAME = "赵一一";
const EXECUTE = `mutation ($input: ExecuteOrdersInput!) {
  executeAccountOrders(input: $input) { accepted duplicate rejected items { index state code } }
}`;

eachStore("banking", open => {
  let hub: BankingHub;
  let people = 100;
  let causes = 5_000;
  let requests = 0;
  let holder: ReturnType<typeof person>;
  let token: string;
  let ids: Record<"card" | "passbook" | "closed" | "at103" | "wallet", string>;

  beforeAll(async () => {
    hub = await createBankingHub(await open());
    const institutions = [
      institution("102", "BANKING", "华衡银行", THIS_MIDNIGHT),
      institution("103", "BANKING", "岭原银行", THIS_MIDNIGHT),
      institution("Z01", "PAYMENT", "汇云支付", THIS_MIDNIGHT),
    ];
    await hub.write({ ...EMPTY_CHUNK, institutions });
  });

  beforeEach(async () => {
    hub.setNow(NOW);
    holder = person((people += 1));
    token = hub.tokenOf(holder);
    const held = {
      card: account(`6222${people}0001`, holder),
      passbook: account(`6222${people}0002`, holder),
      closed: account(`6222${people}0003`, holder, { status: "CLOSED", closedOn: "2024-01-01" }),
      at103: account(`6223${people}0001`, holder, { institution: "103" }),
      wallet: account(`Z01${people}0001`, holder, { institution: "Z01", kind: "PAYMENT_ACCOUNT" }),
    };
    await hub.write({ ...EMPTY_CHUNK, subjects: [subject(holder, NAME)], accounts: Object.values(held) });
    await hub.review();
    ids = Object.fromEntries(
      Object.entries(held).map(([name, one]) => [name, hub.accountId(one)]),
    ) as typeof ids;
  });

  const newCause = (): string => uuid((causes += 1));

  test("the police are told whose an account or an order is and what is behind it, and nobody else is", async () => {
    const kept = createAskKept(hub);
    const facts = sanctionFacts(newCause(), token);
    await hub.hear(inForce(facts));
    const first = (await orders()).find(one => one.account === ids.card)!;
    const order = { subjectId: token, institution: "102", causeId: facts.causeId };
    expect(await kept("ORDER", first.id)).toEqual({ ...order, endedAs: null });
    expect(await kept("HOLDING", ids.card)).toEqual({ ...order, causeId: null, endedAs: null });
    for (const [kind, id] of [
      ["ORDER", ids.card],
      ["HOLDING", first.id],
      ["BLACKLIST_ENTRY", first.id],
    ] as const)
      expect(await kept(kind, id)).toBeNull();
    expect(await kept("ANYTHING", ids.card)).toBe("BAD_INPUT");
    expect(await kept("HOLDING", ids.card, police())).toBe("FORBIDDEN");
    await execute();
    await hub.hear(lifted(facts));
    const restore = (await orders()).find(one => one.kind === "RESTORE")!;
    expect(await kept("ORDER", restore.id)).toBeNull();
  });

  interface Seen {
    readonly account: string;
    readonly kind: string;
    readonly status: string;
    readonly causeId: string;
    readonly id: string;
  }

  /** All orders of the person, by account and kind. */
  async function orders(): Promise<Seen[]> {
    const { rows } = await sql<Seen>`select account_id as account, kind, status, cause_id as "causeId", id
      from banking.account_order where subject_id = ${token} order by account_id, kind, cause_id`.execute(
      hub.database.db,
    );
    return rows;
  }

  const told = async () =>
    (await orders())
      .map(one => `${nameOf(one.account)} ${one.kind} ${one.status}`)
      .sort((left, right) => left.localeCompare(right));
  const nameOf = (id: string) => Object.entries(ids).find(([, own]) => own === id)?.[0] ?? "new";

  test("a foreseen sanction touches the open accounts that its measures then reach, and writes nothing", async () => {
    const cause = newCause();
    const measures = [
      { kind: "SUSPEND_NON_COUNTER", sector: "BANKING" },
      { kind: "SUSPEND_ALL_PAYMENT", sector: "PAYMENT" },
      { kind: "NO_NEW_ACCOUNT", sector: "BANKING" },
    ].map(one => ({ ...one, startsOn: "2026-11-24", endsOn: "2028-11-24" }));
    const foreseen = async (given: unknown[]) => {
      const { data } = await hub.ask(
        police(),
        "query ($r: [_Any!]!) { _entities(representations: $r) { ... on SanctionPreview { accountsTouched } } }",
        { r: [{ __typename: "SanctionPreview", id: cause, subjectId: token, measures: given }] },
      );
      return data._entities[0].accountsTouched;
    };
    expect(await foreseen(measures)).toBe(4);
    expect(await foreseen(measures.slice(1))).toBe(1);
    expect(await foreseen(measures.slice(2))).toBe(0);
    expect(await orders()).toEqual([]);
  });

  async function statuses(): Promise<Record<string, string>> {
    const { data } = await hub.entity(
      police(),
      { __typename: "Subject", id: token },
      "accounts { nodes { id status } }",
    );
    const nodes = data.accounts.nodes as { id: string; status: string }[];
    return Object.fromEntries(nodes.map(({ id, status }) => [nameOf(id), status]));
  }

  async function execute(claims = bank(), institution = "102", refusal?: string, at = NOW) {
    const open = (await orders()).filter(one => one.status === "ISSUED" || one.status === "DELIVERED");
    const outcomes = open.map(({ id }) => ({
      orderId: id,
      executed: refusal === undefined,
      executedAt: at.toISOString(),
      ...(refusal === undefined ? {} : { refusalReason: refusal }),
    }));
    const input = { requestId: `r-${(requests += 1)}`, institution, outcomes };
    return { input, answer: await hub.ask(claims, EXECUTE, { input }) };
  }

  async function executeEverywhere(): Promise<void> {
    await execute(bank("102"), "102");
    await execute(bank("103"), "103");
    await execute(wallet(), "Z01");
  }

  const RESTRICTED = [
    "at103 SUSPEND_NON_COUNTER ISSUED",
    "card SUSPEND_NON_COUNTER ISSUED",
    "passbook SUSPEND_NON_COUNTER ISSUED",
    "wallet SUSPEND_ALL_PAYMENT ISSUED",
  ];

  describe("a measure in force", () => {
    test("of a sanction makes one order for each open account, by the institution's sector, however often it is told", async () => {
      const facts = sanctionFacts(newCause(), token);
      await hub.hear(inForce(facts));
      await hub.hear(inForce(facts));
      expect(await told()).toEqual(RESTRICTED);
      const { rows: feed } = await sql`select kind from banking.outbox
        where subject_id = ${token} and order_id is not null`.execute(hub.database.db);
      expect(feed).toEqual(RESTRICTED.map(() => ({ kind: "ORDER_ISSUED" })));
      expect(await statuses()).toMatchObject({
        card: "NON_COUNTER_SUSPENDED",
        wallet: "ALL_SUSPENDED",
        closed: "CLOSED",
      });
    });

    test("of a case account leaves that account itself alone and says why it reaches the others", async () => {
      await hub.hear(inForce(caseAccountFacts(newCause(), ids.card)));
      expect(await told()).toEqual(RESTRICTED.filter(one => !one.startsWith("card")));
      const { data } = await hub.entity(
        police(),
        { __typename: "Account", id: ids.passbook },
        "restrictions { kind derivation { ruleId article } }",
      );
      const derivation = [{ ruleId: "caseAccountSpread", article: "N16-5" }];
      expect(data.restrictions).toEqual([{ kind: "SUSPEND_NON_COUNTER", derivation }]);
    });

    test("catches an account that appears later, and one that comes to the person from somebody else", async () => {
      await hub.hear(inForce(sanctionFacts(newCause(), token)));
      const other = person((people += 1));
      const fresh = account(`6222${people}9001`, holder);
      const moving = account(`6222${people}9002`, other);
      await hub.write({ ...EMPTY_CHUNK, accounts: [fresh, moving] });
      await hub.review();
      const reached = async () => (await told()).filter(one => one.startsWith("new"));
      expect(await reached()).toEqual(["new SUSPEND_NON_COUNTER ISSUED"]);
      await sql`update banking.account_directory set observed_at = '2020-01-01'`.execute(hub.database.db);
      await hub.write({ ...EMPTY_CHUNK, accounts: [{ ...moving, holder }] });
      await hub.review();
      expect(await reached()).toEqual(["new SUSPEND_NON_COUNTER ISSUED", "new SUSPEND_NON_COUNTER ISSUED"]);
    });

    test("of a case account stays with whoever held it then, when the account comes to somebody else", async () => {
      const causeId = newCause();
      await hub.hear(inForce(caseAccountFacts(causeId, ids.card)));
      const other = person((people += 1));
      const number = `6222${people - 1}0001`;
      const theirs = account(`6222${people}9010`, other);
      await sql`update banking.account_directory set observed_at = '2020-01-01' where id = ${ids.card}`.execute(
        hub.database.db,
      );
      await hub.write({ ...EMPTY_CHUNK, accounts: [{ ...account(number, holder), holder: other }, theirs] });
      await hub.review();
      const { rows } = await sql`select id from banking.account_order
        where subject_id = ${hub.tokenOf(other)}`.execute(hub.database.db);
      expect(rows).toEqual([]);
      await hub.write({ ...EMPTY_CHUNK, accounts: [account(`6222${people}9011`, holder)] });
      await hub.review();
      expect(await told()).toContain("new SUSPEND_NON_COUNTER ISSUED");
      const query = `query ($id: ID!) { keptThing(kind: "CASE_ACCOUNT", id: $id) { subjectId institution } }`;
      const { data } = await hub.ask(subgraphClaims("police"), query, { id: causeId });
      expect(data.keptThing).toEqual({ subjectId: token, institution: "102" });
    });

    test("that is told with another last day takes its orders and restrictions along to that", async () => {
      const causeId = newCause();
      const reasons = async () =>
        (
          await hub.entity(
            police(),
            { __typename: "Account", id: ids.card },
            "restrictions { endsAt derivation { until } } orders { kind reason { until } }",
          )
        ).data;
      await hub.hear(inForce(sanctionFacts(causeId, token, "2030-11-30")));
      await executeEverywhere();
      await hub.hear(inForce(sanctionFacts(causeId, token, "2028-11-30")));
      expect(await reasons()).toEqual({
        restrictions: [{ endsAt: "2028-11-30T16:00:00.000Z", derivation: [{ until: "2028-11-30" }] }],
        orders: [{ kind: "SUSPEND_NON_COUNTER", reason: { until: "2028-11-30" } }],
      });
      hub.setNow(new Date("2028-11-30T16:00:00.000Z"));
      await hub.review();
      expect(await told()).toContain("card RESTORE ISSUED");
      expect(await statuses()).toMatchObject({ card: "NORMAL" });
    });

    describe("of a case account that nobody has reported", () => {
      const unreported = () => account(`6222${people}9100`, holder);
      const named = (subjectId: string, isHolderNamed: boolean) => ({
        ...caseAccountFacts(newCause(), hub.accountId(unreported())),
        subjectId,
        isHolderNamed,
      });

      test("restricts nobody whom the police name beside it without saying that they hold it", async () => {
        await hub.hear(inForce(named(token, false)));
        await hub.write({ ...EMPTY_CHUNK, accounts: [account(`6222${people}9101`, holder)] });
        await hub.review();
        expect(await told()).toEqual([]);
        const other = person((people += 1));
        const theirs = [account(`6222${people - 1}9100`, other), account(`6222${people}9102`, other)];
        await hub.write({ ...EMPTY_CHUNK, accounts: theirs });
        await hub.review();
        expect(await told()).toEqual([]);
        const { rows } = await sql`select account_id as account from banking.account_order
          where subject_id = ${hub.tokenOf(other)}`.execute(hub.database.db);
        expect(rows).toEqual([{ account: hub.accountId(theirs[1]!) }]);
      });

      test("is undone on whoever the police had named as its holder, once its bank reports another one", async () => {
        await hub.hear(inForce(named(token, true)));
        expect(await told()).toEqual(RESTRICTED);
        await execute();
        const other = person((people += 1));
        await hub.write({ ...EMPTY_CHUNK, accounts: [account(`6222${people - 1}9100`, other)] });
        await hub.review();
        expect(await told()).toEqual([
          "at103 SUSPEND_NON_COUNTER EXPIRED",
          "card RESTORE ISSUED",
          "card SUSPEND_NON_COUNTER EXECUTED",
          "passbook RESTORE ISSUED",
          "passbook SUSPEND_NON_COUNTER EXECUTED",
          "wallet SUSPEND_ALL_PAYMENT EXPIRED",
        ]);
        expect(await statuses()).toMatchObject({ card: "NORMAL", at103: "NORMAL", wallet: "NORMAL" });
      });
    });

    describe("of a sanction, on an account that turns out to be another's,", () => {
      let other: ReturnType<typeof person>;
      const moveCard = async (to: typeof holder) => {
        await sql`update banking.account_directory set observed_at = '2020-01-01' where id = ${ids.card}`.execute(
          hub.database.db,
        );
        const card = { ...account(`6222${people - 1}0001`, holder), holder: to };
        await hub.write({ ...EMPTY_CHUNK, accounts: [card] });
        await hub.review();
      };
      const ofCard = async () => (await told()).filter(one => one.startsWith("card"));
      beforeEach(() => {
        other = person((people += 1));
      });

      test("is undone there and told to nobody else, and stays on what the person holds", async () => {
        const facts = sanctionFacts(newCause(), token);
        await hub.hear(inForce(facts));
        await executeEverywhere();
        await moveCard(other);
        expect(await ofCard()).toEqual(["card RESTORE ISSUED", "card SUSPEND_NON_COUNTER EXECUTED"]);
        expect(await statuses()).toMatchObject({ passbook: "NON_COUNTER_SUSPENDED" });
        const { data } = await hub.entity(
          self(hub.tokenOf(other)),
          { __typename: "Account", id: ids.card },
          "status restrictions { kind } orders { kind }",
        );
        expect(data).toMatchObject({ status: "NORMAL", restrictions: [], orders: [] });
        await hub.hear(lifted(facts));
        await execute();
        expect(await ofCard()).toEqual(["card RESTORE EXECUTED", "card SUSPEND_NON_COUNTER EXECUTED"]);
      });

      test("comes back with the account, also twice, and is withdrawn where nobody had begun", async () => {
        await hub.hear(inForce(sanctionFacts(newCause(), token)));
        await moveCard(other);
        await moveCard(holder);
        await moveCard(other);
        await moveCard(holder);
        expect(await ofCard()).toEqual([
          "card SUSPEND_NON_COUNTER EXPIRED",
          "card SUSPEND_NON_COUNTER EXPIRED",
          "card SUSPEND_NON_COUNTER ISSUED",
        ]);
        expect(await statuses()).toMatchObject({ card: "NON_COUNTER_SUSPENDED" });
      });

      test("does not come back where an objection to that order had been confirmed", async () => {
        await hub.hear(inForce(sanctionFacts(newCause(), token)));
        await executeEverywhere();
        const { id: targetId } = (await orders()).find(one => one.account === ids.card)!;
        const decided = { objectionId: newCause(), target: "ORDER", targetId, subjectId: token } as const;
        await hub.hear({ kind: "OBJECTION_DECIDED", ...decided, confirmed: true });
        await moveCard(other);
        await moveCard(holder);
        expect(await ofCard()).toEqual(["card RESTORE ISSUED", "card SUSPEND_NON_COUNTER EXECUTED"]);
      });
    });

    test("from a later day on is ordered on that day and not before, and never where it is lifted before", async () => {
      const later = (causeId: string) => {
        const facts = sanctionFacts(causeId, token);
        return { ...facts, measures: facts.measures.map(one => ({ ...one, startsOn: "2026-11-27" })) };
      };
      const dropped = later(newCause());
      await hub.hear(inForce(dropped));
      await hub.hear(inForce(later(newCause())));
      await hub.hear(lifted(dropped));
      await hub.write({ ...EMPTY_CHUNK, accounts: [account(`6222${people}9009`, holder)] });
      await hub.review();
      hub.setNow(new Date("2026-11-26T15:59:59Z"));
      await hub.review();
      expect(await told()).toEqual([]);
      expect(await statuses()).toMatchObject({ card: "NORMAL" });
      hub.setNow(new Date("2026-11-26T16:00:00Z"));
      await hub.review();
      expect(await told()).toEqual([
        RESTRICTED[0],
        RESTRICTED[1],
        "new SUSPEND_NON_COUNTER ISSUED",
        ...RESTRICTED.slice(2),
      ]);
      expect(await statuses()).toMatchObject({ card: "NON_COUNTER_SUSPENDED" });
    });

    test("of a stop-payment stops the one account for 48 hours, and only if the holder has the name", async () => {
      const mark = (name: string) => hub.keys.ids.holderMark(ids.card, name);
      await hub.hear(inForce(stopPaymentFacts(newCause(), ids.card, NOW, mark("钱二二"))));
      expect(await told()).toEqual([]);
      await hub.hear(inForce(stopPaymentFacts(newCause(), ids.card, NOW, mark(NAME))));
      expect(await told()).toEqual(["card STOP_PAYMENT ISSUED"]);
      expect(await statuses()).toMatchObject({ card: "STOP_PAYMENT", passbook: "NORMAL" });
      await execute();
      hub.setNow(new Date(NOW.getTime() + 49 * HOUR_MS));
      await hub.review();
      // The institution was told the end with the order: there is nothing for it to be told again.
      expect(await told()).toEqual(["card STOP_PAYMENT EXECUTED"]);
      expect(await statuses()).toMatchObject({ card: "NORMAL" });
    });
  });

  describe("a stop-payment", () => {
    const markOf = (account: string, name: string) => hub.keys.ids.holderMark(account, name);

    test("that met no account takes hold of none that is reported later, however many there were; a new one does", async () => {
      const late = account(`6222${people}9020`, holder);
      const id = hub.accountId(late);
      for (const name of [NAME, "钱二二", NAME, NAME])
        await hub.hear(inForce(stopPaymentFacts(newCause(), id, NOW, markOf(id, name))));
      await hub.write({ ...EMPTY_CHUNK, accounts: [late] });
      await hub.review();
      expect(await told()).toEqual([]);
      expect((await hub.entity(police(), { __typename: "Account", id }, "status")).data.status).toBe(
        "NORMAL",
      );
      await hub.hear(inForce(stopPaymentFacts(newCause(), id, NOW, markOf(id, NAME))));
      expect(await told()).toEqual(["new STOP_PAYMENT ISSUED"]);
    });

    test("of an organ whose clock has passed midnight before the banks' stops the account", async () => {
      hub.setNow(new Date("2026-11-23T15:59:50.000Z"));
      const startsAt = new Date("2026-11-23T16:00:10.000Z");
      await hub.hear(inForce(stopPaymentFacts(newCause(), ids.card, startsAt, markOf(ids.card, NAME))));
      expect(await told()).toEqual(["card STOP_PAYMENT ISSUED"]);
    });
  });

  describe("a measure that ends", () => {
    test("withdraws what waits and has undone what was done, once each, with a time to do it", async () => {
      const facts = sanctionFacts(newCause(), token);
      await hub.hear(inForce(facts));
      await execute();
      await hub.hear(lifted(facts));
      await hub.hear(lifted(facts));
      await hub.review();
      expect(await told()).toEqual([
        "at103 SUSPEND_NON_COUNTER EXPIRED",
        "card RESTORE ISSUED",
        "card SUSPEND_NON_COUNTER EXECUTED",
        "passbook RESTORE ISSUED",
        "passbook SUSPEND_NON_COUNTER EXECUTED",
        "wallet SUSPEND_ALL_PAYMENT EXPIRED",
      ]);
      expect(Object.values(await statuses()).sort()).toEqual([
        "CLOSED",
        "NORMAL",
        "NORMAL",
        "NORMAL",
        "NORMAL",
      ]);
      const { data } = await hub.entity(
        police(),
        { __typename: "Sanction", id: facts.causeId },
        "accountExecution { institution { code } issued executed restored nextDueAt }",
      );
      const due = new Date(NOW.getTime() + 24 * HOUR_MS).toISOString();
      expect(data.accountExecution).toContainEqual({
        institution: { code: "102" },
        issued: 2,
        executed: 2,
        restored: 0,
        nextDueAt: due,
      });
    });

    test.each(["first", "second"] as const)(
      "leaves what another cause did, whichever of two is lifted first: the %s",
      async first => {
        const causes = [sanctionFacts(newCause(), token), caseAccountFacts(newCause(), ids.card)];
        for (const facts of causes) await hub.hear(inForce(facts));
        await executeEverywhere();
        if (first === "second") causes.reverse();
        await hub.hear(lifted(causes[0]!));
        expect(await statuses()).toMatchObject({
          passbook: "NON_COUNTER_SUSPENDED",
          wallet: "ALL_SUSPENDED",
        });
        const restores = async () => (await orders()).filter(one => one.kind === "RESTORE");
        expect(new Set((await restores()).map(one => one.causeId))).toEqual(new Set([causes[0]!.causeId]));
        await hub.hear(lifted(causes[1]!));
        expect(await statuses()).toMatchObject({ card: "NORMAL", passbook: "NORMAL", wallet: "NORMAL" });
        expect(await restores()).toHaveLength(7);
      },
    );

    test("by its day is undone without anybody saying so", async () => {
      await hub.hear(inForce(sanctionFacts(newCause(), token, "2026-11-30")));
      await execute();
      hub.setNow(new Date("2026-11-30T15:59:59Z"));
      await hub.review();
      expect((await told()).filter(one => one.includes("RESTORE"))).toEqual([]);
      hub.setNow(new Date("2026-11-30T16:00:00Z"));
      await hub.review();
      expect((await told()).filter(one => one.includes("RESTORE"))).toHaveLength(2);
      expect(await statuses()).toMatchObject({ card: "NORMAL" });
    });

    test("that was never told of here still undoes the orders that its cause has", async () => {
      const facts = sanctionFacts(newCause(), token);
      await hub.hear(inForce(facts));
      await execute();
      await sql`delete from banking.measure where cause_id = ${facts.causeId}`.execute(hub.database.db);
      await hub.hear(lifted(facts));
      expect((await told()).filter(one => one.includes("RESTORE"))).toHaveLength(2);
    });

    test("by an objection whose order is not known to be the person's undoes nothing", async () => {
      await hub.hear(inForce(sanctionFacts(newCause(), token)));
      await execute();
      const own = (await orders()).find(one => one.account === ids.card)!;
      const decision = { objectionId: uuid(1), target: "ORDER", targetId: own.id, confirmed: true } as const;
      await hub.hear({ kind: "OBJECTION_DECIDED", ...decision, subjectId: null });
      expect(await statuses()).toMatchObject({ card: "NON_COUNTER_SUSPENDED" });
    });

    test("by an objection to one order undoes that order alone", async () => {
      await hub.hear(inForce(sanctionFacts(newCause(), token)));
      await execute();
      const own = (await orders()).find(one => one.account === ids.card)!;
      const decision = { objectionId: uuid(1), target: "ORDER", targetId: own.id, confirmed: true } as const;
      await hub.hear({ kind: "OBJECTION_DECIDED", ...decision, subjectId: hub.tokenOf(person(1)) });
      expect((await told()).filter(one => one.includes("RESTORE"))).toEqual([]);
      await hub.hear({ kind: "OBJECTION_DECIDED", ...decision, subjectId: token });
      expect((await told()).filter(one => one.includes("RESTORE"))).toEqual(["card RESTORE ISSUED"]);
      expect(await statuses()).toMatchObject({ card: "NORMAL", passbook: "NON_COUNTER_SUSPENDED" });
    });

    describe("a confirmed objection to what is reported of an account", () => {
      let objections = 800;
      const confirm = async (targetId: string, subjectId = token, confirmed = true) => {
        const objectionId = uuid((objections += 1));
        const about = { objectionId, target: "DATA_ERROR", targetId, subjectId, confirmed } as const;
        await hub.hear({ kind: "OBJECTION_DECIDED", ...about });
        await hub.hear({ kind: "OBJECTION_DECIDED", ...about });
        return objectionId;
      };
      const restored = async (causeId: string) => {
        const { rows } = await sql<{ at: string }>`select distinct payload ->> 'restoredAt' as at
          from banking.outbox where payload ->> 'causeId' = ${causeId}`.execute(hub.database.db);
        return rows.map(({ at }) => at);
      };
      const toldTo102 = async () => {
        const { rows } = await sql<{ kind: string }>`select kind from banking.outbox
          where account_id = ${ids.card} and 'bank:102' = any(audiences)`.execute(hub.database.db);
        return rows.map(({ kind }) => kind);
      };

      test("orders its institution once to correct it, restricts nothing, and is over when that is done", async () => {
        const causeId = await confirm(ids.card);
        expect(await told()).toEqual(["card REVIEW ISSUED"]);
        expect(new Set(await toldTo102())).toEqual(new Set(["ORDER_ISSUED"]));
        expect(await statuses()).toMatchObject({ card: "NORMAL" });
        const { rows } = await sql<{ reason: object; cause: string }>`select reason, cause_id as cause
          from banking.account_order where subject_id = ${token}`.execute(hub.database.db);
        expect(rows).toMatchObject([{ reason: { ruleId: "wrongRecord" }, cause: causeId }]);
        expect(await restored(causeId)).toEqual([]);
        await execute();
        expect(await restored(causeId)).toEqual([NOW.toISOString()]);
      });

      test("is not over while its institution refuses: it counts as late, until it is corrected after all", async () => {
        const causeId = await confirm(ids.card);
        await execute(bank(), "102", "It is right.");
        expect(await told()).toEqual(["card REVIEW REFUSED"]);
        expect(await restored(causeId)).toEqual([]);
        const overdue = async () => {
          const { data } = await hub.entity(
            regulator(),
            { __typename: "Institution", code: "102" },
            "accountRecord { overdueOrders }",
          );
          return data.accountRecord.overdueOrders as number;
        };
        const before = await overdue();
        const after = new Date(NOW.getTime() + 31 * 24 * HOUR_MS);
        hub.setNow(after);
        const late = await overdue();
        const [own] = await orders();
        const outcomes = [{ orderId: own!.id, executed: true, executedAt: after.toISOString() }];
        const input = { requestId: `corrected-${causeId}`, institution: "102", outcomes };
        const { data } = await hub.ask(bank(), EXECUTE, { input });
        expect(data.executeAccountOrders).toMatchObject({ accepted: 1, rejected: 0 });
        expect(await restored(causeId)).toEqual([after.toISOString()]);
        expect([late > before, await overdue()]).toEqual([true, late - 1]);
      });

      test("that was rejected, or is to a line, orders nothing; of an account of another by now, it is over", async () => {
        const rejected = await confirm(ids.card, token, false);
        const toLine = await confirm("line-1");
        const another = await confirm(ids.card, hub.tokenOf(person(1)));
        expect(await told()).toEqual([]);
        expect([await restored(rejected), await restored(toLine)]).toEqual([[], []]);
        expect(await restored(another)).toEqual([NOW.toISOString()]);
      });
    });

    describe("an objection to one order tells the police that it is undone", () => {
      const restoredAt = async (id: string) => {
        const { rows } = await sql<{ at: string }>`select payload ->> 'restoredAt' as at from banking.outbox
          where kind = 'CAUSE_RESTORED' and payload ->> 'causeId' = ${id}`.execute(hub.database.db);
        return rows.map(({ at }) => at);
      };
      const confirm = (targetId: string) =>
        hub.hear({
          kind: "OBJECTION_DECIDED",
          objectionId: uuid(1),
          target: "ORDER",
          targetId,
          confirmed: true,
          subjectId: token,
        });
      const cardOrder = async () => (await orders()).find(one => one.account === ids.card)!.id;
      const later = new Date(NOW.getTime() + HOUR_MS);

      test("not before the institution has restored it", async () => {
        await hub.hear(inForce(sanctionFacts(newCause(), token)));
        await execute();
        const id = await cardOrder();
        await confirm(id);
        expect(await restoredAt(id)).toEqual([]);
        hub.setNow(later);
        await execute(bank(), "102", undefined, later);
        expect(await restoredAt(id)).toEqual([later.toISOString()]);
      });

      test("and of its cause nothing, as long as that stands elsewhere", async () => {
        const facts = sanctionFacts(newCause(), token);
        await hub.hear(inForce(facts));
        await execute();
        const id = await cardOrder();
        await confirm(id);
        await execute();
        expect(await restoredAt(id)).toEqual([NOW.toISOString()]);
        expect(await restoredAt(facts.causeId)).toEqual([]);
        await hub.hear(lifted(facts));
        expect(await restoredAt(facts.causeId)).toEqual([]);
        hub.setNow(later);
        await execute(bank(), "102", undefined, later);
        expect(await restoredAt(facts.causeId)).toEqual([later.toISOString()]);
      });

      test("not where the institution refuses to restore it", async () => {
        await hub.hear(inForce(sanctionFacts(newCause(), token)));
        await execute();
        const id = await cardOrder();
        await confirm(id);
        await execute(bank(), "102", "账户已销户");
        expect(await restoredAt(id)).toEqual([]);
      });

      test("at once where the account has come to somebody else: nothing of it stands against whoever objected", async () => {
        await hub.hear(inForce(sanctionFacts(newCause(), token)));
        const id = await cardOrder();
        const other = person((people += 1));
        await sql`update banking.account_directory set observed_at = '2020-01-01' where id = ${ids.card}`.execute(
          hub.database.db,
        );
        await hub.write({ ...EMPTY_CHUNK, accounts: [account(`6222${people - 1}0001`, other)] });
        await hub.review();
        await confirm(id);
        expect(await restoredAt(id)).toEqual([NOW.toISOString()]);
      });

      test("at once where nothing had been carried out", async () => {
        await hub.hear(inForce(sanctionFacts(newCause(), token)));
        const id = await cardOrder();
        await confirm(id);
        expect(await restoredAt(id)).toEqual([NOW.toISOString()]);
      });

      test("with the moment at which it was undone where its cause had been lifted before", async () => {
        const facts = sanctionFacts(newCause(), token);
        await hub.hear(inForce(facts));
        await execute();
        const id = await cardOrder();
        await hub.hear(lifted(facts));
        await execute();
        await sql`delete from banking.outbox`.execute(hub.database.db);
        hub.setNow(later);
        await confirm(id);
        expect(await restoredAt(id)).toEqual([NOW.toISOString()]);
      });
    });

    describe("lifts what stood on an account whose institution had refused the order, and what was cached of it ends", () => {
      const forgotten = async () => {
        const { rows } = await sql<{ touched: string[] }>`select touched from banking.outbox`.execute(
          hub.database.db,
        );
        return new Set(rows.flatMap(({ touched }) => touched));
      };
      let facts: ReturnType<typeof sanctionFacts>;
      beforeEach(async () => {
        facts = sanctionFacts(newCause(), token);
        await hub.hear(inForce(facts));
        await execute(bank(), "102", "账户已销户");
        expect(await statuses()).toMatchObject({ card: "NON_COUNTER_SUSPENDED" });
        await sql`delete from banking.outbox`.execute(hub.database.db);
      });

      test("when the measure is lifted", async () => {
        await hub.hear(lifted(facts));
        expect(await statuses()).toMatchObject({ card: "NORMAL", passbook: "NORMAL" });
        const touched = [`Account:${ids.card}`, `Account:${ids.passbook}`, `Subject:${token}`];
        expect([...(await forgotten())]).toEqual(expect.arrayContaining(touched));
      });

      test("when an objection to the order is confirmed, and of no other account", async () => {
        const own = (await orders()).find(one => one.account === ids.card)!;
        const decision = {
          objectionId: uuid(1),
          target: "ORDER",
          targetId: own.id,
          confirmed: true,
        } as const;
        await hub.hear({ kind: "OBJECTION_DECIDED", ...decision, subjectId: token });
        expect(await statuses()).toMatchObject({ card: "NORMAL", passbook: "NON_COUNTER_SUSPENDED" });
        expect(await forgotten()).toEqual(
          new Set([`Account:${ids.card}`, `Subject:${token}`, `AccountOrder:${own.id}`]),
        );
      });
    });

    describe("tells the police that its cause is undone", () => {
      const restorations = async ({ causeId }: { causeId: string }) => {
        const { rows } = await sql<{ at: string }>`select payload ->> 'restoredAt' as at from banking.outbox
          where kind = 'CAUSE_RESTORED' and payload ->> 'causeId' = ${causeId}`.execute(hub.database.db);
        return rows.map(({ at }) => at);
      };
      const last = new Date(NOW.getTime() + HOUR_MS);

      test("never where one institution refuses to undo it, whatever the others do", async () => {
        const facts = sanctionFacts(newCause(), token);
        await hub.hear(inForce(facts));
        await executeEverywhere();
        await hub.hear(lifted(facts));
        await execute(bank("102"), "102");
        await execute(bank("103"), "103", "账户已销户");
        await execute(wallet(), "Z01");
        expect(await restorations(facts)).toEqual([]);
        expect(await told()).toContain("at103 RESTORE REFUSED");
      });

      test("late, where an institution first refuses: until it has undone it after all it counts as refused and as late", async () => {
        const facts = sanctionFacts(newCause(), token);
        await hub.hear(inForce(facts));
        await executeEverywhere();
        await hub.hear(lifted(facts));
        await execute(bank("102"), "102");
        await execute(wallet(), "Z01");
        await execute(bank("103"), "103", "系统故障");
        const at103 = async () => {
          const { data } = await hub.entity(
            police(),
            { __typename: "Sanction", id: facts.causeId },
            "accountExecution { institution { code } refused late restored restoreRefused restoreLate nextDueAt }",
          );
          const all = data.accountExecution as { institution: { code: string } }[];
          return all.find(one => one.institution.code === "103");
        };
        const institution = { code: "103" };
        const dueAt = new Date(NOW.getTime() + 24 * HOUR_MS);
        const refused = { institution, refused: 1, restoreRefused: 1, nextDueAt: dueAt.toISOString() };
        expect(await at103()).toEqual({ ...refused, late: 0, restored: 0, restoreLate: 0 });
        const after = new Date(dueAt.getTime() + HOUR_MS);
        hub.setNow(after);
        expect(await at103()).toEqual({ ...refused, late: 1, restored: 0, restoreLate: 1 });
        const { id: orderId } = (await orders()).find(
          ({ kind, status }) => kind === "RESTORE" && status === "REFUSED",
        )!;
        const outcomes = [{ orderId, executed: true, executedAt: after.toISOString() }];
        const input = { requestId: `r-${(requests += 1)}`, institution: "103", outcomes };
        const { data } = await hub.ask(bank("103"), EXECUTE, { input });
        expect(data.executeAccountOrders).toMatchObject({ accepted: 1, rejected: 0 });
        expect(await at103()).toEqual({
          ...{ institution, refused: 0, late: 0, restored: 1, restoreRefused: 0, restoreLate: 0 },
          nextDueAt: null,
        });
        expect(await restorations(facts)).toEqual([after.toISOString()]);
      });

      test("once nothing is left to be undone, with the moment of the last", async () => {
        SUBGRAPH_METRICS.resetMetrics();
        const facts = sanctionFacts(newCause(), token);
        await hub.hear(inForce(facts));
        await executeEverywhere();
        await hub.hear(lifted(facts));
        await execute(bank("102"), "102");
        await execute(bank("103"), "103");
        expect(await restorations(facts)).toEqual([]);
        hub.setNow(last);
        await execute(wallet(), "Z01", undefined, last);
        expect(await restorations(facts)).toEqual([last.toISOString()]);
        const { values } = await SUBGRAPH_METRICS.getSingleMetric("duanka_restore_seconds")!.get();
        const sum = { sector: "PAYMENT", measure: "SUSPEND_ALL_PAYMENT" };
        const of = values.filter(({ labels }) => JSON.stringify(labels) === JSON.stringify(sum));
        expect(of.map(({ value }) => value)).toContain(HOUR_MS / 1000);
      });

      test("at once where nobody had carried anything out, or it had reached no account", async () => {
        const waiting = sanctionFacts(newCause(), token);
        const ofNobody = sanctionFacts(newCause(), hub.tokenOf(person((people += 1))));
        for (const facts of [waiting, ofNobody]) {
          await hub.hear(inForce(facts));
          hub.setNow(last);
          await hub.hear(lifted(facts));
          expect(await restorations(facts)).toEqual([last.toISOString()]);
        }
      });
    });
  });

  describe("an institution", () => {
    test("fetches its queue with a total, and what it fetched counts as delivered", async () => {
      await hub.hear(inForce(sanctionFacts(newCause(), token)));
      const query = `{ accountOrders(institution: "103", kinds: [SUSPEND_NON_COUNTER], first: 1, status: ISSUED) {
        totalCount nodes { status deliveredAt account { id } } } }`;
      const { data } = await hub.ask(bank("103"), query);
      expect(data.accountOrders.totalCount).toBeGreaterThan(0);
      expect(data.accountOrders.nodes[0]).toMatchObject({
        status: "DELIVERED",
        deliveredAt: NOW.toISOString(),
      });
      expect((await hub.ask(bank("102"), query)).code).toBe("FORBIDDEN");
    });

    test("says what it did once, however often it sends it, and of no other's orders", async () => {
      await hub.hear(inForce(sanctionFacts(newCause(), token)));
      const { input, answer } = await execute();
      const expected = { accepted: 2, duplicate: 0, rejected: 2 };
      expect(answer.data.executeAccountOrders).toMatchObject(expected);
      expect(answer.data.executeAccountOrders.items.map((item: { code: unknown }) => item.code)).toEqual(
        expect.arrayContaining([null, "NOT_FOUND"]),
      );
      expect((await hub.ask(bank(), EXECUTE, { input })).data.executeAccountOrders).toMatchObject(expected);
      const again = { ...input, requestId: "another" };
      expect((await hub.ask(bank(), EXECUTE, { input: again })).data.executeAccountOrders).toMatchObject({
        accepted: 0,
        duplicate: 2,
      });
      const changed = { ...input, outcomes: input.outcomes.slice(1) };
      expect((await hub.ask(bank(), EXECUTE, { input: changed })).code).toBe("REQUEST_ID_REUSED");
    });

    test("keeps its own reference to what it did when the account comes to another holder", async () => {
      await hub.hear(inForce(freezeFacts(newCause(), ids.card, "2026-11-24", "2026-12-24")));
      const { id: orderId } = (await orders()).find(one => one.account === ids.card)!;
      const done = { orderId, executed: true, executedAt: NOW.toISOString(), reference: "档案 7" };
      await hub.ask(bank(), EXECUTE, {
        input: { requestId: `r-${(requests += 1)}`, institution: "102", outcomes: [done] },
      });
      const other = person((people += 1));
      await sql`update banking.account_directory set observed_at = '2020-01-01'`.execute(hub.database.db);
      await hub.write({
        ...EMPTY_CHUNK,
        accounts: [{ ...account(`6222${people - 1}0001`, holder), holder: other }],
      });
      const { rows } = await sql`select subject_id as holder, reference from banking.account_order
        where id = ${orderId}`.execute(hub.database.db);
      expect(rows).toEqual([{ holder: hub.tokenOf(other), reference: "档案 7" }]);
    });

    test("refuses with a reason, and is told what is wrong with an outcome without losing the others", async () => {
      const facts = sanctionFacts(newCause(), token);
      await hub.hear(inForce(facts));
      const own = (await orders()).filter(one => one.account === ids.card || one.account === ids.passbook);
      const outcome = (orderId: string, rest: object) => ({
        orderId,
        executedAt: NOW.toISOString(),
        ...rest,
      });
      const outcomes = [
        outcome(own[0]!.id, { executed: false }),
        outcome(own[0]!.id, { executed: true, refusalReason: "no" }),
        outcome(own[0]!.id, { executed: true, executedAt: "2026-12-24T00:00:00Z" }),
        outcome(own[0]!.id, { executed: true, executedAt: "2026-11-23T00:00:00Z" }),
        outcome(own[0]!.id, { executed: false, refusalReason: "账户已销户" }),
        outcome(own[1]!.id, { executed: true }),
        outcome(own[1]!.id, { executed: false, refusalReason: "then not" }),
      ];
      const input = { requestId: `r-${(requests += 1)}`, institution: "102", outcomes };
      const { data } = await hub.ask(bank(), EXECUTE, { input });
      expect(data.executeAccountOrders.items.map((item: { code: unknown }) => item.code)).toEqual([
        "BAD_INPUT",
        "BAD_INPUT",
        "BAD_INPUT",
        "BAD_INPUT",
        null,
        null,
        "INVALID_TRANSITION",
      ]);
      expect((await told()).filter(one => /REFUSED|EXECUTED/.test(one))).toHaveLength(2);
    });

    describe("that carries out what was withdrawn", () => {
      const later = new Date(NOW.getTime() + HOUR_MS);
      const say = async (orderId: string, at: Date, executed = true) => {
        const outcome = { orderId, executedAt: at.toISOString(), executed };
        const outcomes = [executed ? outcome : { ...outcome, refusalReason: "账户已销户" }];
        const input = { requestId: `r-${(requests += 1)}`, institution: "102", outcomes };
        const { data } = await hub.ask(bank(), EXECUTE, { input });
        return data.executeAccountOrders.items[0].code as string | null;
      };
      const ofCard = async (kind: string) =>
        (await orders()).find(one => one.account === ids.card && one.kind === kind)!;
      const ofCardTold = async () => (await told()).filter(one => one.startsWith("card"));
      const restored = async (causeId: string) => {
        const { rows } = await sql<{ at: string }>`select payload ->> 'restoredAt' as at from banking.outbox
          where kind = 'CAUSE_RESTORED' and payload ->> 'causeId' = ${causeId} order by position`.execute(
          hub.database.db,
        );
        return rows.map(({ at }) => at);
      };

      test("is believed and ordered to undo it, and cannot refuse any more what is withdrawn", async () => {
        const facts = sanctionFacts(newCause(), token);
        await hub.hear(inForce(facts));
        await hub.hear(lifted(facts));
        const { id } = await ofCard("SUSPEND_NON_COUNTER");
        expect(await say(id, NOW, false)).toBe("INVALID_TRANSITION");
        expect(await say(id, NOW)).toBeNull();
        expect(await ofCardTold()).toEqual(["card RESTORE ISSUED", "card SUSPEND_NON_COUNTER EXECUTED"]);
        hub.setNow(later);
        expect(await say((await ofCard("RESTORE")).id, later)).toBeNull();
        expect(await restored(facts.causeId)).toEqual([NOW, later].map(at => at.toISOString()));
      });

      test("owes it again: neither its cause nor the order itself counts as undone until it has", async () => {
        const facts = sanctionFacts(newCause(), token);
        await hub.hear(inForce(facts));
        await hub.hear(lifted(facts));
        const { id } = await ofCard("SUSPEND_NON_COUNTER");
        const redress = async (causeId: string) => {
          const { rows } = await sql<{ kind: string }>`select kind from banking.outbox
            where payload ->> 'causeId' = ${causeId} order by position`.execute(hub.database.db);
          return rows.map(({ kind }) => kind);
        };
        expect(await say(id, NOW)).toBeNull();
        expect(await redress(facts.causeId)).toEqual(["CAUSE_RESTORED", "CAUSE_OWED"]);
        expect(await redress(id)).toEqual(["CAUSE_OWED"]);
        expect(await say((await ofCard("RESTORE")).id, NOW)).toBeNull();
        expect(await redress(facts.causeId)).toEqual(["CAUSE_RESTORED", "CAUSE_OWED", "CAUSE_RESTORED"]);
        expect(await redress(id)).toEqual(["CAUSE_OWED", "CAUSE_RESTORED"]);
      });

      test("after it had undone it is ordered to undo it once more", async () => {
        const facts = sanctionFacts(newCause(), token);
        await hub.hear(inForce(facts));
        const { id } = await ofCard("SUSPEND_NON_COUNTER");
        await sql`update banking.account_order set status = 'DELIVERED' where id = ${id}`.execute(
          hub.database.db,
        );
        await hub.hear(lifted(facts));
        expect(await say((await ofCard("RESTORE")).id, NOW)).toBeNull();
        hub.setNow(later);
        expect(await say(id, later)).toBeNull();
        expect(await ofCardTold()).toEqual(["card RESTORE ISSUED", "card SUSPEND_NON_COUNTER EXECUTED"]);
      });

      test("of a stop-payment has let go by itself when that had run out, and has nothing to undo", async () => {
        const mark = hub.keys.ids.holderMark(ids.card, NAME);
        await hub.hear(inForce(stopPaymentFacts(newCause(), ids.card, NOW, mark)));
        hub.setNow(new Date(NOW.getTime() + 49 * HOUR_MS));
        await hub.review();
        expect(await say((await ofCard("STOP_PAYMENT")).id, later)).toBeNull();
        expect(await ofCardTold()).toEqual(["card STOP_PAYMENT EXECUTED"]);
      });

      test("or had fetched it and may have, is to undo it before its cause counts as undone", async () => {
        const facts = sanctionFacts(newCause(), token);
        await hub.hear(inForce(facts));
        await hub.ask(
          bank("102"),
          `{ accountOrders(institution: "102", kinds: [SUSPEND_NON_COUNTER], first: 200) { totalCount } }`,
        );
        await hub.hear(lifted(facts));
        expect(await ofCardTold()).toEqual(["card RESTORE ISSUED", "card SUSPEND_NON_COUNTER EXPIRED"]);
        expect(await restored(facts.causeId)).toEqual([]);
        // It had been carried out before it was undone: one restoration undoes it.
        expect(await say((await ofCard("SUSPEND_NON_COUNTER")).id, NOW)).toBeNull();
        hub.setNow(later);
        await execute(bank(), "102", undefined, later);
        expect(await ofCardTold()).toEqual(["card RESTORE EXECUTED", "card SUSPEND_NON_COUNTER EXECUTED"]);
        expect(await restored(facts.causeId)).toEqual([later.toISOString()]);
      });

      test("by an objection to the one order, is to undo it before that order counts as undone", async () => {
        await hub.hear(inForce(sanctionFacts(newCause(), token)));
        const { id } = await ofCard("SUSPEND_NON_COUNTER");
        await sql`update banking.account_order set status = 'DELIVERED' where id = ${id}`.execute(
          hub.database.db,
        );
        const decision = { objectionId: uuid(1), target: "ORDER", targetId: id, confirmed: true } as const;
        await hub.hear({ kind: "OBJECTION_DECIDED", ...decision, subjectId: token });
        expect(await ofCardTold()).toEqual(["card RESTORE ISSUED", "card SUSPEND_NON_COUNTER EXPIRED"]);
        expect(await restored(id)).toEqual([]);
        await execute();
        expect(await restored(id)).toEqual([NOW.toISOString()]);
      });
    });

    test("carries out 5,000 orders at once and not one more; sent twice, under its name or another, they have one effect", async () => {
      await hub.hear(inForce(sanctionFacts(newCause(), token)));
      const { id: pattern } = (await orders()).find(one => one.account === ids.card)!;
      const { db } = hub.database;
      await sql`insert into banking.account_order (subject_id, id, account_id, institution, kind, status, reason,
          issued_at, due_at, cause_id)
        select subject_id, 'bulk-' || n, account_id, institution, kind, status, reason, issued_at, due_at, cause_id
        from banking.account_order, generate_series(1, 5001) n where id = ${pattern}`.execute(db);
      await sql`insert into banking.order_directory (id, subject_id, institution)
        select 'bulk-' || n, ${token}, '102' from generate_series(1, 5001) n`.execute(db);
      const send = async (requestId: string, count: number) => {
        const outcomes = Array.from({ length: count }, (_, index) => ({
          orderId: `bulk-${index + 1}`,
          executed: true,
          executedAt: NOW.toISOString(),
        }));
        const { data, code } = await hub.ask(bank(), EXECUTE, {
          input: { requestId, institution: "102", outcomes },
        });
        const { accepted, duplicate, rejected } = data?.executeAccountOrders ?? {};
        return code ?? [accepted, duplicate, rejected];
      };
      const effect = async () => {
        const { rows } = await sql`select (select count(*) from banking.account_order
            where subject_id = ${token} and status = 'EXECUTED') as executed,
          (select count(*) from banking.outbox where kind = 'ORDER_EXECUTED' and order_id like 'bulk-%') as told`.execute(
          db,
        );
        return rows[0];
      };
      expect(await send("bulk-1", 5_001)).toBe("LIMIT_EXCEEDED");
      expect(await effect()).toEqual({ executed: 0, told: 0 });
      expect(await send("bulk-2", 5_000)).toEqual([5_000, 0, 0]);
      expect(await send("bulk-2", 5_000)).toEqual([5_000, 0, 0]);
      expect(await send("bulk-3", 5_000)).toEqual([0, 5_000, 0]);
      expect(await effect()).toEqual({ executed: 5_000, told: 5_000 });
    });
  });

  test.each([
    [
      "stop-payment",
      "STOP_PAYMENT",
      () => stopPaymentFacts(newCause(), ids.card, NOW, hub.keys.ids.holderMark(ids.card, NAME)),
    ],
    ["freeze", "FROZEN", () => freezeFacts(newCause(), ids.card, "2026-11-24", "2027-05-24")],
  ])(
    "a person learns of a %s neither from status, restrictions nor a filter before it is carried out",
    async (_what, status, factsOf) => {
      const seenBy = async (claims: RequestClaims) => {
        const query = `accounts(statuses: [${status}]) { totalCount } all: accounts { nodes { id status restrictions { kind } orders { kind } } }`;
        const { data } = await hub.entity(claims, { __typename: "Subject", id: token }, query);
        const card = data.all.nodes.find((one: { id: string }) => one.id === ids.card);
        return [data.accounts.totalCount, card.status, card.restrictions.length, card.orders.length];
      };
      const facts = factsOf();
      await hub.hear(inForce(facts));
      expect(await seenBy(self(token))).toEqual([0, "NORMAL", 0, 0]);
      for (const claims of [police(), bank()]) expect(await seenBy(claims)).toEqual([1, status, 1, 1]);
      await execute(bank(), "102", "Nothing is left on it.");
      expect(await seenBy(self(token))).toEqual([0, "NORMAL", 0, 0]);
      expect(await seenBy(police())).toEqual([1, status, 1, 1]);
      await hub.hear(inForce(factsOf()));
      await execute();
      expect(await seenBy(self(token))).toEqual([1, status, 1, 1]);
    },
  );

  test("a person is not told that a freeze is undone which nobody said was carried out", async () => {
    const facts = freezeFacts(newCause(), ids.card, "2026-11-24", "2027-05-24");
    await hub.hear(inForce(facts));
    const fetch = `{ accountOrders(institution: "102") { nodes { id } } }`;
    expect((await hub.ask(bank(), fetch)).code).toBeUndefined();
    await hub.hear(lifted(facts));
    expect(await told()).toEqual(["card FREEZE EXPIRED", "card RESTORE ISSUED"]);
    const [freeze, restore] = await orders();
    const seenBy = async (claims: RequestClaims) =>
      (await hub.entity(claims, { __typename: "Account", id: ids.card }, "orders { id }")).data.orders;
    expect(await seenBy(self(token))).toEqual([]);
    expect(await seenBy(bank())).toHaveLength(2);
    for (const { id } of [freeze!, restore!])
      expect((await hub.entity(self(token), { __typename: "AccountOrder", id }, "id")).data).toBeNull();
  });

  test("a person hit by spread alone sees the order and its time, and then that it is undone", async () => {
    const facts = caseAccountFacts(newCause(), ids.card);
    await hub.hear(inForce(facts));
    await executeEverywhere();
    await hub.hear(lifted(facts));
    await execute(bank("103"), "103");
    const { data } = await hub.entity(
      self(token),
      { __typename: "Account", id: ids.at103 },
      "status orders { kind status dueAt executedAt }",
    );
    expect(data.status).toBe("NORMAL");
    expect(data.orders).toContainEqual({
      kind: "RESTORE",
      status: "EXECUTED",
      dueAt: new Date(NOW.getTime() + 24 * HOUR_MS).toISOString(),
      executedAt: NOW.toISOString(),
    });
  });
});

onPostgres("banking", "on PostgreSQL", open => {
  test("a lifting that is under way while the account comes to somebody else is neither lost nor comes back", async () => {
    const database = await open();
    const hub = await createBankingHub(database);
    await hub.write({
      ...EMPTY_CHUNK,
      institutions: [institution("102", "BANKING", "华衡银行", THIS_MIDNIGHT)],
    });
    const one = account("622290010001", person(901));
    await hub.write({ ...EMPTY_CHUNK, accounts: [one] });
    const facts = freezeFacts(uuid(9_001), hub.accountId(one), "2026-11-24", "2026-12-24");
    await hub.hear(inForce(facts));
    await sql`update banking.account_directory set observed_at = '2020-01-01'`.execute(database.db);
    const cursors = createCursorStore("banking", database.db);
    const keeper = createOrderKeeper(createAccountOrderBook(hub.keys), {
      database,
      cursors,
      clock: () => NOW,
    });
    const moving: Promise<void>[] = [];
    await database.transaction(async tx => {
      await cursors.lockPlace(tx, "police");
      await keeper.hear(tx, { kind: "MEASURE_LIFTED", ...facts, objectionId: null });
      moving.push(hub.write({ ...EMPTY_CHUNK, accounts: [{ ...one, holder: person(902) }] }));
      await waitForLocked(database, 1);
    });
    await Promise.all(moving);
    const { rows } =
      await sql`select o.subject_id as holder, o.kind, o.status, r.lifted_at is not null as "isLifted"
      from banking.account_order o left join banking.restriction r on r.account_id = o.account_id`.execute(
        database.db,
      );
    const holder = hub.tokenOf(person(902));
    expect(rows).toEqual([{ holder, kind: "FREEZE", status: "EXPIRED", isLifted: true }]);
  });
});
