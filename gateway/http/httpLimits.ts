/** Larger than any question with its variables. */
export const MAX_BODY_BYTES = 1024 * 1024;
/** 10,000 reported items, the most that one report has, at 1,200 bytes: twice what an ordinary one takes. */
export const MAX_REPORT_BYTES = 12 * 1024 * 1024;
/** Each takes some ten times its length while it is read and passed on: more at once would be all of a small machine. */
export const LARGE_BODIES_AT_ONCE = 4;
/** A large report is stored in about that time. */
export const LARGE_BODY_RETRY_SECONDS = 1;
/** A request that has not come in whole by then never will. */
export const REQUEST_RECEIVED_WITHIN_MS = 10_000;
/** The headers come first and are small. */
export const HEADERS_RECEIVED_WITHIN_MS = 8_000;
/** How often late requests are looked for: Node's own half a minute would let them stay that much longer. */
export const LATE_REQUESTS_CHECKED_EVERY_MS = 1_000;
/** Longer than the pause between two requests of one client, shorter than a balancer remembers a connection. */
export const IDLE_CONNECTION_MS = 30_000;
/** Node answers 431 beyond it; a token and a trace take a tenth. */
export const MAX_HEADER_BYTES = 16 * 1024;
