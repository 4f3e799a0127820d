/**
 * Does something with each item, so many of them at once and the next one read meanwhile. Once one fails no further one
 * is begun; those in flight come to their end, and then it throws what the first one threw.
 */
export async function eachInFlight<Item>(
  items: AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const inFlight = new Set<Promise<void>>();
  try {
    for await (const item of items) {
      if (failures.length > 0) break;
      // Caught for each by itself: one that fails while the next item is read is waited for by nobody.
      const one: Promise<void> = work(item)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => inFlight.delete(one));
      inFlight.add(one);
      if (inFlight.size >= atOnce) await Promise.race(inFlight);
    }
  } finally {
    await Promise.all(inFlight);
  }
  if (failures.length > 0) throw failures[0];
}
