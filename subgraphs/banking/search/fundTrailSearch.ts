import { HubError } from "../../../schema/contract/errors";
import { groupBy } from "../groupBy";
import type { TransferEdge, TransferRow, TransferStore } from "../store/transferStore";
import { TrailDirection } from "../types/enums";
import { SEARCH_BOUNDS } from "./searchBounds";

/** What to follow, and how far. */
export interface TrailQuestion {
  readonly direction: TrailDirection;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly depth: number;
  readonly first: number;
}

/** Where money went or came from. */
export interface FoundTrail {
  readonly hops: readonly { readonly hop: number; readonly transfer: TransferRow }[];
  readonly truncated: boolean;
}

interface TrailState {
  readonly hops: { readonly hop: number; readonly transfer: TransferRow }[];
  readonly transfers: Set<string>;
  readonly visited: Set<string>;
  frontier: readonly string[];
  truncated: boolean;
}

/**
 * Follows money from each of some accounts, breadth first and all side by side: one statement a level. Each
 * transfer is told of once, at its fewest hops, and each account set out from once, so that a circle ends.
 */
export async function searchFundTrails(
  store: TransferStore,
  accountIds: readonly string[],
  question: TrailQuestion,
): Promise<ReadonlyMap<string, FoundTrail>> {
  if (accountIds.length > SEARCH_BOUNDS.searchesAtOnce) {
    throw new HubError(
      "LIMIT_EXCEEDED",
      `Money can be followed from at most ${SEARCH_BOUNDS.searchesAtOnce} accounts in one operation.`,
    );
  }
  const states = new Map(accountIds.map(id => [id, startTrail(id)]));
  for (let hop = 1; hop <= question.depth; hop += 1) {
    const active = [...states.values()].filter(state => isGoingOn(state, question.first));
    if (active.length === 0) break;
    await followLevel(store, active, hop, question);
  }
  return new Map([...states].map(([id, state]) => [id, cutTrail(state, question.first)]));
}

function startTrail(accountId: string): TrailState {
  return {
    hops: [],
    transfers: new Set(),
    visited: new Set([accountId]),
    frontier: [accountId],
    truncated: false,
  };
}

// One transfer more than asked for is enough to know that there are more.
function isGoingOn(state: TrailState, first: number): boolean {
  return state.frontier.length > 0 && state.hops.length <= first;
}

async function followLevel(
  store: TransferStore,
  states: readonly TrailState[],
  hop: number,
  { direction, from, to }: TrailQuestion,
): Promise<void> {
  // As many accounts as transfers found so far, and so at most `first`: the level needs no bound of its own.
  const accountIds = [...new Set(states.flatMap(state => state.frontier))];
  const limit = SEARCH_BOUNDS.transfersPerAccount + 1;
  const edges = await store.edgesByAccounts(accountIds, direction, from, to, limit);
  const byAccount = groupBy(edges, edge => edge.accountId);
  for (const state of states) takeLevel(state, hop, direction, byAccount);
}

function takeLevel(
  state: TrailState,
  hop: number,
  direction: TrailDirection,
  byAccount: ReadonlyMap<string, readonly TransferEdge[]>,
): void {
  const level = state.frontier.flatMap(account => {
    const edges = byAccount.get(account) ?? [];
    if (edges.length > SEARCH_BOUNDS.transfersPerAccount) state.truncated = true;
    return edges.slice(0, SEARCH_BOUNDS.transfersPerAccount);
  });
  const next: string[] = [];
  for (const edge of level.sort(compareTransfers)) {
    if (state.transfers.has(edge.id)) continue;
    state.transfers.add(edge.id);
    state.hops.push({ hop, transfer: edge });
    const account = direction === TrailDirection.OUT ? edge.toId : edge.fromId;
    if (state.visited.has(account)) continue;
    state.visited.add(account);
    next.push(account);
  }
  state.frontier = next;
}

function compareTransfers(a: TransferRow, b: TransferRow): number {
  return a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : Number(a.id > b.id));
}

function cutTrail({ hops, truncated }: TrailState, first: number): FoundTrail {
  return { hops: hops.slice(0, first), truncated: truncated || hops.length > first };
}
