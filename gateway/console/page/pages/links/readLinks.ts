import type { LinksQuery } from "../../../generated/operations";
import type { InstitutionAnswer } from "../../parts/coverage";
import {
  mergeCharts,
  withoutMarks,
  type Chart,
  type ChartEdge,
  type ChartNode,
  type EdgeStyle,
  type Silence,
} from "./chart";
import { OPENED_AT_ONCE } from "./chartView";

type Subject = NonNullable<LinksQuery["subject"]>;
/** What stands against somebody, as far as the police have answered. */
type Standing = Pick<Subject, "measuresInForce" | "sanctions">;
type Account = NonNullable<Subject["accounts"]>["nodes"][number];

/** Somebody with what they hold; whose phones their accounts name is told of the person asked about alone. */
interface Held
  extends
    Standing,
    Pick<Subject, "id" | "bankingIdentity" | "telecomCoverage" | "bankingCoverage" | "policeCoverage"> {
  readonly accounts: {
    readonly totalCount: number;
    readonly pageInfo: Page;
    readonly nodes: readonly (Omit<Account, "reservedPhone"> & Partial<Pick<Account, "reservedPhone">>)[];
  } | null;
  readonly phoneLines: {
    readonly totalCount: number;
    readonly pageInfo: Page;
    readonly nodes: readonly Pick<
      NonNullable<Subject["phoneLines"]>["nodes"][number],
      "number" | "status" | "registeredOn"
    >[];
  } | null;
}

