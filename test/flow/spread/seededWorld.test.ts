import { luhnCheckDigit } from "../../../schema/contract/accountNumber";
import type { NamedPerson } from "../../../scripts/seed/worldModel";
import { createSecretVariables } from "../../../scripts/settings/createSecretVariables";
import { createOwnIssuers, type Officer } from "../../support/ownIssuers";
import { startSeparateHub, type SeparateHub } from "../../support/separateHub";
import { testServices } from "../../support/services";
import { CITY, VOUCHED } from "./cast";
import { requireData } from "./requireData";
import { createStage, type Stage } from "./stage";

const SEEN = `query ($document: IdentityDocumentInput!) { subject(document: $document) {
  sanctions { id } objections { id status restoredAt }
  accounts { nodes { status institution { code }
    restrictions { causeId kind } orders { id kind status causeId } } } } }`;
const OBJECT = `mutation ($input: FileObjectionInput!) { fileObjection(input: $input) { id } }`;
const DECIDE = `mutation ($input: DecideObjectionInput!) { decideObjection(input: $input) { status } }`;
const EXECUTE = `mutation ($input: ExecuteOrdersInput!) { executeAccountOrders(input: $input) { accepted } }`;
const WAITING = `query ($institution: ID!) {
  accountOrders(institution: $institution, status: ISSUED, kinds: [RESTORE], first: 200) { nodes { id } } }`;
const REPORT = `mutation ($input: ReportAccountsInput!) { reportAccounts(input: $input) { accepted } }`;
const DIGITS = "62220200008650";

interface SeenAccount {
  readonly status: string;
  readonly institution: { readonly code: string };
  readonly restrictions: readonly { readonly causeId: string; readonly kind: string }[];
  readonly orders: readonly {
    readonly id: string;
    readonly kind: string;
    readonly status: string;
    readonly causeId: string;
  }[];
}
interface Seen {
  readonly sanctions: readonly { readonly id: string }[];
  readonly objections: readonly {
    readonly id: string;
    readonly status: string;
    readonly restoredAt: string | null;
  }[];
  readonly accounts: { readonly nodes: readonly SeenAccount[] };
}

let hub: SeparateHub;
let stage: Stage;
beforeAll(async () => {
  const issuers = await createOwnIssuers({ ...VOUCHED, PAYMENT: ["Z01", "Z02"] });
  const secrets = { ...createSecretVariables() };
  const variables = { ...secrets, REDIS_URL: testServices().redisUrl };
  hub = await startSeparateHub(variables, () => issuers.trusted);
  const { gateway, databaseUrls } = hub;
  stage = createStage({ gateway: gateway.address, issuers, secrets, databaseUrls });
});
afterAll(async () => {
  await stage.close();
  await hub.close();
});

const selfOf = ({ document }: NamedPerson): Officer => ({ role: "person", person: stage.tokenOf(document) });

async function seenBy(person: NamedPerson): Promise<Seen> {
  const question = { purpose: "SELF", variables: { document: person.document } } as const;
  return requireData(await stage.ask(selfOf(person), SEEN, question)).subject as Seen;
}

async function act(officer: Officer, query: string, input: object) {
  const data = requireData(await stage.ask(officer, query, { variables: { input } }));
  return Object.values(data)[0] as { readonly id: string };
}

function reporterAt(institution: string): Officer {
  return { role: institution.startsWith("Z") ? "payment-reporting" : "bank-reporting", institution };
}

test("a new account of somebody whom the made-up world has sanctioned is restricted as it is reported", async () => {
  const { sanctioned } = hub.people;
  const before = await seenBy(sanctioned);
  expect(before.accounts.nodes.map(({ status }) => status).sort()).toEqual([
    "ALL_SUSPENDED",
    ...Array<string>(3).fill("NON_COUNTER_SUSPENDED"),
  ]);
  const account = {
    ...{
      document: sanctioned.document,
      holderName: sanctioned.name,
      number: DIGITS + luhnCheckDigit(DIGITS),
    },
    ...{ kind: "DEBIT_CARD", accountClass: "II", status: "NORMAL", openedOn: "2026-11-20" },
    observedAt: "2026-11-20T00:00:00.000Z",
  };
  const report = { requestId: "seeded", institution: "102", accounts: [account] };
  await act(reporterAt("102"), REPORT, report);
  await stage.settled();
  const { accounts, sanctions } = await seenBy(sanctioned);
  const known = new Set(before.accounts.nodes.flatMap(({ orders }) => orders.map(({ id }) => id)));
  const added = accounts.nodes.filter(({ orders }) => orders.every(({ id }) => !known.has(id)));
  expect(added).toMatchObject([
    { status: "NON_COUNTER_SUSPENDED", orders: [{ kind: "SUSPEND_NON_COUNTER", causeId: sanctions[0]!.id }] },
  ]);
});

test("whoever was ordered to carry a sanction out objects to it for a customer, and a carrier that was not finds nothing", async () => {
  const { sanctions } = await seenBy(hub.people.sanctioned);
  const input = {
    target: "SANCTION",
    targetId: sanctions[0]!.id,
    grounds: "Not the customer.",
    documents: [],
  };
  const stranger: Officer = { role: "carrier-risk", institution: "C02" };
  const refused = await stage.ask(stranger, OBJECT, { variables: { input } });
  expect(refused.errors?.[0]?.extensions?.code).toBe("NOT_FOUND");
  await act({ role: "bank-risk", institution: "106" }, OBJECT, input);
});

test("somebody whom the made-up world's spread has hit objects to it, and is restored everywhere before that is said", async () => {
  const { ringMember } = hub.people;
  const restrictionsNow = async () =>
    (await seenBy(ringMember)).accounts.nodes.flatMap(({ restrictions }) => restrictions);
  const before = await restrictionsNow();
  const own = new Set((await seenBy(ringMember)).sanctions.map(({ id }) => id));
  const spread = before.find(({ causeId, kind }) => !own.has(causeId) && kind.startsWith("SUSPEND"))!.causeId;
  expect(before.filter(({ causeId }) => causeId === spread)).toHaveLength(5);

  const grounds = "The card was used by somebody else.";
  const filed = { target: "INVOLVEMENT", targetId: spread, grounds, documents: [] };
  const { id } = await act(selfOf(ringMember), OBJECT, filed);
  await act(CITY, DECIDE, { objectionId: id, confirmed: true, decision: "The papers show it." });
  await stage.settled();
  const objectionNow = async () => (await seenBy(ringMember)).objections.find(one => one.id === id);
  expect((await restrictionsNow()).filter(({ causeId }) => !own.has(causeId))).toEqual([]);

  let undone = 0;
  for (const institution of ["102", "103", "106", "Z01", "Z02"])
    for (const orderId of await restoresAt(institution)) {
      expect(await objectionNow()).toMatchObject({ status: "CONFIRMED", restoredAt: null });
      const outcomes = [{ orderId, executed: true, executedAt: new Date().toISOString() }];
      await act(reporterAt(institution), EXECUTE, { requestId: orderId, institution, outcomes });
      await stage.settled();
      undone += 1;
    }
  expect(undone).toBeGreaterThan(3);
  expect((await objectionNow())?.restoredAt).not.toBeNull();
});

/** What the institution has still to undo, the freeze too, of which the person is told nothing. */
async function restoresAt(institution: string): Promise<string[]> {
  const { accountOrders } = requireData(
    await stage.ask(reporterAt(institution), WAITING, { variables: { institution } }),
  ) as { accountOrders: { nodes: { id: string }[] } };
  return accountOrders.nodes.map(({ id }) => id);
}
