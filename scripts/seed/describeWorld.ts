import type { WorldCount } from "./createWorldTally";

/** Writes the counts of a world as a small table for a terminal: kind, then number, both in columns. */
export function describeWorld(counts: readonly WorldCount[]): string {
  const numbers = counts.map(({ count }) => count.toLocaleString("en-GB"));
  const kindWidth = Math.max(0, ...counts.map(({ kind }) => kind.length));
  const numberWidth = Math.max(0, ...numbers.map(number => number.length));
  return counts
    .map(({ kind }, row) => `${kind.padEnd(kindWidth)}  ${(numbers[row] ?? "").padStart(numberWidth)}`)
    .join("\n");
}
