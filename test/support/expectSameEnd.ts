import * as fc from "fast-check";

/** Each run tells a history three times to a store. */
const RUNS = 8;
const MAX_SIGHTINGS = 6;

/**
 * What an institution has seen of one thing ends alike in whatever order it is reported, one by one or in one batch;
 * `endOf` tells a history to the store, of a thing that is new, and answers what is found in the end.
 */
export async function expectSameEnd<Sighting extends { readonly observedAt: string }>(
  sighting: fc.Arbitrary<Sighting>,
  endOf: (history: readonly Sighting[], isOneBatch: boolean) => Promise<unknown>,
): Promise<void> {
  const histories = fc
    .array(sighting, { minLength: 2, maxLength: MAX_SIGHTINGS })
    .chain(history =>
      fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })),
    );
  await fc.assert(
    fc.asyncProperty(histories, async ([history, shuffled]) => {
      const inOrder = history.toSorted((one, other) => one.observedAt.localeCompare(other.observedAt));
      const end = await endOf(inOrder, false);
      expect(await endOf(shuffled, true)).toEqual(end);
      expect(await endOf(shuffled, false)).toEqual(end);
    }),
    { numRuns: RUNS },
  );
}
