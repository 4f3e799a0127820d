import type { WorldChunk } from "./worldModel";

/** One line of what a world holds. */
export interface WorldCount {
  readonly kind: string;
  readonly count: number;
}

/** Counts a world as it streams by. */
export interface WorldTally {
  add(chunk: WorldChunk): void;
  /** What has gone by so far, in the order in which a reader would ask. */
  counts(): readonly WorldCount[];
}

type Counter = (chunk: WorldChunk) => number;

const COUNTERS: readonly (readonly [string, Counter])[] = [
  ["institutions", chunk => chunk.institutions.length],
  ["outlets", chunk => sum(chunk.institutions, institution => institution.outlets.length)],
  ["authorities", chunk => chunk.authorities.length],
  ["people", chunk => chunk.subjects.filter(subject => subject.kind === "PERSON").length],
  ["units", chunk => chunk.subjects.filter(subject => subject.kind === "UNIT").length],
  ["phone lines", chunk => chunk.lines.length],
  ["  of nobody", chunk => chunk.lines.filter(line => line.holder === null).length],
  ["  abnormal flags", chunk => sum(chunk.lines, line => line.flags.length)],
  ["  carrier orders", chunk => sum(chunk.lines, line => line.orders.length)],
  ["blacklist entries", chunk => chunk.blacklist.length],
  ["accounts", chunk => chunk.accounts.length],
  ["  restrictions", chunk => sum(chunk.accounts, account => account.restrictions.length)],
  ["  account orders", chunk => sum(chunk.accounts, account => account.orders.length)],
  ["transfers", chunk => chunk.transfers.length],
  ["cases", chunk => chunk.cases.length],
  ["  involvements", chunk => sum(chunk.cases, one => one.involvements.length)],
  ["  stop-payments", chunk => sum(chunk.cases, one => one.stopPayments.length)],
  ["  surrenders", chunk => sum(chunk.cases, one => one.surrenders.length)],
  ["sanctions", chunk => chunk.sanctions.length],
  ["  measures", chunk => sum(chunk.sanctions, sanction => sanction.measures.length)],
  ["  objections", chunk => sum(chunk.sanctions, sanction => sanction.objections.length)],
  ["visits", chunk => chunk.visits.length],
  ["tips", chunk => chunk.tips.length],
  ["indicators", chunk => chunk.indicators.length],
  ["warnings", chunk => chunk.warnings.length],
  ["rectifications", chunk => chunk.rectifications.length],
  ["outlets to patrol", chunk => chunk.patrols.length],
];

/** Starts counting at nothing; what it keeps is one number a kind. */
export function createWorldTally(): WorldTally {
  const totals = COUNTERS.map(() => 0);
  return {
    add: chunk => COUNTERS.forEach(([, count], row) => (totals[row] = (totals[row] ?? 0) + count(chunk))),
    counts: () => COUNTERS.map(([kind], row) => ({ kind, count: totals[row] ?? 0 })),
  };
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}
