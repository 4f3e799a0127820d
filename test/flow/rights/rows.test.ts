import { setTimeout as sleep } from "node:timers/promises";
import type { HubQuestion } from "../../../scripts/hub/askHub";
import type { Answer } from "../../support/askOverHttp";
import { startTestHub, type TestHub } from "../../support/hub";

const QUERY = `query Rows($document: IdentityDocumentInput!) { subject(document: $document) {
  accounts { totalCount nodes { number maskedNumber institution { code } } }
  accountCounts { open kind accountClass institution { code } }
  phoneLines { totalCount nodes { number maskedNumber carrier { code } } }
  lineCounts { active carrier { code } }
  telecomIdentity { maskedNumber }
  bankingCoverage { state institution { code } } telecomCoverage { state institution { code } } } }`;

interface Account {
  readonly number: string | null;
  readonly maskedNumber: string;
  readonly institution: { readonly code: string };
}
interface Line {
  readonly number: string | null;
  readonly maskedNumber: string;
  readonly carrier: { readonly code: string };
}
interface Count {
  readonly open?: number;
  readonly active?: number;
  readonly kind?: string;
  readonly accountClass?: string | null;
  readonly institution?: Code;
  readonly carrier?: Code;
}
type Counts = readonly Count[];
interface Code {
  readonly code: string;
}
interface Held {
  readonly accounts: { readonly totalCount: number; readonly nodes: readonly Account[] } | null;
  readonly accountCounts: Counts | null;
  readonly phoneLines: { readonly totalCount: number; readonly nodes: readonly Line[] } | null;
  readonly lineCounts: Counts | null;
  readonly telecomIdentity: { readonly maskedNumber: string } | null;
  readonly bankingCoverage: readonly { readonly state: string }[];
  readonly telecomCoverage: readonly { readonly state: string }[];
}

interface Change {
  readonly subject: { readonly id: string };
  readonly flag: { readonly id: string; readonly kind: string } | null;
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

/** What a user sees of the ring member, who holds accounts and lines at several institutions. */
async function heldFor(as: string, question: HubQuestion): Promise<Held> {
  const { document } = hub.people.ringMember;
  const { data } = await hub.ask(QUERY, { as, ...question, variables: { document } });
  return data?.subject as Held;
}
const forPolice = () =>
  heldFor("investigator", { purpose: "CASE", reference: hub.people.ringMember.caseNumber ?? "" });

const states = (coverage: readonly { readonly state: string }[]) =>
  [...new Set(coverage.map(({ state }) => state))].sort();
/** Where how much is counted: by code, all counts of it together. */
function totals(counts: Counts | null): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { institution, carrier, open, active } of counts ?? []) {
    const code = institution?.code ?? carrier?.code ?? "";
    sums[code] = (sums[code] ?? 0) + (open ?? active ?? 0);
  }
  return sums;
}
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((one, other) => one + other, 0);
const isMasked = (number: string | null | undefined) => /\*{4}/.test(number ?? "");

test("an investigator sees all accounts and lines in full, each institution's count, and who holds nothing", async () => {
  const held = await forPolice();
  expect(held.accounts?.nodes.map(({ institution }) => institution.code)).toHaveLength(6);
  expect(new Set(held.accounts?.nodes.map(({ institution }) => institution.code)).size).toBeGreaterThan(3);
  for (const { number } of [...(held.accounts?.nodes ?? []), ...(held.phoneLines?.nodes ?? [])])
    expect(number).toMatch(/^[A-Z0-9]{6,}$/);
  expect(Object.keys(totals(held.accountCounts))).not.toContain("*");
  expect(states(held.bankingCoverage)).toEqual(["FOUND", "NONE", "NOT_ANSWERED"]);
});

test("a bank sees its own accounts in full, one total for elsewhere, and not who else holds something", async () => {
  const all = await forPolice();
  const held = await heldFor("bank-risk", { purpose: "ACCOUNT_OPENING", reference: "ROWS-B" });
  const own = all.accounts?.nodes.filter(({ institution }) => institution.code === "102");
  expect(own).toHaveLength(2);
  expect(held.accounts).toEqual({ totalCount: 2, nodes: own });
  const counts = totals(held.accountCounts);
  expect(Object.keys(counts).sort()).toEqual(["*", "102"]);
  // Of what kind and class they are elsewhere is not told, only how many.
  const elsewhere = held.accountCounts?.filter(({ institution }) => institution?.code === "*");
  expect(elsewhere).toMatchObject([{ kind: null, accountClass: null }]);
  const everywhere = totals(all.accountCounts);
  expect(counts["102"]).toBe(everywhere["102"]);
  expect(sum(counts)).toBe(sum(everywhere));
  expect(states(held.bankingCoverage)).toEqual(["ANSWERED", "NOT_ANSWERED"]);
  expect(states(held.telecomCoverage)).not.toEqual(expect.arrayContaining(["FOUND"]));
  expect([held.phoneLines, held.lineCounts, held.telecomIdentity]).toEqual([null, null, null]);
});

