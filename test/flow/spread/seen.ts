import { ACCOUNTS, LINES, type Institution } from "./cast";
import type { Stage } from "./stage";
import type { Cause, Story } from "./story";

/** How often something is to be seen, by what it is. */
export type Tally = Readonly<Record<string, number>>;

/** All that the person sees of what was done to them: each order, and how each account and line stands. */
export interface Seen {
  /** `sanction 102 SUSPEND_NON_COUNTER EXECUTED` → 4 */
  readonly orders: Tally;
  /** `102 NON_COUNTER_SUSPENDED` → 4 */
  readonly holdings: Tally;
  /** `sanction 102` → 4: what stands on accounts, by its cause. */
  readonly restrictions: Tally;
}

const ORDERS = "orders { causeId kind status }";
const HELD = `query ($document: IdentityDocumentInput!) { subject(document: $document) {
  accounts(first: 100) { nodes { institution { code } status restrictions { causeId } ${ORDERS} } }
  phoneLines(first: 100) { nodes { carrier { code } status ${ORDERS} } } } }`;

interface Holding {
  readonly institution?: { readonly code: string };
  readonly carrier?: { readonly code: string };
  readonly status: string;
  readonly restrictions?: readonly { readonly causeId: string }[];
  readonly orders: readonly { readonly causeId: string; readonly kind: string; readonly status: string }[];
}

/** What the person sees once nothing is under way any more, asked with their own token. */
export async function look(stage: Stage, story: Story, causes: readonly Cause[]): Promise<Seen> {
  await stage.settled();
  const { document, person } = story;
  const { data, errors } = await stage.ask(person, HELD, { purpose: "SELF", variables: { document } });
  if (errors !== undefined) throw new Error(`it was refused: ${JSON.stringify(errors)}`);
  const names = new Map(causes.map(cause => [story.idOf(cause), cause]));
  const nameOf = (causeId: string): string => names.get(causeId) ?? `another cause, ${causeId},`;
  const holdings = [...data?.subject.accounts.nodes, ...data?.subject.phoneLines.nodes] as Holding[];
  const codeOf = ({ institution, carrier }: Holding): string => (institution ?? carrier)?.code ?? "";
  return {
    orders: tally(
      holdings.flatMap(one =>
        one.orders.map(({ causeId, kind, status }) => `${nameOf(causeId)} ${codeOf(one)} ${kind} ${status}`),
      ),
    ),
    holdings: tally(holdings.map(one => `${codeOf(one)} ${one.status}`)),
    restrictions: tally(
      holdings.flatMap(one =>
        (one.restrictions ?? []).map(({ causeId }) => `${nameOf(causeId)} ${codeOf(one)}`),
      ),
    ),
  };
}

/** Adds tallies up; what is there no time is left out. */
export function together(...tallies: readonly Tally[]): Tally {
  const sum: Record<string, number> = {};
  for (const [key, count] of tallies.flatMap(one => Object.entries(one)))
    if (count > 0) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

/** The orders of one cause at its institutions, all of one kind and status. */
export function ordersOf(
  cause: Cause,
  counts: Partial<Record<Institution, number>>,
  status: string,
  kind?: "RESTORE",
): Tally {
  return Object.fromEntries(
    Object.entries(counts).map(([code, count]) => [
      `${cause} ${code} ${kind ?? measureAt(code as Institution)} ${status}`,
      count,
    ]),
  );
}

/** What each cause reaches: a case account's holder is hit at every *other* account. */
export const REACH: Readonly<Record<Cause, Partial<Record<Institution, number>>>> = {
  sanction: { ...ACCOUNTS, ...LINES },
  spread: { ...ACCOUNTS, "102": ACCOUNTS["102"] - 1 },
  phone: LINES,
};

function measureAt(institution: Institution): string {
  if (institution in LINES) return "SUSPEND";
  return institution === "Z01" ? "SUSPEND_ALL_PAYMENT" : "SUSPEND_NON_COUNTER";
}

function tally(keys: readonly string[]): Tally {
  return together(...keys.map(key => ({ [key]: 1 })));
}
