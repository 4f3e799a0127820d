import type { Table } from "../table";
import type { Moment } from "./values";

/** What a holder has confirmed for a line, as stored. */
export interface UndertakingRecord {
  readonly subjectId: string;
  readonly lineId: string;
  readonly kind: string;
  readonly noticeVersion: string;
  readonly noticeDigest: string;
  readonly acknowledgedAt: Moment;
}

/** The holders' undertakings, the latest of each kind. */
export const UNDERTAKING: Table<UndertakingRecord> = {
  name: "telecom.undertaking",
  key: ["subjectId", "lineId", "kind"],
  columns: {
    subjectId: "text",
    lineId: "text",
    kind: "text",
    noticeVersion: "text",
    noticeDigest: "text",
    acknowledgedAt: "timestamptz",
  },
};