test("a carrier sees its own lines in full, one total for elsewhere, and not who else holds something", async () => {
  const all = await forPolice();
  const held = await heldFor("carrier-risk", { purpose: "LINE_OPENING", reference: "ROWS-C" });
  const own = all.phoneLines?.nodes.filter(({ carrier }) => carrier.code === "C01");
  expect(own).toHaveLength(2);
  expect(held.phoneLines).toEqual({ totalCount: 2, nodes: own });
  const counts = totals(held.lineCounts);
  expect(Object.keys(counts).sort()).toEqual(["*", "C01"]);
  expect(held.lineCounts?.filter(({ carrier }) => carrier?.code === "*")).toHaveLength(1);
  const everywhere = totals(all.lineCounts);
  expect(counts.C01).toBe(everywhere.C01);
  expect(sum(counts)).toBe(sum(everywhere));
  expect(states(held.telecomCoverage)).toEqual(["ANSWERED", "STALE"]);
  expect(states(held.bankingCoverage)).toEqual(["ANSWERED", "NOT_ANSWERED"]);
  expect([held.accounts, held.accountCounts]).toEqual([null, null]);
});

test("a person sees what is theirs everywhere, and every number masked", async () => {
  const all = await forPolice();
  const held = await heldFor("person", { purpose: "SELF" });
  expect(held.accounts?.totalCount).toBe(all.accounts?.totalCount);
  expect(held.accounts?.nodes.map(({ number }) => number)).toEqual(Array(6).fill(null));
  const shown = [
    ...(held.accounts?.nodes ?? []).map(({ maskedNumber }) => maskedNumber),
    ...(held.phoneLines?.nodes ?? []).flatMap(({ number, maskedNumber }) => [number, maskedNumber]),
    held.telecomIdentity?.maskedNumber,
  ];
  expect(shown).toHaveLength(6 + 2 * 4 + 1);
  expect(shown.filter(number => !isMasked(number))).toEqual([]);
  // Nowhere else in the answer either.
  const text = JSON.stringify(held);
  for (const { number } of [...(all.accounts?.nodes ?? []), ...(all.phoneLines?.nodes ?? [])])
    expect(text).not.toContain(number);
});

test("an officer reads in a feed that something happened to somebody, and no number, name or evidence", async () => {
  const { phoneLines } = await heldFor("carrier-risk", { purpose: "LINE_OPENING", reference: "ROWS-C" });
  const observedTo = new Date().toISOString();
  const sighting = { number: phoneLines?.nodes[0]?.number, observedFrom: observedTo, observedTo };
  const reports = [{ ...sighting, kind: "SPAM_SMS", evidence: "recorded" }];
  await hub.ask(
    `mutation ($input: ReportAbnormalCallsInput!) { reportAbnormalCalls(input: $input) { accepted } }`,
    {
      as: "carrier-reporting",
      purpose: "REPORTING",
      variables: { input: { requestId: "rows", carrier: "C01", reports } },
    },
  );
  const feed = (as: string, more: string) =>
    hub.ask(`{ telecomChanges { nodes { kind subject { id } flag { id kind } ${more} } } }`, { as });
  // Orders of the day's checks stand there as well; a change is read once the relay has numbered it.
  const flagIn = ({ data }: Answer): Change | undefined =>
    (data?.telecomChanges.nodes as Change[]).find(({ flag }) => flag?.kind === "SPAM_SMS");
  const own = async () => flagIn(await feed("carrier-risk", "line { number } flag { evidence }"));
  while ((await own()) === undefined) await sleep(100);
  const change = (await own())!;
  expect(change).toMatchObject({
    flag: { kind: "SPAM_SMS", evidence: "recorded" },
    line: { number: sighting.number },
  });
  const { data } = await feed("authority", "");
  expect(data?.telecomChanges.nodes).toContainEqual({
    kind: "FLAG_REPORTED",
    subject: change.subject,
    flag: { id: change.flag?.id, kind: "SPAM_SMS" },
  });
  const asked = await feed(
    "authority",
    "line { number } flag { evidence } subject { telecomIdentity { name } }",
  );
  const refused = asked.errors
    ?.filter(({ extensions }) => extensions?.code === "FORBIDDEN")
    .map(({ path }) => path?.at(-1));
  expect(new Set(refused)).toEqual(new Set(["number", "evidence", "telecomIdentity"]));
  expect(JSON.stringify(asked.data)).not.toContain("recorded");
  expect(JSON.stringify(asked.data)).not.toContain(sighting.number);
});

test("an officer verifies no flag without a case, nor in a case that the person is not in", async () => {
  const verify = `mutation ($input: VerifyFlagInCaseInput!) { verifyFlagInCase(input: $input) { id } }`;
  const { ringMember, clean } = hub.people;
  const reference = ringMember.caseNumber ?? "";
  const codeFor = async (document: unknown, question: HubQuestion) => {
    const input = { document, flagId: "none", confirmed: true, note: "listened to recordings" };
    const { errors } = await hub.ask(verify, { as: "investigator", ...question, variables: { input } });
    return errors?.[0]?.extensions?.code;
  };
  expect(await codeFor(ringMember.document, {})).toBe("PURPOSE_REQUIRED");
  expect(await codeFor(clean.document, { purpose: "CASE", reference })).toBe("FORBIDDEN");
  expect(await codeFor(ringMember.document, { purpose: "CASE", reference: `${reference}9` })).toBe(
    "FORBIDDEN",
  );
  // Of somebody in the case telecom is asked, and knows of no such flag.
  expect(await codeFor(ringMember.document, { purpose: "CASE", reference })).toBe("NOT_FOUND");
});