interface Page {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

type Link = NonNullable<Subject["linkedAccounts"]>["nodes"][number];

/** An agent or an outlet serves many who do not know each other; a phone, a device or money ties two. */
const TENTATIVE: readonly string[] = ["SHARED_AGENT", "SHARED_OUTLET_DAY"];
const RESTRICTED: readonly string[] = [
  "ALL_SUSPENDED",
  "FROZEN",
  "NON_COUNTER_SUSPENDED",
  "REVERIFY_REQUIRED",
  "STOP_PAYMENT",
  "SUSPENDED",
];
const PLACES = {
  SHARED_PHONE: "line",
  SHARED_DEVICE: "device",
  SHARED_AGENT: "agent",
  SHARED_OUTLET_DAY: "outlet",
} as const;

/** What one answer about a person's links puts on the chart; `skip` people of it are there already. */
export function readLinks(subject: Subject, hop: number, skip = 0): Chart {
  const own = addHoldings({ nodes: [], edges: [] }, subject, hop);
  const links = [...(subject.linkedAccounts?.nodes ?? [])].sort(
    (a, b) => Number(TENTATIVE.includes(a.kind)) - Number(TENTATIVE.includes(b.kind)),
  );
  const holders = [...new Set(links.map(({ holder }) => holder?.id).filter(id => id !== undefined))];
  const shown = new Set(holders.slice(0, skip + OPENED_AT_ONCE));
  const parts = links
    .filter(({ holder }) => holder !== null && shown.has(holder.id))
    .map(link => readLink(subject.id, link, hop));
  const rest = holders.filter(id => !shown.has(id));
  return [own, ...parts, ...(rest.length === 0 ? [] : [readRest(subject.id, rest, hop)])].reduce(mergeCharts);
}

/** What somebody holds, and the phones of others that their accounts name. */
export function readHoldings(subject: Held, hop: number): Chart {
  const { id, bankingIdentity, accounts, phoneLines } = subject;
  const me: ChartNode = {
    id,
    kind: bankingIdentity?.kind === "UNIT" ? "unit" : "person",
    label: bankingIdentity?.name ?? bankingIdentity?.maskedNumber ?? "",
    ring: ringOf(subject),
    hop,
    subjects: [id],
  };
  const lines = (phoneLines?.nodes ?? []).map(({ number, status, registeredOn }) =>
    tie(me.id, lineNode(number ?? "", hop, status), "HOLDS", registeredOn ?? null, "confirmed"),
  );
  const held = (accounts?.nodes ?? []).flatMap(account => {
    const node = accountNode(account, hop);
    const phone = account.reservedPhone;
    const owner = phone?.holder;
    return [
      tie(me.id, node, "HOLDS", account.openedOn, "confirmed"),
      ...(phone?.number && owner && owner.id !== id
        ? [
            tie(node.id, lineNode(phone.number, hop), "ANOTHERS_PHONE", account.openedOn, "anothers"),
            tie(
              `line:${phone.number}`,
              personNode(owner, owner.telecomIdentity, hop + 1),
              "HOLDS",
              null,
              "confirmed",
            ),
          ]
        : []),
    ];
  });
  return [{ nodes: [me], edges: [] }, ...lines, ...held, ...readSilence(subject, hop)].reduce(mergeCharts);
}

/** The marks beside somebody that an opening puts there anew: who was silent about them, and what has not come yet. */
export function marksBeside(id: string): { readonly silent: string; readonly held: string } {
  return { silent: `silent:${id}`, held: `held:${id}` };
}

/** Puts more of what somebody holds on a chart, with a mark for whatever is still behind it. */
export function addHoldings(chart: Chart, subject: Held, hop: number): Chart {
  const beside = marksBeside(subject.id);
  const before = withoutMarks(chart, [beside.silent, beside.held]);
  const merged = mergeCharts(before, readHoldings(subject, hop));
  const { accounts, phoneLines } = subject;
  if (accounts?.pageInfo.hasNextPage !== true && phoneLines?.pageInfo.hasNextPage !== true) return merged;
  const own = merged.edges.filter(
    ({ source, target, tie: kind }) =>
      source === subject.id && kind === "HOLDS" && /^(?:account|line):/.test(target),
  );
  const all = (accounts?.totalCount ?? 0) + (phoneLines?.totalCount ?? 0);
  const more: ChartNode = {
    id: beside.held,
    kind: "more",
    label: `+${Math.max(1, all - own.length)}`,
    ring: null,
    hop,
    subjects: [subject.id],
    after: {
      accounts: accounts?.pageInfo.endCursor ?? null,
      lines: phoneLines?.pageInfo.endCursor ?? null,
    },
  };
  return mergeCharts(merged, tie(subject.id, more, "MORE", null, "confirmed"));
}

/** Silence as a mark of its own: a chart on which nothing stands would say that nothing is held. */
function readSilence(subject: Held, hop: number): Chart[] {
  const { id, telecomCoverage, bankingCoverage, policeCoverage } = subject;
  const registers = { telecom: telecomCoverage, banking: bankingCoverage, police: policeCoverage };
  const silent = (Object.keys(registers) as (keyof typeof registers)[]).filter(
    name => registers[name] === null,
  );
  const answers = Object.values(registers).flatMap(one => one ?? []);
  const silence: Silence = {
    registers: silent,
    notAnswered: namesOf(answers, "NOT_ANSWERED"),
    stale: namesOf(answers, "STALE"),
  };
  if ([...silent, ...silence.notAnswered, ...silence.stale].length === 0) return [];
  const mark: ChartNode = {
    id: marksBeside(id).silent,
    kind: "silent",
    label: [...silence.notAnswered, ...silence.stale].join(" · "),
    ring: null,
    hop,
    subjects: [],
    silence,
  };
  return [tie(id, mark, "SILENT", null, "silent")];
}

function namesOf(answers: readonly InstitutionAnswer[], state: string): string[] {
  return answers.filter(one => one.state === state).map(({ institution }) => institution.name);
}

/** Red for measures in force, grey for what was lifted; what has expired leaves no mark. */
function ringOf({ measuresInForce, sanctions }: Standing): ChartNode["ring"] {
  if ((measuresInForce ?? []).length > 0) return "red";
  return sanctions?.some(({ status }) => status === "LIFTED") === true ? "grey" : null;
}

function readLink(from: string, { kind, holder, account, evidence }: Link, hop: number): Chart {
  if (holder === null) return { nodes: [], edges: [] };
  const person = personNode(holder, holder.bankingIdentity, hop + 1);
  const [first] = evidence;
  const on = first?.lastSeen ?? first?.firstSeen ?? null;
  const style: EdgeStyle = TENTATIVE.includes(kind) ? "tentative" : "confirmed";
  const amount =
    kind === "FUND_TRANSFER" ? Number(/(\d+(?:\.\d+)?)$/.exec(first?.value ?? "")?.[1] ?? 0) : null;
  const target = account === null || style === "tentative" ? null : accountNode(account, hop + 1);
  const holds = target === null ? null : tie(person.id, target, "HOLDS", null, "confirmed");
  const end = target ?? person;
  if (!(kind in PLACES)) {
    const direct = tie(from, end, kind, on, amount === null ? style : "money", amount);
    return [direct, { nodes: [person], edges: [] }, ...(holds === null ? [] : [holds])].reduce(mergeCharts);
  }
  const place = placeNode(PLACES[kind as keyof typeof PLACES], first?.value ?? "", hop);
  return [
    { nodes: [person], edges: [] },
    tie(from, place, kind, on, style),
    tie(place.id, end, kind, on, style),
    ...(holds === null ? [] : [holds]),
  ].reduce(mergeCharts);
}

function readRest(from: string, people: readonly string[], hop: number): Chart {
  const label = `+${people.length}`;
  const more: ChartNode = {
    id: `more:${from}`,
    kind: "more",
    label,
    ring: null,
    hop: hop + 1,
    subjects: [from],
  };
  return tie(from, more, "MORE", null, "tentative");
}

function tie(
  source: string,
  node: ChartNode,
  kind: string,
  on: string | null,
  style: EdgeStyle,
  amount: number | null = null,
): Chart {
  const label = amount === null ? "" : amount.toLocaleString("en");
  const edge: ChartEdge = {
    id: `${source} ${kind} ${node.id}`,
    source,
    target: node.id,
    tie: kind,
    label,
    on,
    style,
    amount,
  };
  return { nodes: [node], edges: [edge] };
}

function personNode(
  person: Standing & { readonly id: string },
  identity: { readonly name: string | null; readonly kind: string } | null | undefined,
  hop: number,
): ChartNode {
  const { id } = person;
  const kind = identity?.kind === "UNIT" ? "unit" : "person";
  return { id, kind, label: identity?.name ?? "", ring: ringOf(person), hop, subjects: [id] };
}

function accountNode(
  account: {
    readonly id: string;
    readonly maskedNumber: string;
    readonly status: string;
    readonly institution: { readonly name: string };
  },
  hop: number,
): ChartNode {
  const ring = RESTRICTED.includes(account.status) ? "red" : null;
  const label = `${account.institution.name} ${account.maskedNumber.slice(-4)}`;
  return { id: `account:${account.id}`, kind: "account", label, ring, hop, subjects: [] };
}

/** Of a line that is only named by something else nobody has said how it stands. */
function lineNode(number: string, hop: number, status: string | null = null): ChartNode {
  const ring = status !== null && RESTRICTED.includes(status) ? "red" : null;
  return { ...placeNode("line", number, hop), ring };
}

function placeNode(kind: "line" | "device" | "agent" | "outlet", value: string, hop: number): ChartNode {
  return { id: `${kind}:${value}`, kind, label: value, ring: null, hop, subjects: [] };
}
