import { Histogram, Registry } from "prom-client";

/** An order to undo something that has been carried out. No more is told of it than this: nothing names anybody. */
export interface Restoration {
  readonly sector: string;
  /** The kind of order that was undone. */
  readonly measure: string;
  readonly seconds: number;
}

const HOUR = 3_600;
/** From an hour to a fortnight: a day is what N20-5 leaves. */
const BUCKETS = [1, 4, 8, 12, 24, 48, 96, 168, 336].map(hours => hours * HOUR);

/** Figures of the subgraphs of this process; which of them a figure is of, its sector says. */
export const SUBGRAPH_METRICS = new Registry();

const restored = new Histogram({
  name: "duanka_restore_seconds",
  help: "Time from the lifting of a measure to its restoration, by sector and by what was undone.",
  labelNames: ["sector", "measure"],
  buckets: BUCKETS,
  registers: [SUBGRAPH_METRICS],
});

/** Counts restorations once what says so is committed. */
export function countRestorations(restorations: readonly Restoration[]): void {
  for (const { sector, measure, seconds } of restorations) restored.observe({ sector, measure }, seconds);
}
