import { luhnCheckDigit } from "../../../schema/contract/accountNumber";
import { startTestHub, type TestHub } from "../../support/hub";
import { person } from "./worldParts";

const REPORT = `mutation ($input: ReportAccountsInput!) {
  reportAccounts(input: $input) { accepted duplicate rejected items { index state code message } }
}`;
const TRANSFERS = `mutation ($input: ReportTransfersInput!) { reportTransfers(input: $input) { accepted } }`;
const EXECUTE = `mutation ($input: ExecuteOrdersInput!) { executeAccountOrders(input: $input) { accepted rejected } }`;
const HELD = `query ($document: IdentityDocumentInput!) {
  subject(document: $document) { accounts { totalCount nodes { status } } }
}`;
const HOLDER = person(640);

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

function card(sequence: number): string {
  const digits = `622202${String(sequence).padStart(9, "0")}`;
  return digits + luhnCheckDigit(digits);
}

const report = (sequence: number, document: object = HOLDER, rest: object = {}) => ({
  observedAt: "2026-11-20T00:00:00.000Z",
  holderName: "张三",
  number: card(sequence),
  kind: "DEBIT_CARD",
  accountClass: "II",
  status: "NORMAL",
  document,
  openedOn: "2020-03-01",
  ...rest,
});
const send = (requestId: string, accounts: readonly object[], institution = "102", user = "bank-reporting") =>
  hub.ask(REPORT, { as: user, variables: { input: { requestId, institution, accounts } } });

describe("a bank that reports accounts", () => {
  it("reports its own, and nobody else does", async () => {
    const others = [
      await send("r-0", [report(1)], "103"),
      await send("r-0", [report(1)], "102", "bank-risk"),
      await send("r-0", [report(1)], "102", "investigator"),
    ];
    expect(others.map(({ errors }) => errors?.[0]?.extensions?.code)).toEqual(Array(3).fill("FORBIDDEN"));
  });

  it("loses the one item whose document is misspelt, and no other", async () => {
    const misspelt = {
      ...HOLDER,
      number: `${HOLDER.number.slice(0, 17)}${HOLDER.number.endsWith("0") ? "1" : "0"}`,
    };
    const { data } = await send("r-1", [report(1), report(2, misspelt), report(3)]);
    expect(data?.reportAccounts).toMatchObject({ accepted: 2, duplicate: 0, rejected: 1 });
    expect(data?.reportAccounts.items[1]).toMatchObject({
      index: 1,
      state: "REJECTED",
      code: "INVALID_DOCUMENT",
    });
    expect(JSON.stringify(data)).not.toContain(misspelt.number);
  });

  it("is told which moment cannot be read, and how one is written, whatever stands around it", async () => {
    const quoting = 'yesterday at "x';
    const { data, errors } = await send("r-moment", [report(1), report(2, HOLDER, { observedAt: quoting })]);
    expect(data?.reportAccounts ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: "BAD_INPUT" } }]);
    expect(errors?.[0]?.message).toMatch(/^`accounts\[1\]\.observedAt`: .*2024-02-29T08:00:00\.000Z/);
    expect(errors?.[0]?.message).not.toContain("yesterday");
    // The same report with its moment mended is a new one: nothing of the bad one was kept.
    expect((await send("r-moment", [report(1)])).errors).toBeUndefined();
  });

  it("is told of a day that does not exist, and of sums that are none, with BAD_INPUT alone", async () => {
    const { errors } = await send("r-day", [report(1, HOLDER, { openedOn: "2026-02-30" })]);
    expect(errors?.[0]?.message).toMatch(/^`accounts\[0\]\.openedOn`: A calendar day/);
    const transfer = {
      reference: "t-1",
      fromInstitution: "102",
      fromNumber: card(1),
      toInstitution: "103",
      toNumber: card(2),
      caseNumber: "C-1",
      channel: "ATM",
      at: "2026-11-20T00:00:00.000Z",
      amount: "1,200.50",
    };
    const input = { requestId: "r-sum", institution: "102", transfers: Array(60).fill(transfer) };
    const refused = await hub.ask(TRANSFERS, { as: "bank-reporting", variables: { input } });
    expect(new Set(refused.errors?.map(({ extensions }) => extensions?.code))).toEqual(
      new Set(["BAD_INPUT"]),
    );
    expect(refused.errors?.[0]?.message).toMatch(/^`transfers\[0\]\.amount`: .*"1200\.50"/);
  });

  it("changes nothing with the same report, and may not use its id for another", async () => {
    const first = await send("r-2", [report(4)]);
    expect(await send("r-2", [report(4)])).toMatchObject({ data: first.data });
    const { errors } = await send("r-2", [report(5)]);
    expect(errors?.[0]?.extensions?.code).toBe("REQUEST_ID_REUSED");
  });

  it("is told, item by item, of five thousand orders that it refuses with long reasons", async () => {
    const outcomes = Array.from({ length: 5_000 }, (_, index) => ({
      orderId: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
      executed: false,
      executedAt: "2026-11-20T00:00:00.000Z",
      refusalReason: "This account is none of ours. ".repeat(8),
    }));
    const { data, errors } = await hub.ask(EXECUTE, {
      as: "bank-risk",
      variables: { input: { requestId: "refusals", institution: "102", outcomes } },
    });
    expect(errors).toBeUndefined();
    expect(data?.executeAccountOrders).toEqual({ accepted: 0, rejected: 5_000 });
  });

  it("sees at once what it has reported, also where the answer before was kept", async () => {
    const ask = async () => {
      const question = {
        as: "bank-risk",
        purpose: "ONGOING_REVIEW" as const,
        reference: "R-1",
        variables: { document: HOLDER },
      };
      const { data } = await hub.ask(HELD, question);
      return data?.subject.accounts;
    };
    expect((await ask()).totalCount).toBe(3);
    const closed = { observedAt: "2026-11-21T00:00:00.000Z", status: "CLOSED", closedOn: "2026-11-21" };
    const answer = await send("r-3", [report(1, HOLDER, closed)]);
    expect(answer.data?.reportAccounts.accepted).toBe(1);
    const statuses = (await ask()).nodes.map((account: { status: string }) => account.status).sort();
    expect(statuses).toEqual(["CLOSED", "NORMAL", "NORMAL"]);
  });
});
