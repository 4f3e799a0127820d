/** The value that so many per cent of all do not exceed. */
export function percentile(values: readonly number[], perCent: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil((sorted.length * perCent) / 100) - 1)] ?? NaN;
}
