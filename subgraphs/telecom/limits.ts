/** Longest page of a list: some 300 kB of answer at most. */
export const MAX_FIRST = 500;
