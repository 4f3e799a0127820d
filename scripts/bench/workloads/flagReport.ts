import { randomUUID } from "node:crypto";

const MUTATION = `mutation Report($input: ReportAbnormalCallsInput!) {
  reportAbnormalCalls(input: $input) { accepted duplicate rejected } }`;
const MINUTE_MS = 60_000;
/** Reports so far: two of one line and one moment would be the same report, and the second a duplicate. */
let reported = 0;

/** The request body of one report of so many abnormal calls, each of a line drawn from these. */
export function flagReport(numbers: readonly string[], items: number): string {
  const now = Date.now();
  const reports = Array.from({ length: items }, () => ({
    number: numbers[Math.floor(Math.random() * numbers.length)],
    kind: "HARASSING_CALLS",
    observedFrom: new Date(now - MINUTE_MS - reported++).toISOString(),
    observedTo: new Date(now).toISOString(),
    callCount: 40,
  }));
  const input = { carrier: "C01", requestId: randomUUID(), reports };
  return JSON.stringify({ query: MUTATION, variables: { input } });
}
