/** Entities as a plan asks for them: the same one as often as it occurs. */
export interface DistinctRepresentations {
  readonly distinct: readonly unknown[];
  /** For each representation asked for, where it stands among the distinct ones. */
  readonly positions: readonly number[];
}

/** Each entity once, in the order in which they first occur. */
export function distinctRepresentations(representations: readonly unknown[]): DistinctRepresentations {
  if (representations.length < 2)
    return { distinct: representations, positions: representations.map(() => 0) };
  const known = new Map<string, number>();
  const distinct: unknown[] = [];
  const positions = representations.map(representation => {
    const key = JSON.stringify(representation);
    const position = known.get(key) ?? distinct.push(representation) - 1;
    known.set(key, position);
    return position;
  });
  return { distinct, positions };
}
