// N16-3: 96 % of a carrier's lines registered by name by 2016-10-31, all of them by the end of 2016.
const DEADLINES = [
  ["2016-12-31", 1],
  ["2016-10-31", 0.96],
] as const;

/** Share of lines with a registered holder; a carrier without lines has none unregistered. */
export function realNameRate(registered: number, total: number): number {
  return total === 0 ? 1 : registered / total;
}

/** Is the share what the notice asked for by that day? Before the first deadline nothing was due. */
export function isDeadlineMet(registered: number, total: number, day: string): boolean {
  const due = DEADLINES.find(([from]) => from <= day)?.[1] ?? 0;
  return registered >= due * total;
}
