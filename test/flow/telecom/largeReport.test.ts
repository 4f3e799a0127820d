import { setTimeout as wait } from "node:timers/promises";
import type { FormattedExecutionResult } from "graphql";
import { luhnCheckDigit } from "../../../schema/contract/accountNumber";
import { MAX_BODY_BYTES, MAX_REPORT_BYTES } from "../../../gateway/http/httpLimits";
import { encodeCursor } from "../../../subgraphs/shared/pagination";
import { startTestHub, type TestHub } from "../../support/hub";
import { person } from "../banking/worldParts";

const ITEMS = 10_000;
const HOLDERS = 500;
const OUTCOME = "{ requestId accepted duplicate rejected items { index state id code message } }";
const REPORT_LINES = `mutation ($input: ReportPhoneLinesInput!) { reportPhoneLines(input: $input) ${OUTCOME} }`;
const REPORT_CALLS = `mutation ($input: ReportAbnormalCallsInput!) { reportAbnormalCalls(input: $input) ${OUTCOME} }`;
const REPORT_ACCOUNTS = `mutation ($input: ReportAccountsInput!) { reportAccounts(input: $input) ${OUTCOME} }`;
const WORK_LIST = `{ abnormalFlags(carrier: "C01", first: 500) { nodes { id status callCount } } }`;
const FEED = `query ($after: String) { telecomChanges(after: $after, first: 500) {
  nodes { sequence flag { id } } } }`;

let hub: TestHub;
beforeAll(async () => void (hub = await startTestHub()));
afterAll(() => hub.close());

const counting = <T>(item: (index: number) => T): T[] =>
  Array.from({ length: ITEMS }, (_, index) => item(index));
const numberOf = (index: number): string => `141${String(70_000_000 + index)}`;

const line = (index: number): object => ({
  number: numberOf(index),
  kind: "MOBILE",
  status: "ACTIVE",
  document: person(index % HOLDERS),
  holderName: "张三",
  registeredOn: "2020-03-01",
  activatedOn: "2020-03-01",
  observedAt: "2026-11-20T00:00:00.000Z",
  realNameMethod: "二代身份证识别设备",
  onlineCheckPassed: true,
  photoReference: `photo-${index}`,
  outletCode: "C01-1",
  riskNotice: {
    kind: "RISK_NOTICE",
    noticeVersion: "2020-12",
    noticeDigest: "a".repeat(64),
    acknowledgedAt: "2020-03-01T02:00:00.000Z",
  },
});
const call = (index: number): object => ({
  number: numberOf(index),
  kind: "ABNORMAL_FREQUENCY",
  observedFrom: "2026-11-19T08:00:00+08:00",
  observedTo: "2026-11-19T09:00:00+08:00",
  callCount: 400 + index,
  evidence: "一小时内呼出四百余次，平均通话时长不足六秒，被叫号码分布于二十余个省份，多次变更使用地点",
});
const account = (index: number): object => {
  const digits = `622202${String(500_000_000 + index)}`;
  return {
    observedAt: "2026-11-20T00:00:00.000Z",
    holderName: "张三",
    number: digits + luhnCheckDigit(digits),
    kind: "DEBIT_CARD",
    accountClass: "II",
    status: "NORMAL",
    document: person(index % HOLDERS),
    openedOn: "2020-03-01",
    outletCode: "102-1",
    reservedPhone: numberOf(index),
    deviceId: `device-${index}`,
  };
};

interface Sent {
  readonly status: number;
  readonly body: FormattedExecutionResult<Record<string, { items: object[] }>>;
  readonly headers: Headers;
}

