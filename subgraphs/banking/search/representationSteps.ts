import { groupBy } from "../groupBy";
import type { LinkStore, Representation } from "../store/linkStore";
import { LinkKind } from "../types/enums";
import { bounded, type LinkSearchState } from "./linkSearchState";
import type { LinkStep } from "./linkStep";
import { SEARCH_BOUNDS } from "./searchBounds";

/** Steps between a unit and its legal representative; one who holds no account is passed through all the same. */
export async function findRepresentationSteps(
  states: readonly LinkSearchState[],
  store: LinkStore,
): Promise<LinkStep[][]> {
  const searching = states.filter(state => state.via.has(LinkKind.LEGAL_REPRESENTATIVE));
  const persons = [...new Set(searching.flatMap(state => state.frontier))];
  if (persons.length === 0) return states.map(() => []);
  const found = await store.representations(persons, SEARCH_BOUNDS.unitsPerPerson + 1);
  const others = [...new Set(found.map(one => one.otherId))];
  const held =
    others.length === 0 ? [] : await store.keyedAccounts(others, SEARCH_BOUNDS.accountsPerPerson + 1);
  const byPerson = groupBy(found, one => one.subjectId);
  const byHolder = groupBy(held, account => account.subjectId);
  return states.map(state =>
    searching.includes(state)
      ? state.frontier.flatMap(person =>
          bounded(state, byPerson.get(person) ?? [], SEARCH_BOUNDS.unitsPerPerson).flatMap(one =>
            stepsTo(state, one, byHolder.get(one.otherId)?.map(account => account.accountId) ?? []),
          ),
        )
      : [],
  );
}

function stepsTo(
  state: LinkSearchState,
  { subjectId, otherId, representativeId }: Representation,
  accountIds: readonly string[],
): LinkStep[] {
  const step = {
    fromId: subjectId,
    holderId: otherId,
    evidence: { kind: LinkKind.LEGAL_REPRESENTATIVE, representativeId },
  } as const;
  if (otherId === state.rootId) return [];
  if (accountIds.length === 0) return [{ ...step, accountId: null }];
  return bounded(state, accountIds, SEARCH_BOUNDS.accountsPerPerson).map(accountId => ({
    ...step,
    accountId,
  }));
}
