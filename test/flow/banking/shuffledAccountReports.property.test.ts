import * as fc from "fast-check";
import { luhnCheckDigit } from "../../../schema/contract/accountNumber";
import { eachStore } from "../../support/databases";
import { bank, createBankingHub, police, type BankingHub } from "./bankingHub";
import { BANKING_WORLD } from "./bankingWorld";
import { person } from "./worldParts";

const REPORT = `mutation ($input: ReportAccountsInput!) { reportAccounts(input: $input) {
  rejected items { code message } } }`;
const ACCOUNT = `query ($n: String!) { account(institution: "102", number: $n) { status kind accountClass openedOn closedOn
  holder { id bankingIdentity { name } } openedAt { code } reservedPhone { number } } }`;
const LAST_HOUR = 3;
/** Each run sends a history three times to a store. */
const RUNS = 8;

/** What a bank may have seen within an hour, more than one thing of the same moment included. */
const sighting = fc
  .record({
    hour: fc.integer({ min: 0, max: LAST_HOUR }),
    status: fc.constantFrom("NORMAL", "DORMANT"),
    mayClose: fc.boolean(),
    accountClass: fc.constantFrom("I", "II"),
    holder: fc.integer({ min: 0, max: 1 }),
    outletCode: fc.option(fc.constantFrom("102-1", "102-2")),
  })
  .map(({ hour, status, mayClose, ...rest }) => {
    // A closed account stays closed: nothing is seen of it later.
    const isClosed = mayClose && hour === LAST_HOUR;
    return {
      ...rest,
      observedAt: `2026-11-12T0${hour}:00:00.000Z`,
      status: isClosed ? "CLOSED" : status,
      closedOn: isClosed ? "2026-11-12" : null,
      reservedPhone: `1411789884${hour}`,
    };
  });
const histories = fc
  .array(sighting, { minLength: 2, maxLength: 6 })
  .chain(history =>
    fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })),
  );

eachStore("banking", open => {
  let hub: BankingHub;
  let sequence = 0;
  beforeAll(async () => {
    hub = await createBankingHub(await open());
    await hub.write(BANKING_WORLD);
  });

  async function endOf(
    history: readonly { readonly holder: number }[],
    isOneBatch: boolean,
  ): Promise<unknown> {
    sequence += 1;
    const digits = `622202${String(970_000_000 + sequence)}`;
    const number = digits + luhnCheckDigit(digits);
    const accounts = history.map(({ holder, ...seen }) => {
      const document = person(960 + holder);
      return {
        number,
        kind: "DEBIT_CARD",
        openedOn: "2026-11-01",
        document: { ...document, token: hub.tokenOf(document) },
        holderName: "张三",
        ...seen,
      };
    });
    const batches = isOneBatch ? [accounts] : accounts.map(account => [account]);
    for (const [index, batch] of batches.entries()) {
      const input = { requestId: `shuffled-${sequence}-${index}`, institution: "102", accounts: batch };
      const { data, code } = await hub.ask(bank("102", "bank-reporting"), REPORT, { input });
      expect(code).toBeUndefined();
      expect(data.reportAccounts).toMatchObject({ rejected: 0 });
    }
    return (await hub.ask(police(), ACCOUNT, { n: number })).data.account;
  }

  test("an account's reports end alike in whatever order they come, those of the same moment included", async () => {
    await fc.assert(
      fc.asyncProperty(histories, async ([history, shuffled]) => {
        const inOrder = history.toSorted((one, other) => one.observedAt.localeCompare(other.observedAt));
        const end = await endOf(inOrder, true);
        expect(await endOf(shuffled, true)).toEqual(end);
        expect(await endOf(shuffled, false)).toEqual(end);
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});
