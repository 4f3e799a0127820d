import { HubError } from "../../../schema/contract/errors";

/** Accounts of one person on a page: more than people hold, less than a large unit's. */
export const MAX_ACCOUNTS = 500;
/** What a person still scrolls through in a work list. */
export const MAX_PAGE_SIZE = 200;
/** Linked accounts in one answer (contract). */
export const MAX_LINKS = 200;
/** Steps from person to person that a search may take (contract). */
export const MAX_LINK_DEPTH = 3;
/** Transfers of one trail. */
export const MAX_TRAIL = 200;
/** Hops over which money may be followed (contract). */
export const MAX_TRAIL_DEPTH = 5;
/** Other subgraphs pull the feed in strides: their lag is bounded by it, their memory too. */
export const MAX_FEED_PAGE_SIZE = 1_000;

/** A search's depth. Throws BAD_INPUT outside 1 to `max`. */
export function boundedDepth(depth: number, max: number): number {
  if (depth < 1 || depth > max) throw new HubError("BAD_INPUT", `\`depth\` goes from 1 to ${max}.`);
  return depth;
}
