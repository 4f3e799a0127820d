import type { Table } from "../table";
import type { Moment } from "./values";

/** What a carrier declared to have reported completely. */
export interface CoverageRecord {
  readonly institution: string;
  /** The moment it speaks of. */
  readonly asOf: Moment;
  /** The same where all lines that it names have come; null: nothing is answered. */
  readonly completeAsOf: Moment | null;
  readonly records: number | null;
  readonly declaredAt: Moment;
}

/** The carriers' declarations, of each the one that stands. */
export const COVERAGE: Table<CoverageRecord> = {
  name: "telecom.coverage",
  key: ["institution"],
  columns: {
    institution: "text",
    asOf: "timestamptz",
    completeAsOf: "timestamptz",
    records: "bigint",
    declaredAt: "timestamptz",
  },
};
