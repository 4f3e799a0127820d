import { groupBy } from "../groupBy";
import type { LinkKind } from "../types/enums";
import type { KeyedAccount } from "../store/linkStore";
import { identityOfEvidence, rankOfLink, type LinkEvidenceSource, type LinkStep } from "./linkStep";
import { SEARCH_BOUNDS } from "./searchBounds";

/** A linked account, found over the fewest steps and, of those, the strongest tie. */
export interface FoundLink {
  readonly accountId: string;
  readonly holderId: string;
  readonly hops: number;
  readonly kind: LinkKind;
  readonly fromId: string;
  readonly evidence: readonly LinkEvidenceSource[];
}

/** How a person was reached first. */
interface PersonPath {
  readonly fromId: string;
  readonly evidence: readonly LinkEvidenceSource[];
}

/** One search: what it has found and where it stands. */
export interface LinkSearchState {
  readonly rootId: string;
  readonly via: ReadonlySet<LinkKind>;
  readonly links: Map<string, FoundLink>;
  readonly reached: Map<string, PersonPath>;
  readonly followedKeys: Set<string>;
  /** People reached at the last level, and what they hold. */
  frontier: readonly string[];
  accounts: readonly KeyedAccount[];
  truncated: boolean;
}

/** Begins a search at one person. */
export function startLinkSearch(rootId: string, via: readonly LinkKind[]): LinkSearchState {
  return {
    rootId,
    via: new Set(via),
    links: new Map(),
    reached: new Map(),
    followedKeys: new Set(),
    frontier: [rootId],
    accounts: [],
    truncated: false,
  };
}

/** Cuts a list to its bound and remembers that something was left out. */
export function bounded<T>(state: LinkSearchState, rows: readonly T[], bound: number): readonly T[] {
  if (rows.length <= bound) return rows;
  state.truncated = true;
  return rows.slice(0, bound);
}

/** Takes in one level's steps: the links that are new, and the people from whom the next level sets out. */
export function takeSteps(state: LinkSearchState, hops: number, steps: readonly LinkStep[]): void {
  const isOther = (step: LinkStep): boolean =>
    step.holderId !== state.rootId && step.holderId !== step.fromId;
  const byAccount = groupBy(
    steps.filter(step => isOther(step) && step.accountId !== null && !state.links.has(step.accountId)),
    step => step.accountId ?? "",
  );
  const found = [...byAccount.values()].map(group => linkOf(state, hops, group)).sort(compareLinks);
  const kept = bounded(state, found, Math.max(0, SEARCH_BOUNDS.links - state.links.size));
  for (const link of kept) state.links.set(link.accountId, link);

  const before = new Set([state.rootId, ...state.reached.keys()]);
  for (const link of kept) reach(state, link.holderId, link.fromId, link.evidence);
  for (const step of steps) {
    if (isOther(step) && step.accountId === null) reach(state, step.holderId, step.fromId, [step.evidence]);
  }
  state.frontier = [...state.reached.keys()].filter(person => !before.has(person));
}

/** The evidence from the person asked about to a link, step by step. */
export function evidencePath(state: LinkSearchState, link: FoundLink): LinkEvidenceSource[] {
  const path = [...link.evidence];
  for (let person = link.fromId; person !== state.rootId;) {
    const step = state.reached.get(person);
    if (step === undefined) break;
    path.unshift(...step.evidence);
    person = step.fromId;
  }
  return path;
}

/** Fewest steps first, then the strongest tie, then the most ties; the id makes the order the same every time. */
export function compareLinks(a: FoundLink, b: FoundLink): number {
  return (
    a.hops - b.hops ||
    rankOfLink(a.kind) - rankOfLink(b.kind) ||
    b.evidence.length - a.evidence.length ||
    (a.accountId < b.accountId ? -1 : Number(a.accountId > b.accountId))
  );
}

function reach(
  state: LinkSearchState,
  person: string,
  fromId: string,
  evidence: readonly LinkEvidenceSource[],
): void {
  if (person !== state.rootId && !state.reached.has(person)) state.reached.set(person, { fromId, evidence });
}

function linkOf(state: LinkSearchState, hops: number, group: readonly LinkStep[]): FoundLink {
  const distinct = [...groupBy(group, step => identityOfEvidence(step.evidence)).values()].flatMap(
    ([first]) => (first === undefined ? [] : [first]),
  );
  const steps = bounded(state, distinct.sort(compareSteps), SEARCH_BOUNDS.evidencePerStep);
  const [strongest] = steps;
  if (strongest === undefined) throw new Error("a link without a step");
  return {
    accountId: strongest.accountId ?? "",
    holderId: strongest.holderId,
    hops,
    kind: strongest.evidence.kind,
    fromId: strongest.fromId,
    evidence: steps.map(step => step.evidence),
  };
}

function compareSteps(a: LinkStep, b: LinkStep): number {
  const identities = [identityOfEvidence(a.evidence), identityOfEvidence(b.evidence)] as const;
  return (
    rankOfLink(a.evidence.kind) - rankOfLink(b.evidence.kind) ||
    (identities[0] < identities[1] ? -1 : Number(identities[0] > identities[1]))
  );
}
