/** Why a question went past the cache. */
export type BypassReason = "STORE_FAILED" | "WAITED" | "NOT_FORGOTTEN";

/** What the cache tells of itself, for the metrics. */
export interface CacheEvents {
  hit(): void;
  miss(): void;
  /** A value came too late: what it was read from has been changed since, or another lease stands. */
  fillRefused(): void;
  unsealingFailed(): void;
  bypassed(reason: BypassReason): void;
  /** Time that one question spent on the cache before its subgraph was asked. */
  looked(seconds: number): void;
  /** What a mutation touched was not forgotten in time. */
  invalidationLate(): void;
}
