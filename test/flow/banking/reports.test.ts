import { sql } from "kysely";
import { luhnCheckDigit } from "../../../schema/contract/accountNumber";
import type { RequestClaims } from "../../../schema/contract/claims";
import { eachStore } from "../../support/databases";
import { authority, bank, createBankingHub, police, self, wallet, type BankingHub } from "./bankingHub";
import { BANKING_WORLD, NUMBERS, PEOPLE } from "./bankingWorld";
import { caseAccountFacts } from "../../support/policeEvents";
import { account, EMPTY_CHUNK, NOW, person, uuid } from "./worldParts";

const OUTCOME = "requestId accepted duplicate rejected items { index state id code message }";
const ACCOUNTS = `mutation ($input: ReportAccountsInput!) { reportAccounts(input: $input) { ${OUTCOME} } }`;
const TRANSFERS = `mutation ($input: ReportTransfersInput!) { reportTransfers(input: $input) { ${OUTCOME} } }`;
const OUTLETS = `mutation ($input: ReportOutletsInput!) { reportBankOutlets(input: $input) { ${OUTCOME} } }`;
const COVERAGE = `mutation ($input: DeclareCoverageInput!) { declareAccountCoverage(input: $input) {
  institution { code } state asOf } }`;

interface Item {
  readonly state: string;
  readonly id: string | null;
  readonly code: string | null;
  readonly message: string | null;
}

const reporter = (institution = "102") => bank(institution, "bank-reporting");
const walletReporter = (): RequestClaims => {
  const claims = wallet();
  return { ...claims, caller: { ...claims.caller, scopes: reporter().caller.scopes } };
};

/** A card number with a fitting check digit. */
function card(sequence: number): string {
  const digits = `622202${String(sequence).padStart(9, "0")}`;
  return digits + luhnCheckDigit(digits);
}

