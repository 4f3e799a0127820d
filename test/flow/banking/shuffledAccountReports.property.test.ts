import * as fc from "fast-check";
import { sql } from "kysely";
import { composeResidentId } from "../../../scripts/seed/world/numbers/composeResidentId";
import { luhnCheckDigit } from "../../../schema/contract/accountNumber";
import { eachStore } from "../../support/databases";
import { expectSameEnd } from "../../support/expectSameEnd";
import { bank, createBankingHub, police, type BankingHub } from "./bankingHub";
import { BANKING_WORLD } from "./bankingWorld";

const REPORT = `mutation ($input: ReportAccountsInput!) { reportAccounts(input: $input) {
  items { code message } } }`;
const ACCOUNT = `query ($n: String!) { account(institution: "102", number: $n) { status kind accountClass openedOn closedOn
  holder { id } openedAt { code } reservedPhone { number } } }`;
const PERSON = `query ($id: ID!) { subjectById(id: $id) { bankingIdentity { name }
  linkedAccounts(via: [SHARED_PHONE, SHARED_DEVICE]) { nodes { holder { id } evidence { kind value firstSeen lastSeen } } } } }`;
/** Of whom nothing is known. */
const NOBODY = { bankingIdentity: null, linkedAccounts: { nodes: [] } };
const LAST_DAY = 3;
const PHONES = 4;
/** What a bank calls its customer, day by day. */
const NAMES = ["张三", "张叁", "章三", "张三三"];

/** What a bank may have seen within some days, more than one thing of the same moment included. */
const sighting = fc
  .record({
    day: fc.integer({ min: 0, max: LAST_DAY }),
    status: fc.constantFrom("NORMAL", "DORMANT", "CLOSED"),
    closedOn: fc.constantFrom("2026-11-02", "2026-11-03"),
    accountClass: fc.constantFrom("I", "II"),
    openedOn: fc.constantFrom("2026-10-31", "2026-11-01"),
    holder: fc.integer({ min: 0, max: 1 }),
    outletCode: fc.option(fc.constantFrom("102-1", "102-2")),
    phone: fc.option(fc.integer({ min: 0, max: PHONES - 1 })),
    hasDevice: fc.boolean(),
    startsBatch: fc.boolean(),
  })
  .map(({ day, closedOn, ...rest }) => ({
    ...rest,
    holderName: NAMES[day],
    observedAt: `2026-11-1${day}T03:00:00.000Z`,
    closedOn: rest.status === "CLOSED" ? closedOn : null,
  }));
type Sighting = typeof sighting extends fc.Arbitrary<infer T> ? T : never;

/** A closed account stays closed: what is seen of it later, and not closed, is refused. */
function isRefused({ status, observedAt }: Sighting, history: readonly Sighting[]): boolean {
  const closings = history.filter(one => one.status === "CLOSED").map(one => one.observedAt);
  return status !== "CLOSED" && closings.some(at => at < observedAt);
}

/** People of whom the rest of the world holds nothing. */
function someone(sequence: number): { type: string; number: string } {
  return { type: "RESIDENT_ID", number: composeResidentId("990102", "1985-06-07", sequence) };
}

function card(sequence: number): string {
  const digits = `622202${String(970_000_000 + sequence)}`;
  return digits + luhnCheckDigit(digits);
}

function batchesOf(history: readonly Sighting[]): Sighting[][] {
  const batches: Sighting[][] = [];
  for (const seen of history) {
    const last = batches.at(-1);
    if (last === undefined || seen.startsBatch) batches.push([seen]);
    else last.push(seen);
  }
  return batches;
}

function inTextOrder(values: readonly unknown[]): unknown[] {
  return values.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

eachStore("banking", open => {
  let hub: BankingHub;
  let sequence = 0;
  let people = 0;
  beforeAll(async () => {
    hub = await createBankingHub(await open());
    await hub.write(BANKING_WORLD);
  });

  async function send(accounts: readonly object[]): Promise<(string | null)[]> {
    const input = { requestId: `shuffled-${(sequence += 1)}`, institution: "102", accounts };
    const { data, code } = await hub.ask(bank("102", "bank-reporting"), REPORT, { input });
    expect(code).toBeUndefined();
    return data.reportAccounts.items.map((item: { code: string | null }) => item.code);
  }

  /** All that police find in the end: the account, whoever holds or held it, what ties it to a bystander, what it was. */
  async function endOf(history: readonly Sighting[], isOneBatch: boolean): Promise<unknown> {
    const first = (sequence += 10);
    // Of two holders seen at the same moment their tokens decide: so they stand in that order each time.
    const [bystander, ...holders] = [0, 1, 2]
      .map(() => someone((people += 1)))
      .toSorted((one, other) => (hub.tokenOf(one) < hub.tokenOf(other) ? -1 : 1));
    const phoneOf = (phone: number): string => `141${String(first).padStart(7, "0")}${phone}`;
    const reported = { kind: "DEBIT_CARD", deviceId: `dev-${first}` };
    const documentOf = (one = bystander!): object => ({ ...one, token: hub.tokenOf(one) });
    await send(
      Array.from({ length: PHONES }, (_, phone) => ({
        ...reported,
        number: card(first + 1 + phone),
        status: "NORMAL",
        openedOn: "2020-01-01",
        observedAt: "2026-11-10T00:00:00.000Z",
        document: documentOf(),
        holderName: "旁人",
        reservedPhone: phoneOf(phone),
      })),
    );
    const accountOf = ({ holder, phone, hasDevice, startsBatch: _, ...seen }: Sighting) => ({
      ...reported,
      ...seen,
      number: card(first),
      document: documentOf(holders[holder]),
      deviceId: hasDevice ? reported.deviceId : null,
      reservedPhone: phone === null ? null : phoneOf(phone),
    });
    const told: Sighting[] = [];
    for (const batch of isOneBatch ? [history] : batchesOf(history)) {
      told.push(...batch);
      expect(await send(batch.map(accountOf))).toEqual(
        batch.map(seen => (isRefused(seen, told) ? "INVALID_TRANSITION" : null)),
      );
    }
    const seen: unknown[] = [(await hub.ask(police(), ACCOUNT, { n: card(first) })).data.account];
    const tokens = [bystander!, ...holders].map(hub.tokenOf);
    for (const id of tokens) {
      const { bankingIdentity, ...rest } =
        (await hub.ask(police(), PERSON, { id })).data.subjectById ?? NOBODY;
      // A name is the person's and not the account's: it stays known where a closing that was seen earlier is told later.
      seen.push(history.some(one => isRefused(one, history)) ? rest : { bankingIdentity, ...rest });
    }
    const { rows } = await sql<{ past: string }>`select row_to_json(p)::text as past from (
      select subject_id, kind, account_class, exempt_from_limit, opened_on, since, last_seen_at, until
      from banking.account_past where account_id = ${hub.keys.ids.accountId("102", card(first))} order by until) p`.execute(
      hub.database.db,
    );
    seen.push(rows);
    // Each time it is another account, of others: what is compared names them by their parts in the story, and ties
    // that are as strong stand in the order of their keys.
    const text = tokens
      .reduce((told, token, part) => told.replaceAll(token, `part ${part}`), JSON.stringify(seen))
      .replaceAll(phoneOf(0).slice(0, -1), "phone ")
      .replaceAll(reported.deviceId, "device");
    return JSON.parse(text, (_key, value: unknown) => (Array.isArray(value) ? inTextOrder(value) : value));
  }

  test("an account's reports end alike in whatever order and batches they come, those of the same moment and after a closing included", async () => {
    await expectSameEnd(sighting, endOf);
  }, 120_000);
});
