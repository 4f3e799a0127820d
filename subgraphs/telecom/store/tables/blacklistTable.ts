import type { Table } from "../table";
import type { Day, Moment } from "./values";

/** A blacklist entry as stored. */
export interface BlacklistRecord {
  readonly subjectId: string;
  readonly id: string;
  readonly carrier: string;
  readonly reason: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly liftedAt: Moment | null;
}

/** The carriers' blacklists, by holder. */
export const BLACKLIST_ENTRY: Table<BlacklistRecord> = {
  name: "telecom.blacklist_entry",
  key: ["subjectId", "id"],
  columns: {
    subjectId: "text",
    id: "text",
    carrier: "text",
    reason: "text",
    startsOn: "date",
    endsOn: "date",
    liftedAt: "timestamptz",
  },
};
