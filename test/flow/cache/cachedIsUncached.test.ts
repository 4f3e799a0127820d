import fc from "fast-check";
import { setTimeout as pause } from "node:timers/promises";
import { luhnCheckDigit } from "../../../schema/contract/accountNumber";
import { createReaper, type Reaper } from "../../../scripts/services/reaper";
import { startRedis } from "../../../scripts/services/startRedis";
import type { NamedPerson } from "../../../scripts/seed/worldModel";
import type { Question } from "../../support/askOverHttp";
import { startSeparateHub, type SeparateHub } from "../../support/separateHub";
import { createSecretVariables } from "../../../scripts/settings/createSecretVariables";
import { roadsToAccount, type ShownAccount } from "./support/roadsToAccount";

const RUNS = 15;
/** A hub is up within ten seconds; on a machine that has much else to do it takes longer. */
const START_LIMIT_MS = 180_000;
/** Banking hears of a freeze within a second; a machine with much else to do gets half a minute. */
const HEARD_LIMIT_MS = 30_000;
const STEPS = { minLength: 4, maxLength: 10 };
const [CARD, OTHER_CARD] = ["622202000000001", "622202000000002"].map(one => one + luhnCheckDigit(one)) as [
  string,
  string,
];

/** Parts of the question, some of them cached and some not. */
const SELECTIONS = [
  "phoneLines { totalCount nodes { id status kind carrier { code name } } }",
  "phoneLines(first: 2) { nodes { maskedNumber flags { kind status } } pageInfo { hasNextPage } }",
  "accounts { totalCount nodes { id status holder { id } institution { name } restrictions { kind endsAt } } }",
  "accounts(statuses: [NORMAL]) { nodes { id maskedNumber kind } }",
  "accounts { nodes { id orders { status } } }",
  "accounts { nodes { id reservedPhone { number holder { id } reservedBy { id status } } } }",
  "linkedAccounts(first: 5) { nodes { holder { id } account { id status } evidence { kind value } } }",
  "involvements { role standing case { number involvements { nodes { standing account { status } } } } }",
  "accountCounts { open }",
  "telecomIdentity { maskedNumber }",
  "measuresInForce { kind endsOn }",
  "bankingCoverage { state }",
];
const WAYS_TO_WRITE: readonly ((number: string) => string)[] = [
  number => number,
  number => ` ${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)} `,
  number => number.toLowerCase(),
  number =>
    Array.from(number)
      .map(one => (/\d/.test(one) ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one))
      .join(""),
];

interface ShownHolder {
  readonly number: string;
  readonly status: string;
  readonly holder: { readonly id: string };
}

type Step =
  | {
      readonly kind: "ask";
      readonly role: number;
      readonly parts: readonly string[];
      readonly written: number;
    }
  | { readonly kind: "report"; readonly holder: number; readonly status: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("ask" as const),
      role: fc.nat(2),
      parts: fc.subarray(SELECTIONS, { minLength: 1, maxLength: 4 }),
      written: fc.nat(WAYS_TO_WRITE.length - 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("report" as const),
      holder: fc.nat(1),
      status: fc.constantFrom("NORMAL", "DORMANT", "CLOSED"),
    }),
  },
);

