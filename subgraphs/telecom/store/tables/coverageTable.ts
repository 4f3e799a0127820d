import type { Table } from "../table";
import type { Moment } from "./values";

/** What a carrier declared to have reported completely. */
export interface CoverageRecord {
  readonly institution: string;
  readonly completeAsOf: Moment | null;
  readonly records: number | null;
  readonly declaredAt: Moment;
}

/** The carriers' declarations, the latest of each. */
export const COVERAGE: Table<CoverageRecord> = {
  name: "telecom.coverage",
  key: ["institution"],
  columns: { institution: "text", completeAsOf: "timestamptz", records: "bigint", declaredAt: "timestamptz" },
};
