/** What a person still scrolls through; a page of the widest rows stays well below a megabyte. */
export const MAX_PAGE_SIZE = 200;
/** Other subgraphs pull the feed in strides: their lag is bounded by it, their memory too. */
export const MAX_FEED_PAGE_SIZE = 1_000;
