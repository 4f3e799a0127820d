import { chinaDay } from "../../../schema/contract/calendar";
import { groupBy } from "../groupBy";
import type { AccountStore } from "../store/accountStore";
import type { TransferEdge, TransferStore } from "../store/transferStore";
import { LinkKind } from "../types/enums";
import { bounded, type LinkSearchState } from "./linkSearchState";
import type { LinkStep } from "./linkStep";
import { SEARCH_BOUNDS } from "./searchBounds";

/** Steps over case-related transfers, in either direction. */
export async function findTransferSteps(
  states: readonly LinkSearchState[],
  transfers: TransferStore,
  accounts: AccountStore,
): Promise<LinkStep[][]> {
  const sources = states.map(accountsToFollow);
  const ids = [...new Set(sources.flatMap(source => [...source.keys()]))];
  if (ids.length === 0) return states.map(() => []);
  const edges = await transfers.newestByAccounts(ids, null, SEARCH_BOUNDS.transfersPerAccount + 1);
  const holders = await accounts.holdersOf([...new Set(edges.map(counterpartOf))]);
  const byAccount = groupBy(edges, edge => edge.accountId);
  return states.map((state, index) =>
    [...(sources[index] ?? [])].flatMap(([accountId, fromId]) =>
      bounded(state, byAccount.get(accountId) ?? [], SEARCH_BOUNDS.transfersPerAccount).flatMap(edge =>
        stepOver(state, edge, fromId, holders.get(counterpartOf(edge))),
      ),
    ),
  );
}

function accountsToFollow(state: LinkSearchState): ReadonlyMap<string, string> {
  if (!state.via.has(LinkKind.FUND_TRANSFER)) return new Map();
  const accounts = bounded(state, state.accounts, SEARCH_BOUNDS.accountsPerLevel);
  return new Map(accounts.map(account => [account.accountId, account.subjectId]));
}

function counterpartOf(edge: TransferEdge): string {
  return edge.fromId === edge.accountId ? edge.toId : edge.fromId;
}

function stepOver(
  state: LinkSearchState,
  edge: TransferEdge,
  fromId: string,
  holderId: string | undefined,
): LinkStep[] {
  if (holderId === undefined) {
    // Money ran to an account that no institution has reported: there is more than can be shown.
    state.truncated = true;
    return [];
  }
  const { id: transferId, reference, amount, at } = edge;
  return [
    {
      fromId,
      holderId,
      accountId: counterpartOf(edge),
      evidence: { kind: LinkKind.FUND_TRANSFER, transferId, reference, amount, on: chinaDay(at) },
    },
  ];
}