async function post(body: string, token: string | null): Promise<Sent> {
  const response = await fetch(`${hub.gateway}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body,
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Sent["body"],
  };
}

const bodyOf = (query: string, input: object): string => JSON.stringify({ query, variables: { input } });
const codeOf = ({ body }: Sent): unknown => body.errors?.[0]?.extensions?.code;

async function read(query: string, variables: object = {}): Promise<object[]> {
  const { data, errors } = await hub.ask(query, { as: "carrier-risk", variables: { ...variables } });
  expect(errors).toBeUndefined();
  return Object.values(data!)[0].nodes;
}

/** How many flags the feed tells of, up to this one: changes are numbered a moment after the answer. */
async function flagsToldUpTo(flagId: string): Promise<number> {
  let place = 0;
  let flags = 0;
  for (;;) {
    const told = (await read(FEED, place === 0 ? {} : { after: encodeCursor([place]) })) as Told[];
    for (const { flag } of told) {
      if (flag !== null) flags += 1;
      if (flag?.id === flagId) return flags;
    }
    place = Number(told.at(-1)?.sequence ?? place);
    if (told.length === 0) await wait(50);
  }
}

interface Told {
  readonly sequence: string;
  readonly flag: { readonly id: string } | null;
}

const onlyItemOf = ({ body }: { body: FormattedExecutionResult }): { id: string } =>
  (body.data as { reportAbnormalCalls: { items: { id: string }[] } }).reportAbnormalCalls.items[0]!;

describe("a carrier with ten thousand items", () => {
  it("reports ten thousand lines, then as many abnormal calls in one command; sent again they change nothing", async () => {
    const lines = bodyOf(REPORT_LINES, { requestId: "lines", carrier: "C01", lines: counting(line) });
    expect(Buffer.byteLength(lines)).toBeGreaterThan(MAX_BODY_BYTES);
    const reported = await post(lines, await hub.tokenFor("carrier-reporting"));
    expect(reported.body).toMatchObject({ data: { reportPhoneLines: { accepted: ITEMS, rejected: 0 } } });

    const calls = bodyOf(REPORT_CALLS, { requestId: "calls", carrier: "C01", reports: counting(call) });
    expect(Buffer.byteLength(calls)).toBeGreaterThan(MAX_BODY_BYTES);
    const token = await hub.tokenFor("carrier-risk");
    const first = await post(calls, token);
    expect(first.body).toMatchObject({
      data: { reportAbnormalCalls: { accepted: ITEMS, duplicate: 0, rejected: 0 } },
    });
    // The newest come first: what a second command added would stand before all that is there.
    const flags = await read(WORK_LIST);
    expect(flags).toHaveLength(500);

    const second = await post(calls, token);
    expect(second.body.data).toEqual(first.body.data);
    expect(await read(WORK_LIST)).toEqual(flags);
    // Each call is one change of the feed; what is told next comes after whatever the second had told.
    const one = { ...call(0), kind: "HARASSING_CALLS" };
    const third = bodyOf(REPORT_CALLS, { requestId: "one-more", carrier: "C01", reports: [one] });
    const added = await post(third, token);
    expect(added.body).toMatchObject({ data: { reportAbnormalCalls: { accepted: 1 } } });
    expect(await flagsToldUpTo(onlyItemOf(added).id)).toBe(ITEMS + 1);
  }, 180_000);
});

describe("a bank with ten thousand accounts", () => {
  it("reports them in one command", async () => {
    const body = bodyOf(REPORT_ACCOUNTS, {
      requestId: "stock",
      institution: "102",
      accounts: counting(account),
    });
    const sent = await post(body, await hub.tokenFor("bank-reporting"));
    expect(sent.body).toMatchObject({ data: { reportAccounts: { accepted: ITEMS, rejected: 0 } } });
  }, 180_000);
});

describe("a body of more than a megabyte", () => {
  const large = bodyOf("{ __typename }", { padding: "x".repeat(MAX_BODY_BYTES) });

  it.each([["investigator"], ["auditor"], ["person"], ["regulator-telecom"]])(
    "is not read from the %s, who reports nothing",
    async user => {
      const sent = await post(large, await hub.tokenFor(user));
      expect([sent.status, codeOf(sent)]).toEqual([413, "LIMIT_EXCEEDED"]);
    },
  );

  it("is not read from somebody unknown, nor from a token that nobody issued", async () => {
    const sent = [await post(large, null), await post(large, "e30.e30.e30")];
    expect(sent.map(one => [one.status, codeOf(one)])).toEqual(Array(2).fill([413, "LIMIT_EXCEEDED"]));
  });

  it("is not read from a carrier either beyond what ten thousand items take", async () => {
    const sent = await post("x".repeat(MAX_REPORT_BYTES + 1), await hub.tokenFor("carrier-risk"));
    expect([sent.status, codeOf(sent)]).toEqual([413, "LIMIT_EXCEEDED"]);
  });
});
