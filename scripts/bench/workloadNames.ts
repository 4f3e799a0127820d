/** All that can be measured, in the order in which it is. Apart from the workloads, which are slow to load. */
export const WORKLOAD_NAMES = [
  "dossier-cold",
  "dossier-in-memory",
  "latency",
  "gateway-alone",
  "dossier-warm",
  "opening",
  "security",
  "authorization",
  "report",
  "screening",
  "import",
  "start",
  "growth",
  "memory",
] as const;
export type WorkloadName = (typeof WORKLOAD_NAMES)[number];
