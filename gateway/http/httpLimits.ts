/** Larger than any operation with its variables; bulk work has routes of its own. */
export const MAX_BODY_BYTES = 1024 * 1024;
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
