import { setTimeout as sleep } from "node:timers/promises";
import { luhnCheckDigit } from "../../schema/contract/accountNumber";
import { chinaDay } from "../../schema/contract/calendar";
import { readOperation } from "../../schema/operations/readOperation";
import { startTestHub, type TestHub } from "../support/hub";

const MINE = readOperation("myObjections");
const REPORT = `mutation ($input: ReportAccountsInput!) { reportAccounts(input: $input) { accepted } }`;
const MARK = `mutation ($input: MarkInvolvedInput!) { markInvolved(input: $input) { id } }`;
const RECOGNISE = `mutation ($input: RecogniseInvolvementInput!) { recogniseInvolvement(input: $input) { id } }`;
const OBJECT = `mutation ($input: FileObjectionInput!) { fileObjection(input: $input) { id status dueAt } }`;
const DECIDE = `mutation ($input: DecideObjectionInput!) { decideObjection(input: $input) { status } }`;
const EXECUTE = `mutation ($input: ExecuteOrdersInput!) { executeAccountOrders(input: $input) { accepted rejected } }`;
const THEIRS = `query ($document: IdentityDocumentInput!) { subject(document: $document) { objections { target } } }`;
const DIGITS = "62220200008643";
const NUMBER = DIGITS + luhnCheckDigit(DIGITS);
/** Institutions with a demo user; what the others have not carried out is withdrawn. */
const CARRYING = { "102": "bank-risk", Z01: "payment-risk" } as const;
type Carrying = keyof typeof CARRYING;

interface Order {
  readonly id: string;
  readonly causeId: string;
  readonly kind: string;
  readonly status: string;
}

let hub: TestHub;
let involvementId: string;

async function act(as: string, query: string, input: Record<string, unknown>) {
  const { data, errors } = await hub.ask(query, { as, variables: { input } });
  expect(errors).toBeUndefined();
  return Object.values(data ?? {})[0] as Record<string, string>;
}

/** What the person reads with their own token. */
async function mine() {
  const variables = { document: hub.people.ringMember.document };
  const { data, errors } = await hub.ask(MINE, { as: "person", purpose: "SELF", variables });
  expect(errors).toBeUndefined();
  const { objections, accounts } = data?.subject as {
    objections: Record<string, unknown>[];
    accounts: { nodes: { institution: { code: string }; orders: Order[] }[] };
  };
  const ordersAt = (code: string): Order[] =>
    accounts.nodes
      .filter(({ institution }) => institution.code === code)
      .flatMap(({ orders }) => orders.filter(({ causeId }) => causeId === involvementId));
  return { objectionOf: (id: string) => objections.find(one => one.id === id), ordersAt };
}

async function until(isSo: (seen: Awaited<ReturnType<typeof mine>>) => boolean) {
  for (;;) {
    const seen = await mine();
    if (isSo(seen)) return seen;
    await sleep(50);
  }
}

async function carryOut(institution: Carrying, kind: RegExp): Promise<void> {
  const waiting = (await mine())
    .ordersAt(institution)
    .filter(order => kind.test(order.kind) && /ISSUED|DELIVERED/.test(order.status));
  const executedAt = new Date().toISOString();
  const outcomes = waiting.map(({ id }) => ({ orderId: id, executed: true, executedAt }));
  const requestId = `own-${institution}-${waiting[0]!.id}`;
  await act(CARRYING[institution], EXECUTE, { requestId, institution, outcomes });
}

async function object(target: string, targetId: string): Promise<string> {
  const grounds = "The card was used by somebody else.";
  const filed = await act("person", OBJECT, { target, targetId, grounds, documents: [] });
  const shown = (await mine()).objectionOf(filed.id!);
  expect(shown).toMatchObject({ status: "FILED", target, dueAt: filed.dueAt, restoredAt: null });
  expect(Date.parse(filed.dueAt!)).toBeGreaterThan(Date.now());
  return filed.id!;
}

const confirm = (objectionId: string) =>
  act("authority", DECIDE, { objectionId, confirmed: true, decision: "The papers show it." });
const isRestored = (order: Order) => order.kind === "RESTORE" && order.status === "EXECUTED";

describe("a person hit by the spread of an involvement, for which they have no sanction", () => {
  beforeAll(async () => {
    hub = await startTestHub();
    const { document, name, caseNumber } = hub.people.ringMember;
    const account = {
      ...{ document, number: NUMBER, holderName: name, kind: "DEBIT_CARD", accountClass: "II" },
      ...{ status: "NORMAL", openedOn: "2020-03-01", observedAt: "2026-11-20T00:00:00.000Z" },
    };
    await act("bank-reporting", REPORT, { requestId: "own", institution: "102", accounts: [account] });
    const marked = { caseNumber, role: "HOLDER", accountInstitution: "102", accountNumber: NUMBER };
    involvementId = (await act("investigator", MARK, marked)).id!;
    const recognition = { involvementId, recognisedOn: chinaDay(new Date()), reason: "Received the money." };
    await act("authority", RECOGNISE, recognition);
    await until(({ ordersAt }) => ordersAt("102").length > 1 && ordersAt("Z01").length > 0);
    await carryOut("102", /SUSPEND/);
    await carryOut("Z01", /SUSPEND/);
  });
  afterAll(() => hub.close());

  it("objects to one order, and sees it restored once its bank has done so", async () => {
    const [order] = (await mine()).ordersAt("102");
    const id = await object("ORDER", order!.id);
    await confirm(id);
    const waiting = await until(({ ordersAt }) => ordersAt("102").some(({ kind }) => kind === "RESTORE"));
    expect(waiting.objectionOf(id)).toMatchObject({ status: "CONFIRMED", restoredAt: null });
    await carryOut("102", /RESTORE/);
    const { ordersAt } = await until(({ objectionOf }) => objectionOf(id)?.restoredAt !== null);
    expect(ordersAt("102").filter(isRestored)).toHaveLength(1);
    expect(ordersAt("Z01").filter(({ kind }) => kind === "RESTORE")).toEqual([]);
  });

  it("objects to the involvement, and watches one institution restore after the other", async () => {
    const id = await object("INVOLVEMENT", involvementId);
    await confirm(id);
    await until(({ ordersAt }) => ordersAt("Z01").some(({ kind }) => kind === "RESTORE"));
    await carryOut("102", /RESTORE/);
    const half = await mine();
    expect(
      half
        .ordersAt("102")
        .filter(({ kind }) => kind === "RESTORE")
        .every(isRestored),
    ).toBe(true);
    expect(half.ordersAt("Z01").filter(isRestored)).toEqual([]);
    expect(half.objectionOf(id)).toMatchObject({ status: "CONFIRMED", restoredAt: null });
    await carryOut("Z01", /RESTORE/);
    await until(({ objectionOf }) => objectionOf(id)?.restoredAt !== null);
  });

  it("tells the police on the person's page of objections to sanctions alone, and banks of none", async () => {
    const { document, caseNumber } = hub.people.ringMember;
    const inCase = { purpose: "CASE", reference: caseNumber ?? "", variables: { document } } as const;
    const police = await hub.ask(THEIRS, { as: "investigator", ...inCase });
    const targets = (police.data?.subject.objections as { target: string }[]).map(({ target }) => target);
    expect(targets.filter(target => target !== "SANCTION")).toEqual([]);
    const opening = { purpose: "ACCOUNT_OPENING", reference: "own-1", variables: { document } } as const;
    const bank = await hub.ask(THEIRS, { as: "bank-risk", ...opening });
    expect(bank.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  });
});
