/** Longest page of a list: some 300 kB of answer at most. */
export const MAX_FIRST = 500;

/** Longest list of documents in one question; longer ones go through bulk screening. */
export const MAX_DOCUMENTS = 1_000;
