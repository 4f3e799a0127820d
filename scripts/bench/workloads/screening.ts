import type { Workload } from "./workload";

/** Bulk screening is not built yet: its place in the table is kept, so that nobody takes it for measured. */
export const SCREENING: Workload = {
  name: "screening",
  about: "`POST /screen` with 100,000 documents; not built yet",
  run: () =>
    Promise.resolve([
      {
        workload: "screening",
        what: "documents/min",
        figure: null,
        target: { least: 200_000 },
        detail: "bulk screening is not built yet",
      },
    ]),
};