describe("gateway and subgraphs that run apart, with a cache in Redis", () => {
  let reaper: Reaper;
  let hub: SeparateHub;
  let askUncached: SeparateHub["ask"];
  let reports = 0;
  beforeAll(async () => {
    reaper = createReaper();
    const { url } = await startRedis(reaper);
    hub = await startSeparateHub({ ...createSecretVariables(), REDIS_URL: url });
    askUncached = await hub.startUncachedGateway();
    await liftAll();
  }, START_LIMIT_MS);
  afterAll(async () => {
    await hub.close();
    await reaper.finish();
  });

  /** What stands against the ring's member would restrict each account that is reported here, in its own time. */
  async function liftAll(): Promise<void> {
    const { document, caseNumber } = hub.people.ringMember;
    const authority: Question = { as: "authority", purpose: "CASE", reference: caseNumber! };
    const look = async () => {
      const { data } = await hub.ask(
        `query ($document: IdentityDocumentInput!) { subject(document: $document) {
          sanctions { id } accounts { nodes { status restrictions { kind causeId } } } } }`,
        { ...authority, variables: { document } },
      );
      return data?.subject as {
        sanctions: { id: string }[];
        accounts: { nodes: { status: string; restrictions: { kind: string; causeId: string }[] }[] };
      };
    };
    const { sanctions, accounts } = await look();
    const sanctionIds = new Set(sanctions.map(({ id }) => id));
    const restrictions = accounts.nodes.flatMap(one => one.restrictions);
    const involvementIds = restrictions
      .filter(({ kind, causeId }) => kind !== "FREEZE" && !sanctionIds.has(causeId))
      .map(({ causeId }) => causeId);
    const reason = "Another's name was used.";
    for (const sanctionId of sanctionIds)
      await act(authority, "liftSanction", "LiftSanctionInput", "id", { sanctionId, reason });
    for (const involvementId of new Set(involvementIds))
      await act(authority, "withdrawInvolvement", "WithdrawInvolvementInput", "id", {
        involvementId,
        reason,
      });
    await eventually(async () =>
      expect((await look()).accounts.nodes.map(({ status }) => status)).toEqual(Array(6).fill("NORMAL")),
    );
  }

  const roles = (): readonly Question[] => [
    { as: "investigator", purpose: "CASE", reference: hub.people.ringMember.caseNumber! },
    { as: "bank-risk", purpose: "ACCOUNT_OPENING", reference: "CACHE-1" },
    { as: "carrier-risk", purpose: "LINE_OPENING", reference: "CACHE-2" },
  ];

  async function report(number: string, person: NamedPerson, status: string): Promise<string> {
    reports += 1;
    const account = {
      number,
      document: person.document,
      holderName: person.name,
      kind: "DEBIT_CARD",
      accountClass: "II",
      status,
      openedOn: "2024-01-01",
      ...(status === "CLOSED" ? { closedOn: "2024-06-01" } : {}),
      observedAt: new Date().toISOString(),
    };
    const { data, errors } = await hub.ask(
      "mutation ($input: ReportAccountsInput!) { reportAccounts(input: $input) { items { state } } }",
      {
        as: "bank-reporting",
        purpose: "REPORTING",
        variables: { input: { institution: "102", requestId: `cache-${reports}`, accounts: [account] } },
      },
    );
    expect(errors).toBeUndefined();
    return data?.reportAccounts.items[0].state as string;
  }

  function askFor({ role, parts, written }: Extract<Step, { kind: "ask" }>): [string, Question] {
    const { document } = hub.people.ringMember;
    const number = WAYS_TO_WRITE[written]!(document.number);
    const selections = parts.map(part => `s${SELECTIONS.indexOf(part)}: ${part}`).join("\n");
    return [
      `query ($document: IdentityDocumentInput!) { subject(document: $document) { id ${selections} } }`,
      { ...roles()[role]!, variables: { document: { ...document, number } } },
    ];
  }

  it(
    "answers whoever asks, however it is written and whatever was reported before, as without it",
    async () => {
      let served = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, STEPS), async steps => {
          for (const one of steps) {
            if (one.kind === "report") {
              await report(CARD, one.holder === 0 ? hub.people.ringMember : hub.people.fiveCards, one.status);
              continue;
            }
            const [query, question] = askFor(one);
            const cached = await hub.ask(query, question);
            served += cached.extensions?.servedFromCache === undefined ? 0 : 1;
            const uncached = await askUncached(query, question);
            expect(uncached.extensions?.servedFromCache).toBeUndefined();
            expect({ data: cached.data, errors: codes(cached.errors) }).toEqual({
              data: uncached.data,
              errors: codes(uncached.errors),
            });
          }
        }),
        { numRuns: RUNS },
      );
      expect(served).toBeGreaterThan(0);
    },
    START_LIMIT_MS,
  );

  it("shows on every road at once that an account was closed, and that it has another holder", async () => {
    const [before, after] = [hub.people.ringMember, hub.people.fiveCards];
    const ask = (person: NamedPerson) =>
      hub.ask(
        `query ($document: IdentityDocumentInput!) {
          subject(document: $document) { id accounts { nodes { maskedNumber status } } } }`,
        { ...roles()[0]!, variables: { document: person.document } },
      );
    /** By its number, and out of the case: its status, and whether the first holder is still shown. */
    const elsewhere = async () => {
      const answers = await Promise.all([
        hub.ask(
          `query ($number: String!) { account(institution: "102", number: $number) { number status holder { id } } }`,
          { ...roles()[0]!, variables: { number: OTHER_CARD } },
        ),
        hub.ask(
          `query ($case: ID!) { case(number: $case) { involvements { nodes { account { number status holder { id } } } } } }`,
          { ...roles()[0]!, variables: { case: before.caseNumber } },
        ),
      ]);
      const [byNumber, involvements] = [
        answers[0].data?.account as ShownHolder,
        answers[1].data?.case.involvements.nodes as { account: ShownHolder | null }[],
      ];
      const inCase = involvements.find(({ account }) => account?.number === OTHER_CARD)?.account;
      return [byNumber, inCase].map(one => [one?.status, one?.holder.id === firstHolder]);
    };
    const everywhere = (status: string, isFirstHolder: boolean) => Array(2).fill([status, isFirstHolder]);
    const held = async () => {
      const { data } = await ask(before);
      const nodes = data?.subject.accounts.nodes as { maskedNumber: string; status: string }[];
      return nodes.filter(one => one.maskedNumber.endsWith(OTHER_CARD.slice(-4))).map(one => one.status);
    };
    const reportIt = async (person: NamedPerson, status: string) =>
      expect(await report(OTHER_CARD, person, status)).toBe("ACCEPTED");
    await reportIt(before, "NORMAL");
    const firstHolder = (await ask(before)).data?.subject.id as string;
    const authority: Question = { as: "authority", purpose: "CASE", reference: before.caseNumber! };
    await act(authority, "markInvolved", "MarkInvolvedInput", "id", {
      caseNumber: before.caseNumber,
      role: "HOLDER",
      accountInstitution: "102",
      accountNumber: OTHER_CARD,
    });
    expect(await held()).toEqual(["NORMAL"]);
    expect(await elsewhere()).toEqual(everywhere("NORMAL", true));
    // The mark reaches banking in its own time, which forgets the person once more; nothing below would say anything
    // of the cache if what follows did not come from it.
    await eventually(async () => expect((await ask(before)).extensions?.servedFromCache).toBeDefined());
    expect(await held()).toEqual(["NORMAL"]);
    await reportIt(before, "DORMANT");
    expect(await held()).toEqual(["DORMANT"]);
    expect(await elsewhere()).toEqual(everywhere("DORMANT", true));
    await reportIt(after, "NORMAL");
    expect(await held()).toEqual([]);
    expect(await elsewhere()).toEqual(everywhere("NORMAL", false));
    await reportIt(before, "NORMAL");
    expect(await held()).toEqual(["NORMAL"]);
    expect(await elsewhere()).toEqual(everywhere("NORMAL", true));
    await reportIt(before, "CLOSED");
    expect(await held()).toEqual(["CLOSED"]);
    expect(await elsewhere()).toEqual(everywhere("CLOSED", true));
  });

  describe("on every road to an account that police froze", () => {
    const authority = (): Question => ({
      as: "authority",
      purpose: "CASE",
      reference: hub.people.ringMember.caseNumber!,
    });
    const bank: Question = { as: "bank-risk", purpose: "ORDER", reference: "CACHE-3" };
    let number: string;
    let roads: ReturnType<typeof roadsToAccount>;
    const shown = async (ask: SeparateHub["ask"]) =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(roads).map(async ([road, { look }]) => [road, await look(ask)] as const),
        ),
      );
    const everywhere = (account: ShownAccount) =>
      Object.fromEntries(
        Object.entries(roads).map(([road, { tellsOrders }]) => [
          road,
          tellsOrders ? account : { ...account, orders: null },
        ]),
      );

    beforeAll(async () => {
      number = await linkedAccount();
      roads = roadsToAccount(number, hub.people.ringMember);
      const involved = await act(authority(), "markInvolved", "MarkInvolvedInput", "id", {
        caseNumber: hub.people.ringMember.caseNumber,
        role: "HOLDER",
        accountInstitution: "102",
        accountNumber: number,
      });
      const before = everywhere({ status: "NORMAL", orders: [] });
      expect(await shown(hub.ask)).toEqual(before);
      expect(await shown(hub.ask)).toEqual(before); // out of the cache, by now
      await act(authority(), "freezeAccount", "FreezeAccountInput", "id", {
        involvementId: involved.id,
        until: "2099-01-01",
        legalPaper: "Freezing order 1",
      });
    }, START_LIMIT_MS);

    it("those who ask the cache see it as soon as banking has heard of it", async () => {
      const frozen = everywhere({ status: "FROZEN", orders: ["ISSUED"] });
      await eventually(async () => expect(await shown(askUncached)).toEqual(frozen));
      await eventually(async () => expect(await shown(hub.ask)).toEqual(frozen));
    });

    it("they see that its bank fetched the order and carried it out, at once", async () => {
      const queue = await hub.ask(
        `{ accountOrders(institution: "102", kinds: [FREEZE], status: ISSUED) { nodes { id account { number } } } }`,
        bank,
      );
      const orders = queue.data?.accountOrders.nodes as { id: string; account: { number: string } }[];
      const { id } = orders.find(order => order.account.number === number)!;
      expect(await shown(hub.ask)).toEqual(everywhere({ status: "FROZEN", orders: ["DELIVERED"] }));
      await act(bank, "executeAccountOrders", "ExecuteOrdersInput", "accepted", {
        institution: "102",
        requestId: "cache-freeze",
        outcomes: [{ orderId: id, executed: true, executedAt: new Date().toISOString() }],
      });
      expect(await shown(hub.ask)).toEqual(everywhere({ status: "FROZEN", orders: ["EXECUTED"] }));
    });

    async function linkedAccount(): Promise<string> {
      const { data } = await hub.ask(
        `query ($document: IdentityDocumentInput!) { subject(document: $document) { linkedAccounts(first: 100) {
          nodes { account { number status institution { code } orders { id } } } } } }`,
        { ...roles()[0]!, variables: { document: hub.people.ringMember.document } },
      );
      const nodes = data?.subject.linkedAccounts.nodes as {
        account: { number: string; status: string; institution: { code: string }; orders: unknown[] };
      }[];
      return nodes
        .map(({ account }) => account)
        .find(
          ({ status, institution, orders }) =>
            status === "NORMAL" && institution.code === "102" && orders.length === 0,
        )!.number;
    }
  });

  async function act(
    who: Question,
    field: string,
    inputType: string,
    selection: string,
    input: unknown,
  ): Promise<{ id: string }> {
    const { data, errors } = await hub.ask(
      `mutation ($input: ${inputType}!) { ${field}(input: $input) { ${selection} } }`,
      { ...who, variables: { input } },
    );
    expect(errors).toBeUndefined();
    return data?.[field] as { id: string };
  }
});

function codes(
  errors: readonly { extensions?: Record<string, unknown>; path?: unknown }[] | undefined,
): unknown {
  return errors?.map(({ extensions, path }) => [extensions?.["code"], path]);
}

async function eventually(check: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + HEARD_LIMIT_MS;
  for (;;) {
    try {
      return await check();
    } catch (failure) {
      if (Date.now() > deadline) throw failure;
      await pause(50);
    }
  }
}
