import { HubError } from "../../../schema/contract/errors";
import { groupBy } from "../groupBy";
import type { AccountStore } from "../store/accountStore";
import type { LinkStore } from "../store/linkStore";
import type { TransferStore } from "../store/transferStore";
import type { LinkKind } from "../types/enums";
import { bounded, startLinkSearch, takeSteps, type LinkSearchState } from "./linkSearchState";
import { findRepresentationSteps } from "./representationSteps";
import { SEARCH_BOUNDS } from "./searchBounds";
import { findSharedSteps } from "./sharedSteps";
import { findTransferSteps } from "./transferSteps";

interface LinkStores {
  readonly links: LinkStore;
  readonly transfers: TransferStore;
  readonly accounts: AccountStore;
}

/**
 * Searches for accounts of others tied to each of some people, all searches level by level side by side, so that
 * a level takes the same few statements whether one person is asked about or ten.
 */
export async function searchLinks(
  stores: LinkStores,
  rootIds: readonly string[],
  { depth, via }: { readonly depth: number; readonly via: readonly LinkKind[] },
): Promise<ReadonlyMap<string, LinkSearchState>> {
  if (rootIds.length > SEARCH_BOUNDS.searchesAtOnce) {
    throw new HubError(
      "LIMIT_EXCEEDED",
      `Linked accounts can be searched for at most ${SEARCH_BOUNDS.searchesAtOnce} people in one operation.`,
    );
  }
  const states = rootIds.map(rootId => startLinkSearch(rootId, via));
  for (let hops = 1; hops <= depth; hops += 1) {
    const active = states.filter(state => state.frontier.length > 0);
    if (active.length === 0) break;
    await loadFrontiers(active, stores.links);
    const [shared, transfers, representations] = await Promise.all([
      findSharedSteps(active, stores.links),
      findTransferSteps(active, stores.transfers, stores.accounts),
      findRepresentationSteps(active, stores.links),
    ]);
    active.forEach((state, index) =>
      takeSteps(
        state,
        hops,
        [shared, transfers, representations].flatMap(steps => steps[index] ?? []),
      ),
    );
  }
  return new Map(states.map(state => [state.rootId, state]));
}

async function loadFrontiers(states: readonly LinkSearchState[], store: LinkStore): Promise<void> {
  for (const state of states) state.frontier = bounded(state, state.frontier, SEARCH_BOUNDS.personsPerLevel);
  const persons = [...new Set(states.flatMap(state => state.frontier))];
  const accounts = await store.keyedAccounts(persons, SEARCH_BOUNDS.accountsPerPerson + 1);
  const byPerson = groupBy(accounts, account => account.subjectId);
  for (const state of states) {
    state.accounts = state.frontier.flatMap(person =>
      bounded(state, byPerson.get(person) ?? [], SEARCH_BOUNDS.accountsPerPerson),
    );
  }
}
