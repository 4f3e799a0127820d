/** A value at a time. */
export interface Sample {
  readonly minute: number;
  readonly value: number;
}

/** By how much the value grows in a minute: the straight line that lies nearest to all samples. */
export function slope(samples: readonly Sample[]): number {
  const count = samples.length;
  const meanMinute = samples.reduce((sum, { minute }) => sum + minute, 0) / count;
  const meanValue = samples.reduce((sum, { value }) => sum + value, 0) / count;
  let together = 0;
  let spread = 0;
  for (const { minute, value } of samples) {
    together += (minute - meanMinute) * (value - meanValue);
    spread += (minute - meanMinute) ** 2;
  }
  return together / spread;
}
