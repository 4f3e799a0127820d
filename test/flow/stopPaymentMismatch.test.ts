import { setTimeout as sleep } from "node:timers/promises";
import { luhnCheckDigit } from "../../schema/contract/accountNumber";
import { startTestHub, type TestHub } from "../support/hub";

const REPORT = `mutation ($input: ReportAccountsInput!) { reportAccounts(input: $input) { accepted } }`;
const STOP = `mutation ($input: IssueStopPaymentInput!) { issueStopPayment(input: $input) { id mismatchedAt } }`;
const STOPS = `query ($number: ID!) { case(number: $number) { stopPayments { id mismatchedAt } } }`;
const TOLD = `{ bankingChanges(first: 200) { nodes { kind } } }`;
const DIGITS = "62220200008642";
const NUMBER = DIGITS + luhnCheckDigit(DIGITS);

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
  const account = {
    observedAt: "2026-11-20T00:00:00.000Z",
    holderName: hub.people.clean.name,
    number: NUMBER,
    kind: "DEBIT_CARD",
    accountClass: "II",
    status: "NORMAL",
    document: hub.people.clean.document,
    openedOn: "2020-03-01",
  };
  const input = { requestId: "stop", institution: "102", accounts: [account] };
  const { data } = await hub.ask(REPORT, { as: "bank-reporting", variables: { input } });
  expect(data?.reportAccounts.accepted).toBe(1);
});
afterAll(() => hub.close());

const number = () => hub.people.ringMember.caseNumber ?? "";

async function stop(holderName: string, accountNumber = NUMBER) {
  const input = {
    caseNumber: number(),
    accountInstitution: "102",
    accountNumber,
    holderName,
    amount: "100.00",
    requestedAt: new Date().toISOString(),
  };
  return hub.ask(STOP, { as: "authority", variables: { input } });
}

async function stopped(holderName: string, accountNumber = NUMBER) {
  const { data, errors } = await stop(holderName, accountNumber);
  expect(errors).toBeUndefined();
  return data?.issueStopPayment as { id: string; mismatchedAt: null };
}

async function mismatchOf(id: string): Promise<unknown> {
  const { data } = await hub.ask(STOPS, { as: "authority", variables: { number: number() } });
  return data?.case.stopPayments.find((one: { id: string }) => one.id === id).mismatchedAt;
}

/** What the police's feed tells of stops, in its order. */
async function told(): Promise<string[]> {
  const { data } = await hub.ask(TOLD, { as: "authority" });
  const kinds = (data?.bankingChanges.nodes as { kind: string }[]).map(({ kind }) => kind);
  return kinds.filter(kind => /MISMATCH|ORDER/.test(kind));
}

async function until(isThere: () => Promise<boolean>): Promise<void> {
  while (!(await isThere())) await sleep(20);
}

describe("an organ that asks for a stop-payment", () => {
  it("is told where no such account is kept, and can look it up in the case", async () => {
    const { id, mismatchedAt } = await stopped(hub.people.clean.name, "62220200009999");
    expect(mismatchedAt).toBeNull();
    await until(async () => (await mismatchOf(id)) !== null);
    expect(await told()).toEqual(["STOP_PAYMENT_MISMATCH"]);
  });

  it("is told where the holder has another name, and the next one with the right name stops the account", async () => {
    const before = (await told()).length;
    const wrong = await stopped("钱二二");
    await until(async () => (await mismatchOf(wrong.id)) !== null);
    const right = await stopped(hub.people.clean.name);
    await until(async () => (await told()).length > before + 1);
    expect((await told()).slice(before)).toEqual(["STOP_PAYMENT_MISMATCH", "ORDER_ISSUED"]);
    expect(await mismatchOf(right.id)).toBeNull();
  });

  it("has both of its stops however many did not match, and no third", async () => {
    const wrong = await stopped("钱二二");
    await until(async () => (await mismatchOf(wrong.id)) !== null);
    await stopped(hub.people.clean.name);
    const third = await stop(hub.people.clean.name);
    expect(third.errors?.[0]?.extensions?.code).toBe("LIMIT_EXCEEDED");
  });
});
