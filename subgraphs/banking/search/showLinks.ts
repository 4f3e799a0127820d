import type { BankingContext } from "../bankingContext";
import type { AccountRow } from "../store/accountStore";
import type { LinkKind } from "../types/enums";
import type { Subject } from "../types/Subject";
import { compareLinks, evidencePath, type LinkSearchState } from "./linkSearchState";
import type { LinkEvidenceSource } from "./linkStep";

/** A link ready to be shown; its evidence is opened only if it is asked for. */
export interface ShownLink {
  readonly account: AccountRow;
  readonly holder: Subject;
  readonly kind: LinkKind;
  readonly hops: number;
  readonly path: readonly LinkEvidenceSource[];
}

/** The first links of a search, nearest and strongest first. */
export async function showLinks(
  state: LinkSearchState,
  first: number,
  { loaders }: BankingContext,
): Promise<{ nodes: ShownLink[]; truncated: boolean }> {
  const links = [...state.links.values()].sort(compareLinks);
  const shown = links.slice(0, first);
  const accounts = await Promise.all(shown.map(link => loaders.account.load(link.accountId)));
  const nodes = shown.flatMap((link, index) => {
    const account = accounts[index] ?? null;
    if (account === null) return [];
    const { holderId, kind, hops } = link;
    return [{ account, holder: { id: holderId }, kind, hops, path: evidencePath(state, link) }];
  });
  // An account that went away between the search and this look is left out as well.
  return { nodes, truncated: state.truncated || nodes.length < links.length };
}
