/** An entity by type and key: `PhoneLine:<id>`, `Account:<id>`, `Subject:<token>`. */
export type EntityKey = `${string}:${string}`;

// By request: a context lives as long as its request, and so does what is noted of it.
const touchedByRequest = new WeakMap<object, Set<EntityKey>>();

/**
 * Called by a mutation, once, with every entity whose cached answers its change has made wrong; the same list goes
 * into the outbox row of its transaction. `context` is the resolver's. `createSubgraphExecutor` tells the gateway
 * in the answer's `extensions.touched`; a query that calls this is answered without it.
 */
export function noteTouched(context: object, entities: Iterable<EntityKey>): void {
  const touched = touchedByRequest.get(context) ?? new Set<EntityKey>();
  touchedByRequest.set(context, touched);
  for (const entity of entities) touched.add(entity);
}

/** What has been noted for a request, each entity once. */
export function touchedBy(context: object): readonly EntityKey[] {
  return [...(touchedByRequest.get(context) ?? [])];
}
