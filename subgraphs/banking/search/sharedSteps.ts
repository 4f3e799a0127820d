import { groupBy } from "../groupBy";
import { kindOfLinkKey } from "../linkKeys";
import type { KeyMember, LinkStore } from "../store/linkStore";
import { bounded, type LinkSearchState } from "./linkSearchState";
import { rankOfLink, type LinkStep } from "./linkStep";
import { SEARCH_BOUNDS } from "./searchBounds";

/** A shared thing, the people at the frontier who have it, and how many of their accounts do. */
interface FollowedKey {
  readonly linkKey: string;
  readonly persons: readonly string[];
  readonly accounts: number;
}

/** Steps over what accounts have in common: each shared thing is followed once, wherever it is met first. */
export async function findSharedSteps(
  states: readonly LinkSearchState[],
  store: LinkStore,
): Promise<LinkStep[][]> {
  const followed = states.map(keysToFollow);
  const keys = [...new Set(followed.flat().map(key => key.linkKey))];
  if (keys.length === 0) return states.map(() => []);
  // Room for the searching side's own accounts, so that reading one more than the bound shows whether it cut.
  const own = Math.max(...followed.flat().map(key => key.accounts));
  const members = await store.membersOfKeys(keys, SEARCH_BOUNDS.accountsPerKey + own + 1);
  const byKey = groupBy(members, member => member.linkKey);
  return states.map((state, index) =>
    (followed[index] ?? []).flatMap(key => stepsOfKey(state, key, byKey.get(key.linkKey) ?? [])),
  );
}

function keysToFollow(state: LinkSearchState): readonly FollowedKey[] {
  const persons = new Map<string, string[]>();
  for (const account of state.accounts) {
    for (const key of account.linkKeys) {
      if (state.followedKeys.has(key) || !state.via.has(kindOfLinkKey(key))) continue;
      const having = persons.get(key);
      if (having === undefined) persons.set(key, [account.subjectId]);
      else having.push(account.subjectId);
    }
  }
  const keys = [...persons]
    .map(([linkKey, having]) => ({ linkKey, persons: [...new Set(having)], accounts: having.length }))
    .sort(compareKeys);
  const kept = bounded(state, keys, SEARCH_BOUNDS.keysPerLevel);
  for (const key of kept) state.followedKeys.add(key.linkKey);
  return kept;
}

function compareKeys(a: FollowedKey, b: FollowedKey): number {
  return (
    rankOfLink(kindOfLinkKey(a.linkKey)) - rankOfLink(kindOfLinkKey(b.linkKey)) ||
    (a.linkKey < b.linkKey ? -1 : 1)
  );
}

function stepsOfKey(
  state: LinkSearchState,
  { persons, linkKey }: FollowedKey,
  members: readonly KeyMember[],
): LinkStep[] {
  const steps = members.flatMap(member => {
    // Somebody else at the frontier has the thing too: a thing shared with oneself alone is no tie.
    const fromId = persons.find(person => person !== member.subjectId);
    const isNew = member.subjectId !== state.rootId && !state.links.has(member.accountId);
    return fromId === undefined || !isNew ? [] : [stepTo(member, fromId, linkKey)];
  });
  return [...bounded(state, steps, SEARCH_BOUNDS.accountsPerKey)];
}

function stepTo(member: KeyMember, fromId: string, linkKey: string): LinkStep {
  const { accountId, subjectId, sealedValue, firstSeenOn, lastSeenOn } = member;
  const kind = kindOfLinkKey(linkKey);
  return {
    fromId,
    holderId: subjectId,
    accountId,
    evidence: { kind, linkKey, sealedValue, firstSeenOn, lastSeenOn },
  };
}
