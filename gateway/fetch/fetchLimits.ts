/** Longer than any question the subgraphs answer, shorter than a person waits. */
export const FETCH_LIMIT_MS = 5_000;
/** A subgraph on the same network accepts a connection in milliseconds or not at all. */
export const CONNECT_LIMIT_MS = 1_000;
/** A hundred times the largest honest answer; what is larger would be held in memory whole. */
export const MAX_ANSWER_BYTES = 10 * 1024 * 1024;
/** Connections to one subgraph: more only queue in its database. */
export const CONNECTIONS_PER_SUBGRAPH = 64;
/** Failures in a row that open the breaker: fewer would let one bad minute of a network cut a subgraph off. */
export const FAILURES_TO_OPEN = 5;
/** How long an open breaker waits before it lets one question through to try. */
export const BREAKER_OPEN_MS = 1_000;