eachStore("banking", open => {
  let hub: BankingHub;
  let requests = 0;
  beforeAll(async () => {
    hub = await createBankingHub(await open());
    await hub.write(BANKING_WORLD);
  });

  const documentOf = (document: { type: string; number: string }) => ({
    ...document,
    token: hub.tokenOf(document),
  });
  const report = (number: string, rest: Record<string, unknown> = {}) => ({
    observedAt: "2026-11-20T00:00:00.000Z",
    holderName: "张三",
    number,
    kind: "DEBIT_CARD",
    accountClass: "II",
    status: "NORMAL",
    document: documentOf(person(700)),
    openedOn: "2026-11-01",
    ...rest,
  });
  const send = (query: string, input: object, claims = reporter()) =>
    hub.ask(claims, query, { input: { requestId: `r-${requests++}`, institution: "102", ...input } });
  const reportAccounts = async (accounts: readonly object[], rest: object = {}, claims = reporter()) => {
    const { data, code } = await send(ACCOUNTS, { accounts, ...rest }, claims);
    return data?.reportAccounts ?? code;
  };
  const onlyItem = async (one: object, rest: object = {}, claims = reporter()): Promise<Item> =>
    (await reportAccounts([one], rest, claims)).items[0];
  const idOf = (number: string, institution = "102") => hub.accountId({ institution, number });
  const outbox = async (kind: string) =>
    (
      await sql<{ accountId: string; subjectId: string; audiences: string[]; touched: string[] }>`
        select account_id as "accountId", subject_id as "subjectId", audiences, touched
        from banking.outbox where kind = ${kind}`.execute(hub.database.db)
    ).rows;
  const accountOf = async (number: string) =>
    (
      await hub.ask(
        police(),
        `query ($n: String!) { account(institution: "102", number: $n) {
        status number openedOn closedOn holder { id bankingIdentity { name } } reservedPhone { number } } }`,
        { n: number },
      )
    ).data?.account;

  describe("accounts", () => {
    test("are reported by nobody but their own institution's reporting users", async () => {
      const accounts = [report(card(1))];
      for (const claims of [reporter("103"), bank(), police(), self(hub.tokenOf(PEOPLE.customer))])
        expect(await reportAccounts(accounts, {}, claims)).toBe("FORBIDDEN");
      expect(await reportAccounts(accounts, { institution: "999" }, reporter("999"))).toBe("BAD_INPUT");
      expect(await accountOf(card(1))).toBeNull();
    });

    test.each<[string, Record<string, unknown>, string, RegExp]>([
      ["a number with a wrong check digit", { number: "6222020000000009" }, "BAD_INPUT", /Luhn/],
      [
        "a document with a wrong check digit",
        { document: { type: "RESIDENT_ID", number: "990101199001010010" } },
        "INVALID_DOCUMENT",
        /./,
      ],
      ["a document without its token", { document: person(701) }, "BAD_INPUT", /token/],
      [
        "a payment account at a bank",
        { number: "Z0199", kind: "PAYMENT_ACCOUNT" },
        "BAD_INPUT",
        /PAYMENT_ACCOUNT/,
      ],
      ["a credit card with a class", { kind: "CREDIT_CARD" }, "BAD_INPUT", /class/],
      ["an exempt passbook", { kind: "PASSBOOK", exemptFromLimit: "MEDICAL" }, "BAD_INPUT", /exempt/],
      ["a unit account of a person", { kind: "UNIT_SETTLEMENT", accountClass: null }, "BAD_INPUT", /unit/],
      ["a status that follows from orders", { status: "FROZEN" }, "BAD_INPUT", /NORMAL, DORMANT or CLOSED/],
      ["a closing day of an open account", { closedOn: "2026-11-10" }, "BAD_INPUT", /CLOSED/],
      ["a closing before the opening", { status: "CLOSED", closedOn: "2026-10-31" }, "BAD_INPUT", /before/],
      ["a closing after it was seen", { status: "CLOSED", closedOn: "2026-11-21" }, "BAD_INPUT", /after/],
      ["an opening after it was seen", { openedOn: "2026-11-21" }, "BAD_INPUT", /after/],
      ["an observation of tomorrow", { observedAt: "2026-11-25T04:00:00.000Z" }, "BAD_INPUT", /future/],
      ["a name of blanks", { holderName: "  " }, "BAD_INPUT", /holderName/],
      ["a name that was lost in another encoding", { holderName: "\uFFFD\uFFFD" }, "BAD_INPUT", /UTF-8/],
      ["a phone that is none", { reservedPhone: "123" }, "BAD_INPUT", /phone/],
      [
        "a person's legal representative",
        { legalRepresentative: { type: "RESIDENT_ID", number: "x" } },
        "BAD_INPUT",
        /unit/,
      ],
    ])(
      "with %s are rejected, and the others of the report are none the worse",
      async (_, wrong, code, message) => {
        const { items, accepted, rejected } = await reportAccounts([
          report(card(10)),
          report(card(11), wrong),
          report(card(12)),
        ]);
        expect(items[1]).toMatchObject({ index: 1, state: "REJECTED", id: null, code });
        expect(items[1].message).toMatch(message);
        expect(items[0].state).not.toBe("REJECTED");
        expect(items[2].id).toBe(idOf(card(12)));
        expect(rejected).toBe(1);
        expect(accepted).toBeLessThanOrEqual(2);
        expect(await accountOf(card(11))).toBeNull();
      },
    );

    test("of class I are a person's", async () => {
      const unit = { document: documentOf(PEOPLE.unit), kind: "PASSBOOK" };
      expect(await onlyItem(report("102000020", { ...unit, accountClass: "I" }))).toMatchObject({
        code: "BAD_INPUT",
        message: expect.stringContaining("class I"),
      });
      expect(await onlyItem(report("102000020", { ...unit, accountClass: "II" }))).toMatchObject({
        state: "ACCEPTED",
      });
      expect(await onlyItem(report(card(21), { accountClass: "I" }))).toMatchObject({ state: "ACCEPTED" });
    });

    test("need a check digit on cards only", async () => {
      expect((await onlyItem(report("102000031", { kind: "PASSBOOK" }))).state).toBe("ACCEPTED");
      const unit = { kind: "UNIT_SETTLEMENT", accountClass: null, document: documentOf(PEOPLE.unit) };
      expect((await onlyItem(report("102900032", unit))).state).toBe("ACCEPTED");
      const wallet = report("Z0100000033", { kind: "PAYMENT_ACCOUNT", accountClass: "III" });
      expect((await onlyItem(wallet, { institution: "Z01" }, walletReporter())).state).toBe("ACCEPTED");
    });

    test("show what was reported, with number, name and phone sealed in the store", async () => {
      const phone = "14117898849";
      await onlyItem(
        report(card(40), { holderName: "欧阳报备", reservedPhone: phone, document: documentOf(person(740)) }),
      );
      expect(await accountOf(card(40))).toMatchObject({
        status: "NORMAL",
        number: card(40),
        holder: { id: hub.tokenOf(person(740)), bankingIdentity: { name: "欧阳报备" } },
        reservedPhone: { number: phone },
      });
      const { rows } = await sql<{ row: string }>`select row_to_json(a)::text as row from banking.account a
        union all select row_to_json(s)::text from banking.subject s
        union all select row_to_json(o)::text from banking.outbox o
        union all select row_to_json(i)::text from banking.idempotent_request i
        union all select row_to_json(l)::text from banking.link_key l`.execute(hub.database.db);
      const stored = rows.map(({ row }) => row).join("\n");
      for (const secret of [phone, "欧阳报备", card(40), person(740).number])
        expect(stored).not.toContain(secret);
    });

    test("sent twice change nothing the second time, and their id is good for no other report", async () => {
      const accounts = [report(card(50)), report("no number")];
      const first = await reportAccounts(accounts, { requestId: "twice" });
      const before = (await outbox("ACCOUNT_REPORTED")).length;
      expect(await reportAccounts(accounts, { requestId: "twice" })).toEqual(first);
      expect(first).toMatchObject({ requestId: "twice", accepted: 1, duplicate: 0, rejected: 1 });
      expect(await outbox("ACCOUNT_REPORTED")).toHaveLength(before);
      expect(await reportAccounts([report(card(51))], { requestId: "twice" })).toBe("REQUEST_ID_REUSED");
      expect((await reportAccounts(accounts)).items[0]).toMatchObject({
        state: "DUPLICATE",
        id: idOf(card(50)),
      });
    });

    test("are known by their newest observation, in whatever order the reports come", async () => {
      const history = [
        report(card(60), { observedAt: "2026-11-10T00:00:00.000Z" }),
        report(card(60), { observedAt: "2026-11-11T00:00:00.000Z", status: "DORMANT" }),
        report(card(60), { observedAt: "2026-11-12T00:00:00.000Z", document: documentOf(person(761)) }),
        report(card(60), {
          observedAt: "2026-11-13T00:00:00.000Z",
          document: documentOf(person(761)),
          status: "CLOSED",
          closedOn: "2026-11-13",
        }),
      ];
      const orders = [
        [0, 1, 2, 3],
        [3, 2, 1, 0],
        [2, 0, 3, 1],
        [1, 3, 0, 2],
      ];
      for (const [run, order] of orders.entries()) {
        const number = card(600 + run);
        for (const index of order) await onlyItem({ ...history[index], number });
        expect(await accountOf(number)).toMatchObject({
          status: "CLOSED",
          closedOn: "2026-11-13",
          holder: { id: hub.tokenOf(person(761)) },
        });
      }
    });

    test("that come late still tell who held the account before, and what it shared then since it was opened", async () => {
      const [phone, changed] = ["14100000901", "14100000902"];
      const [mate, before, now] = [person(730), person(731), person(732)];
      await onlyItem(report(card(65), { reservedPhone: phone, document: documentOf(mate) }));
      await onlyItem(
        report(card(66), {
          observedAt: "2026-11-12T00:00:00.000Z",
          reservedPhone: changed,
          document: documentOf(now),
        }),
      );
      const older = report(card(66), {
        observedAt: "2026-11-10T00:00:00.000Z",
        reservedPhone: phone,
        document: documentOf(before),
        holderName: "李前手",
      });
      expect(await onlyItem(older)).toMatchObject({ state: "DUPLICATE" });
      const query = `query ($id: ID!) { subjectById(id: $id) { bankingIdentity { name }
        linkedAccounts(via: [SHARED_PHONE]) { nodes { holder { id } evidence { value firstSeen lastSeen } } } } }`;
      const find = async (id: string) => (await hub.ask(police(), query, { id })).data.subjectById;
      expect((await find(hub.tokenOf(before))).bankingIdentity).toEqual({ name: "李前手" });
      const { nodes } = (await find(hub.tokenOf(mate))).linkedAccounts;
      expect(nodes).toEqual([
        {
          holder: { id: hub.tokenOf(now) },
          evidence: [{ value: phone, firstSeen: "2026-11-01", lastSeen: "2026-11-10" }],
        },
      ]);
      expect(await accountOf(card(66))).toMatchObject({
        holder: { id: hub.tokenOf(now) },
        reservedPhone: { number: changed },
      });
    });

    test("name the unit's representative that was seen last, in whatever order they come; the former ones stay", async () => {
      const UNIT = `query ($id: ID!) { subjectById(id: $id) { bankingIdentity { name } legalRepresentative { id } } }`;
      const UNITS = `query ($id: ID!) { subjectById(id: $id) { representedUnits { id } } }`;
      const representatives = [person(733), person(734)];
      const seen = [
        {
          observedAt: "2026-11-10T00:00:00.000Z",
          holderName: "云港一号",
          legalRepresentative: documentOf(representatives[0]!),
        },
        {
          observedAt: "2026-11-11T00:00:00.000Z",
          holderName: "云港",
          legalRepresentative: documentOf(representatives[1]!),
        },
        { observedAt: "2026-11-12T00:00:00.000Z", holderName: "云港贸易" },
      ];
      const units = ["91990101MA0000001Y", "91990101MA00000022", "91990101MA00000035"];
      for (const [index, order] of [
        [0, 1, 2],
        [2, 1, 0],
        [2, 0, 1],
      ].entries()) {
        const unit = { type: "UNIFIED_SOCIAL_CREDIT_CODE", number: units[index]! };
        for (const place of order) {
          const number = `10291${index}0000${place}1`;
          const rest = { kind: "UNIT_SETTLEMENT", accountClass: null, document: documentOf(unit) };
          expect(await onlyItem(report(number, { ...rest, ...seen[place] }))).toMatchObject({
            state: "ACCEPTED",
          });
        }
        const id = hub.tokenOf(unit);
        expect((await hub.ask(police(), UNIT, { id })).data.subjectById).toEqual({
          bankingIdentity: { name: "云港贸易" },
          legalRepresentative: { id: hub.tokenOf(representatives[1]!) },
        });
        for (const one of representatives) {
          const { data } = await hub.ask(police(), UNITS, { id: hub.tokenOf(one) });
          expect(data.subjectById.representedUnits).toContainEqual({ id });
        }
      }
    });

    test("that were seen after a closing are refused with all that they say, in one report as in two", async () => {
      const phone = "14100000911";
      const mate = person(781);
      await onlyItem(report(card(71), { reservedPhone: phone, document: documentOf(mate) }));
      const closed = { status: "CLOSED", closedOn: "2026-11-15", observedAt: "2026-11-16T00:00:00.000Z" };
      const after = {
        observedAt: "2026-11-17T00:00:00.000Z",
        reservedPhone: phone,
        deviceId: "dev-after-closing",
        holderName: "李后来",
      };
      const ties = `query ($id: ID!) { subjectById(id: $id) { bankingIdentity { name }
        linkedAccounts(via: [SHARED_PHONE]) { nodes { account { id } } } } }`;
      const tiesOf = async (one: typeof mate) =>
        (await hub.ask(police(), ties, { id: hub.tokenOf(one) })).data.subjectById;
      for (const [run, batches] of [[[closed, after]], [[after, closed]], [[closed], [after]]].entries()) {
        const holder = person(782 + run);
        const document = documentOf(holder);
        const number = card(720 + run);
        const codes: (string | null)[] = [];
        for (const batch of batches) {
          const { items } = await reportAccounts(batch.map(rest => report(number, { document, ...rest })));
          codes.push(...items.map((item: Item) => item.code));
        }
        expect(codes.filter(code => code !== null)).toEqual(["INVALID_TRANSITION"]);
        expect((await tiesOf(holder)).bankingIdentity.name).not.toBe("李后来");
        expect((await tiesOf(mate)).linkedAccounts.nodes).toEqual([]);
      }
      // Told before the closing it counted; it counts no longer, and the account shares nothing that nobody saw in time.
      const number = card(725);
      await onlyItem(report(number, after));
      expect((await tiesOf(mate)).linkedAccounts.nodes).toEqual([{ account: { id: idOf(number) } }]);
      expect(await onlyItem(report(number, closed))).toMatchObject({ state: "ACCEPTED" });
      expect((await tiesOf(mate)).linkedAccounts.nodes).toEqual([]);
    });

    test("that are closed stay closed", async () => {
      await onlyItem(report(card(70), { status: "CLOSED", closedOn: "2026-11-15" }));
      const reopened = { observedAt: "2026-11-21T00:00:00.000Z", status: "NORMAL" };
      expect(await onlyItem(report(card(70), reopened))).toMatchObject({
        state: "REJECTED",
        code: "INVALID_TRANSITION",
        message: expect.stringContaining("CLOSED"),
      });
      expect(await accountOf(card(70))).toMatchObject({ status: "CLOSED", closedOn: "2026-11-15" });
      const corrected = { observedAt: "2026-11-21T00:00:00.000Z", status: "CLOSED", closedOn: "2026-11-14" };
      expect(await onlyItem(report(card(70), corrected))).toMatchObject({ state: "ACCEPTED" });
      expect(await accountOf(card(70))).toMatchObject({ closedOn: "2026-11-14" });
    });

    test("that are closed were closed before they were seen in use, also where that is told first", async () => {
      const inUse = { observedAt: "2026-11-21T00:00:00.000Z", status: "NORMAL" };
      const closed = { status: "CLOSED", closedOn: "2026-11-15" };
      expect(await onlyItem(report(card(71), inUse))).toMatchObject({ state: "ACCEPTED" });
      expect(await onlyItem(report(card(71), closed))).toMatchObject({ state: "ACCEPTED" });
      expect(await accountOf(card(71))).toMatchObject(closed);
      await reportAccounts([report(card(72), inUse), report(card(72), closed)]);
      expect(await accountOf(card(72))).toMatchObject(closed);
    });

    describe("that change", () => {
      const opening = async (holder: { type: string; number: string }, product: string, on: string) => {
        const reference = { __typename: "Subject", id: hub.tokenOf(holder), measureHistory: [] };
        const question = `institution: "102", product: ${product}, on: "${on}"`;
        const { data } = await hub.entity(bank(), reference, `accountOpening(${question}) { outcome }`);
        return data.accountOpening.outcome;
      };
      const old = { openedOn: "2015-01-01", observedAt: "2026-11-10T02:00:00.000Z" };
      const today = { observedAt: "2026-11-24T02:00:00.000Z" };

      test.each([
        ["in order", [0, 1]],
        ["late", [1, 0]],
        ["at once", null],
      ])("a replay answers with the class that an account had on its day, reported %s", async (_, order) => {
        const holder = person(order === null ? 742 : 740 + order[0]!);
        const number = card(order === null ? 742 : 740 + order[0]!);
        const rest = { ...old, document: documentOf(holder) };
        const reports = [
          report(number, { ...rest, accountClass: "I" }),
          report(number, { ...rest, ...today }),
        ];
        if (order === null) await reportAccounts(reports);
        else for (const index of order) await reportAccounts([reports[index]!]);
        for (const on of ["2020-01-01", "2026-11-10", "2026-11-23"])
          expect(await opening(holder, "DEBIT_CARD_CLASS_I", on)).toBe("DENY");
        expect(await opening(holder, "DEBIT_CARD_CLASS_I", "2026-11-24")).toBe("ALLOW");
      });

      test.each([
        ["exempt", () => ({ exemptFromLimit: "MEDICAL" }), 750],
        ["another's", () => ({ document: documentOf(person(757)) }), 755],
      ])("a card that becomes %s today counts on the days before", async (_, change, sequence) => {
        const holder = person(sequence);
        const numbers = [1, 2, 3, 4].map(index => card(sequence * 10 + index));
        await reportAccounts(numbers.map(number => report(number, { ...old, document: documentOf(holder) })));
        expect(await opening(holder, "DEBIT_CARD_CLASS_II", "2020-01-01")).toBe("DENY");
        await reportAccounts([
          report(numbers[0]!, { ...old, ...today, document: documentOf(holder), ...change() }),
        ]);
        for (const on of ["2020-01-01", "2026-11-23"])
          expect(await opening(holder, "DEBIT_CARD_CLASS_II", on)).toBe("DENY");
        expect(await opening(holder, "DEBIT_CARD_CLASS_II", "2026-11-24")).toBe("ALLOW");
      });
    });

    test.each([
      ["in order", [0, 1]],
      ["late", [1, 0]],
    ])(
      "whose number is given out anew were opened twice, by whom it was then, reported %s",
      async (_, order) => {
        const sequence = 760 + order[0]!;
        const day = `2014-05-0${sequence - 755}`;
        const number = card(sequence);
        const reports = [
          report(number, { openedOn: day, outletCode: "102-1", document: documentOf(person(sequence)) }),
          report(number, {
            ...{ openedOn: "2026-11-20", observedAt: "2026-11-23T02:00:00.000Z" },
            ...{ outletCode: "102-2", document: documentOf(person(770)) },
          }),
        ];
        const opened = async (on: string) => {
          const query = `{ accountAccountability(by: OUTLET, institution: "102", from: "${on}", to: "${on}") { key opened involved } }`;
          const { data } = await hub.ask(authority(), query);
          return data.accountAccountability as readonly { readonly opened: number }[];
        };
        const recordAgrees = async () => {
          const query = `{ accountAccountability(by: INSTITUTION, institution: "102") { involvedPerTenThousand } }`;
          const [ranked] = (await hub.ask(authority(), query)).data.accountAccountability;
          const reference = { __typename: "Institution", code: "102" };
          const { data } = await hub.entity(
            authority(),
            reference,
            "accountRecord { involvedPerTenThousand }",
          );
          expect(data).toEqual({ accountRecord: ranked });
        };
        const before = await opened("2026-11-20");
        await onlyItem(reports[order[0]!]!);
        const recognised = {
          kind: "MEASURE_IN_FORCE",
          ...caseAccountFacts(uuid(sequence), idOf(number)),
        } as const;
        if (order[0] === 0) await hub.hear(recognised);
        await onlyItem(reports[order[1]!]!);
        const involved = order[0] === 0 ? 1 : 0;
        expect(await opened(day)).toEqual([{ key: "102/102-1", opened: 1, involved }]);
        expect(await opened("2026-11-20")).toEqual([
          { key: "102/102-2", opened: (before[0]?.opened ?? 0) + 1, involved: 0 },
        ]);
        await recordAgrees();
        // Its holder was another all along: no opening more.
        const corrected = { openedOn: day, outletCode: "102-3", observedAt: "2026-11-23T03:00:00.000Z" };
        await onlyItem(report(number, { ...corrected, document: documentOf(person(771)) }));
        expect(await opened(day)).toEqual([expect.objectContaining({ key: "102/102-3", opened: 1 })]);
      },
    );

    test("that change hands are told to both holders' answers", async () => {
      await onlyItem(report(card(80), { document: documentOf(person(780)) }));
      const moved = { document: documentOf(person(781)), observedAt: "2026-11-21T00:00:00.000Z" };
      await onlyItem(report(card(80), moved));
      const touched = [
        `Account:${idOf(card(80))}`,
        `Subject:${hub.tokenOf(person(781))}`,
        `Subject:${hub.tokenOf(person(780))}`,
      ];
      expect(await outbox("ACCOUNT_MOVED")).toContainEqual({
        accountId: idOf(card(80)),
        subjectId: hub.tokenOf(person(781)),
        audiences: ["bank:102"],
        touched,
      });
      const accounts = `query ($id: ID!) { subjectById(id: $id) { accounts { nodes { id } } } }`;
      for (const [holder, count] of [
        [person(780), 0],
        [person(781), 1],
      ] as const) {
        const { data } = await hub.ask(police(), accounts, { id: hub.tokenOf(holder) });
        expect(data.subjectById.accounts.nodes).toHaveLength(count);
      }
    });

    test("count at the next question whether a card may be opened", async () => {
      const holder = person(790);
      await reportAccounts(
        [0, 1, 2, 3].map(index => report(card(790 + index), { document: documentOf(holder) })),
      );
      const { data } = await hub.entity(
        bank(),
        { __typename: "Subject", id: hub.tokenOf(holder), measureHistory: [] },
        `accountOpening(institution: "102", product: DEBIT_CARD_CLASS_II) { outcome findings { fact } }`,
      );
      expect(data.accountOpening).toEqual({
        outcome: "DENY",
        findings: [{ fact: "4 debit cards open at this bank" }],
      });
    });

    test("come a thousand at once in as many statements as one; beyond ten thousand none is read", async () => {
      const many = (count: number, from: number) =>
        Array.from({ length: count }, (_, index) =>
          report(card(from + index), { document: documentOf(person(850 + (index % 100))) }),
        );
      const one = await hub.countStatements(() => reportAccounts(many(1, 100_000)));
      let outcome;
      const all = await hub.countStatements(async () => {
        outcome = await reportAccounts(many(1_000, 200_000));
      });
      expect(outcome).toMatchObject({ accepted: 1_000, duplicate: 0, rejected: 0 });
      expect(all).toBe(one);
      expect(await reportAccounts(many(10_001, 300_000))).toBe("LIMIT_EXCEEDED");
    });
  });

  describe("transfers", () => {
    const transfer = (rest: Record<string, unknown> = {}) => ({
      reference: "T-2026-1",
      fromInstitution: "102",
      fromNumber: NUMBERS.customer,
      toInstitution: "103",
      toNumber: NUMBERS.customerAt103,
      amount: "1200.50",
      channel: "MOBILE",
      at: "2026-11-20T08:00:00.000Z",
      caseNumber: "A110199-2026-017",
      ...rest,
    });
    const reportTransfers = async (transfers: readonly object[], institution = "102") => {
      const { data, code } = await send(TRANSFERS, { transfers, institution }, reporter(institution));
      return data?.reportTransfers ?? code;
    };

    test.each<[string, Record<string, unknown>]>([
      ["between two other institutions", { fromInstitution: "103", toInstitution: "105" }],
      ["of nothing", { amount: "0.00" }],
      ["without a case", { caseNumber: "none" }],
      ["of tomorrow", { at: "2026-11-25T08:00:00.000Z" }],
      ["from a number that is none", { fromNumber: "1" }],
      ["with a reference of blanks", { reference: " " }],
    ])("%s are rejected, the others stand", async (_, wrong) => {
      const { items } = await reportTransfers([
        transfer({ reference: "T-good" }),
        transfer({ reference: "T-bad", ...wrong }),
      ]);
      expect(items[0].state).not.toBe("REJECTED");
      expect(items[1]).toMatchObject({ state: "REJECTED", code: "BAD_INPUT" });
    });

    test.each(["0001-01-01T00:00:00+08:00", "9999-12-31T23:00:00-08:00", "1899-12-31T23:59:59.999Z"])(
      "of %s, a year that no store keeps, are refused as a wrong input",
      async at => expect(await reportTransfers([transfer({ at })])).toBe("BAD_INPUT"),
    );

    test.each<[string, Record<string, unknown>]>([
      ["amount", { amount: "5.00" }],
      ["moment", { at: "2026-11-20T08:00:01.000Z" }],
      ["channel", { channel: "ATM" }],
      ["case", { caseNumber: "A110199-2026-018" }],
    ])(
      "of another %s under the same reference are refused, not swallowed, and what stands stays",
      async (_, rest) => {
        const known = transfer({ reference: "T-same", amount: "4.50" });
        const other = { ...known, ...rest };
        const first = await reportTransfers([known, other, { ...known, amount: "4.5" }]);
        expect(first.items[0].state).not.toBe("REJECTED");
        expect(first.items[1]).toMatchObject({ state: "REJECTED", id: null, code: "BAD_INPUT" });
        expect(first.items[1].message).toMatch(/reference/);
        expect(first.items[2]).toMatchObject({ state: "DUPLICATE", id: first.items[0].id });
        expect((await reportTransfers([other], "103")).items[0]).toMatchObject({ state: "REJECTED" });
        expect((await reportTransfers([known], "103")).items[0]).toMatchObject({ state: "DUPLICATE" });
      },
    );

    test("are followed by the police, and told to them; both sides tell of one transfer", async () => {
      const first = await reportTransfers([
        transfer(),
        transfer(),
        transfer({ reference: "T-2026-2", amount: "3.00" }),
      ]);
      expect(first.items.map((item: Item) => item.state)).toEqual(["ACCEPTED", "DUPLICATE", "ACCEPTED"]);
      expect((await reportTransfers([transfer()], "103")).items[0]).toMatchObject({
        state: "DUPLICATE",
        id: first.items[0].id,
      });
      const { data } = await hub.ask(
        police(),
        `query ($n: String!) { account(institution: "102", number: $n) {
        fundTrail(depth: 1) { hops { transfer { id amount caseNumber to { number } } } } } }`,
        { n: NUMBERS.customer },
      );
      expect(data.account.fundTrail.hops).toContainEqual({
        transfer: {
          id: first.items[0].id,
          amount: "1200.50",
          caseNumber: "A110199-2026-017",
          to: { number: NUMBERS.customerAt103 },
        },
      });
      expect(await outbox("TRANSFER_REPORTED")).toContainEqual({
        accountId: idOf(NUMBERS.customer),
        subjectId: null,
        audiences: ["bank:102", "police"],
        touched: [`Account:${idOf(NUMBERS.customer)}`, `Account:${idOf(NUMBERS.customerAt103, "103")}`],
      });
    });
  });

  describe("outlets", () => {
    const outlet = (code: string, rest: Record<string, unknown> = {}) => ({
      code,
      name: "城东支行",
      region: "990101",
      observedAt: "2026-11-20T00:00:00.000Z",
      ...rest,
    });

    test("are written by their newest observation; a wrong one takes no other with it", async () => {
      const later = {
        observedAt: "2026-11-21T00:00:00.000Z",
        name: "城西支行",
        agentCode: "AG-9",
        agentName: "顺联",
      };
      const { data } = await send(OUTLETS, {
        outlets: [
          outlet("102-90"),
          outlet("102-90", { ...later, name: "城北支行" }),
          outlet("102-90", later),
          outlet("102-91", { region: "Beijing" }),
          outlet("102-92", { agentName: "顺联" }),
        ],
      });
      const { items } = data.reportBankOutlets;
      expect(items.map((item: Item) => item.state)).toEqual([
        "DUPLICATE",
        "DUPLICATE",
        "ACCEPTED",
        "REJECTED",
        "REJECTED",
      ]);
      // Of two of the same moment always the same one stands.
      await send(OUTLETS, { outlets: [outlet("102-90", { ...later, name: "城北支行" })] });
      const again = await send(OUTLETS, { outlets: [outlet("102-90")] });
      expect(again.data.reportBankOutlets.items[0]).toMatchObject({ state: "DUPLICATE", id: "102-90" });
      await onlyItem(report(card(95), { outletCode: "102-90" }));
      const shown = await hub.ask(
        police(),
        `query ($n: String!) { account(institution: "102", number: $n) {
        openedAt { name agent } } }`,
        { n: card(95) },
      );
      expect(shown.data.account.openedAt).toEqual({ name: "城西支行", agent: "顺联" });
    });
  });

  describe("coverage", () => {
    const declare = async (input: object, institution: string) => {
      const claims = reporter(institution);
      const { data, code } = await hub.ask(claims, COVERAGE, { input: { institution, ...input } });
      return data?.declareAccountCoverage ?? code;
    };
    const stateOf = async (institution: string, holder: { type: string; number: string }) => {
      const { data } = await hub.ask(
        police(),
        `query ($id: ID!) { subjectById(id: $id) {
        bankingCoverage { institution { code } state } } }`,
        { id: hub.tokenOf(holder) },
      );
      const coverage: { institution: { code: string }; state: string }[] = data.subjectById.bankingCoverage;
      return coverage.find(one => one.institution.code === institution)?.state;
    };

    test("is not declared for tomorrow, nor of less than nothing, nor by another", async () => {
      expect(await stateOf("104", PEOPLE.backfilled)).toBe("NOT_ANSWERED");
      expect(await declare({ completeAsOf: "2026-11-24T00:00:00.000Z", records: -1 }, "104")).toBe(
        "BAD_INPUT",
      );
      expect(await declare({ completeAsOf: "2026-11-25T04:00:00.000Z" }, "104")).toBe("BAD_INPUT");
      const input = { institution: "104", completeAsOf: "2026-11-24T00:00:00.000Z" };
      expect((await hub.ask(reporter("103"), COVERAGE, { input })).code).toBe("FORBIDDEN");
      expect(await stateOf("104", PEOPLE.backfilled)).toBe("NOT_ANSWERED");
    });

    test("a bank that names more accounts than have come has answered nothing, whatever it declared before", async () => {
      const short = { completeAsOf: "2026-11-24T00:00:00.000Z", records: 2 };
      await declare({ ...short, records: 1 }, "104");
      expect(await stateOf("104", PEOPLE.stranger)).toBe("NONE");
      expect(await declare(short, "104")).toEqual({
        institution: { code: "104" },
        state: "NOT_ANSWERED",
        asOf: null,
      });
      expect(await stateOf("104", PEOPLE.stranger)).toBe("NOT_ANSWERED");
      expect(await stateOf("104", PEOPLE.backfilled)).toBe("NOT_ANSWERED");
    });

    test("of an older moment takes back none of a newer one, whichever was made first, and one that falls short neither", async () => {
      const older = { completeAsOf: "2026-10-25T00:00:00.000Z" };
      const newer = { completeAsOf: "2026-11-23T20:00:00.000Z" };
      const before = await outbox("COVERAGE_DECLARED");
      expect(await declare(newer, "103")).toMatchObject({ state: "ANSWERED", asOf: newer.completeAsOf });
      for (const late of [older, { ...older, records: 1_000_000 }])
        expect(await declare(late, "103")).toMatchObject({ state: "ANSWERED", asOf: newer.completeAsOf });
      expect(await stateOf("103", PEOPLE.stranger)).toBe("NONE");
      expect(await outbox("COVERAGE_DECLARED")).toHaveLength(before.length + 1);
      const short = { completeAsOf: "2026-11-24T00:00:00.000Z", records: 1_000_000 };
      expect(await declare(short, "103")).toMatchObject({ state: "NOT_ANSWERED", asOf: null });
      expect(await declare(newer, "103")).toMatchObject({ state: "NOT_ANSWERED", asOf: null });
      expect(await declare({ ...short, records: 0 }, "103")).toMatchObject({ asOf: short.completeAsOf });
    });

    test("turns half a backfill into an answer, and a quiet institution's silence into one", async () => {
      const before = await outbox("COVERAGE_DECLARED");
      expect(await declare({ completeAsOf: "2026-11-24T00:00:00.000Z", records: 1 }, "104")).toEqual({
        institution: { code: "104" },
        state: "ANSWERED",
        asOf: "2026-11-24T00:00:00.000Z",
      });
      expect(await stateOf("104", PEOPLE.backfilled)).toBe("FOUND");
      expect(await stateOf("104", PEOPLE.stranger)).toBe("NONE");
      expect(await stateOf("105", PEOPLE.stranger)).toBe("STALE");
      await declare({ completeAsOf: "2026-11-24T00:00:00.000Z" }, "105");
      expect(await stateOf("105", PEOPLE.stranger)).toBe("NONE");
      const told = (await outbox("COVERAGE_DECLARED")).map(({ audiences }) => audiences);
      expect(told).toHaveLength(before.length + 2);
      expect(told).toContainEqual(["bank:104", "police", "regulator:financial"]);
      expect(told).toContainEqual(["bank:105", "police", "regulator:financial"]);
    });
  });

  describe("a dispute", () => {
    const DISPUTE = `mutation ($input: DisputeAccountInput!) { disputeAccount(input: $input) {
      id kind status dueAt causeId reason { ruleId fact } account { id } } }`;
    const owner = person(810);
    const accountId = () => hub.accountId({ institution: "102", number: "6222020000810001" });
    const dispute = async (claims: RequestClaims, rest: object = {}) => {
      const input = { accountId: accountId(), reason: "我没有开过这张卡", ...rest };
      const { data, code } = await hub.ask(claims, DISPUTE, { input });
      return data?.disputeAccount ?? code;
    };
    beforeAll(() => hub.write({ ...EMPTY_CHUNK, accounts: [account("6222020000810001", owner)] }));

    test("is nobody's but the holder's, of an account that is theirs, for a reason without numbers", async () => {
      for (const claims of [bank(), police(), reporter()]) expect(await dispute(claims)).toBe("FORBIDDEN");
      expect(await dispute(self(hub.tokenOf(PEOPLE.customer)))).toBe("NOT_FOUND");
      const holder = self(hub.tokenOf(owner));
      expect(await dispute(holder, { accountId: "unknown" })).toBe("NOT_FOUND");
      expect(await dispute(holder, { reason: " " })).toBe("BAD_INPUT");
      expect(await dispute(holder, { reason: "我的证件是 ９９０１０１１９９００１０１" })).toBe("BAD_INPUT");
    });

    test("has the institution look at it once, however often it is said, and touches nothing else", async () => {
      const holder = self(hub.tokenOf(owner));
      const [first, second] = await Promise.all([dispute(holder), dispute(holder)]);
      expect(first).toMatchObject({
        kind: "REVIEW",
        status: "ISSUED",
        dueAt: new Date(NOW.getTime() + 10 * 86_400_000).toISOString(),
        causeId: first.id,
        reason: { ruleId: "disputedByHolder", fact: "我没有开过这张卡" },
        account: { id: accountId() },
      });
      expect(second).toEqual(first);
      const queue = `{ accountOrders(institution: "102", kinds: [REVIEW]) { nodes { id account { id status } } } }`;
      expect((await hub.ask(bank(), queue)).data.accountOrders.nodes).toEqual([
        { id: first.id, account: { id: accountId(), status: "NORMAL" } },
      ]);
      expect(await outbox("ORDER_ISSUED")).toEqual([
        {
          accountId: accountId(),
          subjectId: hub.tokenOf(owner),
          audiences: ["bank:102"],
          touched: [`Account:${accountId()}`, `Subject:${hub.tokenOf(owner)}`],
        },
      ]);
    });
  });
});
