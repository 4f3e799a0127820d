import type { ChartEdge } from "./chart";

const MONTHS_A_YEAR = 12;

/** How many ties each month has, from the first to the last that has any: a month without one is a gap to be seen. */
export function countMonths(edges: readonly Pick<ChartEdge, "on">[]): { month: string; count: number }[] {
  const days = edges.flatMap(({ on }) => (on === null ? [] : [on])).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const start = indexOf(first);
  const counts = new Map<number, number>();
  for (const day of days) counts.set(indexOf(day), (counts.get(indexOf(day)) ?? 0) + 1);
  return Array.from({ length: indexOf(last) - start + 1 }, (_, at) => ({
    month: monthOf(start + at),
    count: counts.get(start + at) ?? 0,
  }));
}

/** Months are counted through all years. */
function indexOf(day: string): number {
  return Number(day.slice(0, 4)) * MONTHS_A_YEAR + Number(day.slice(5, 7)) - 1;
}

function monthOf(index: number): string {
  const month = (index % MONTHS_A_YEAR) + 1;
  return `${Math.floor(index / MONTHS_A_YEAR)}-${String(month).padStart(2, "0")}`;
}
