/** What a person still scrolls through; a page of the widest records stays below a megabyte. */
export const MAX_PAGE_SIZE = 200;
