import type { Table } from "../table";
import type { Moment } from "./values";

/** A flag as stored. */
export interface FlagRecord {
  readonly subjectId: string;
  readonly id: string;
  readonly lineId: string;
  readonly carrier: string;
  readonly kind: string;
  readonly status: string;
  readonly observedFrom: Moment;
  readonly observedTo: Moment;
  readonly callCount: number | null;
  readonly complaintCount: number | null;
  readonly evidence: string | null;
  readonly reportedAt: Moment;
  readonly verifiedBy: string | null;
  readonly verifiedAt: Moment | null;
  readonly note: string | null;
}

/** The flags, by whoever held the line when they were raised. */
export const FLAG: Table<FlagRecord> = {
  name: "telecom.flag",
  key: ["subjectId", "id"],
  columns: {
    subjectId: "text",
    id: "text",
    lineId: "text",
    carrier: "text",
    kind: "text",
    status: "text",
    observedFrom: "timestamptz",
    observedTo: "timestamptz",
    callCount: "integer",
    complaintCount: "integer",
    evidence: "text",
    reportedAt: "timestamptz",
    verifiedBy: "text",
    verifiedAt: "timestamptz",
    note: "text",
  },
};
