// By request: a context lives as long as its request, and so does what is noted of it.
const momentByContext = new WeakMap<object, Date>();

/**
 * Called where an answer changes by itself at some moment, although nobody writes anything: a restriction that
 * ends. `createSubgraphExecutor` tells the gateway the earliest one in `extensions.holdsUntil`, and no answer is
 * reused beyond it. `context` is the resolver's.
 */
export function noteHoldsUntil(context: object, moment: Date): void {
  const earliest = momentByContext.get(context);
  if (earliest === undefined || moment < earliest) momentByContext.set(context, moment);
}

/** The earliest moment noted for a request; undefined where its answer holds until something is written. */
export function holdsUntil(context: object): Date | undefined {
  return momentByContext.get(context);
}
