/** No value is older: whatever goes wrong with an invalidation, it is over after this time. */
export const MAX_LIFETIME_MS = 60_000;
/** Longer than nearly every fetch; when its holder has died, others wait in vain no longer than this. */
export const LEASE_MS = 2_000;
/** Everything about an entity is forgotten at once, so that what nobody asks for any more does not gather. */
export const ENTITY_LIFETIME_MS = MAX_LIFETIME_MS + LEASE_MS;
/** A fetch takes about as long: who waits longer for another one's had better ask. */
export const WAIT_FOR_OTHERS_MS = 50;
/** How often a place that another process fills is looked at again. */
export const LOOK_AGAIN_MS = 10;
/** Longer than a healthy Redis takes, shorter than a person notices. */
export const COMMAND_LIMIT_MS = 50;
/** How long a mutation's answer waits until what it touched is forgotten. */
export const INVALIDATION_LIMIT_MS = 500;
/** How soon an invalidation that failed is tried again. */
export const INVALIDATE_AGAIN_MS = 100;
/** Failures in a row after which the store is left alone for a while. */
export const FAILURES_TO_PAUSE = 3;
/** How long. Then one look tries whether it is back. */
export const PAUSE_MS = 1_000;
