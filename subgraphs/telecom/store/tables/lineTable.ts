import type { Table } from "../table";
import type { Day, Moment } from "./values";

/** A line as it is stored. */
export interface LineRecord {
  readonly subjectId: string;
  readonly id: string;
  readonly carrier: string;
  readonly kind: string;
  readonly status: string;
  readonly sealedNumber: string;
  readonly registeredOn: Day;
  /** Since when its holder has it, where that was with another carrier before. */
  readonly heldSince: Day | null;
  readonly activatedOn: Day | null;
  readonly lastUsedOn: Day | null;
  readonly closedOn: Day | null;
  readonly outletCode: string | null;
  readonly realNameMethod: string | null;
  readonly realNameVerifiedAt: Moment | null;
  readonly onlineCheckPassed: boolean | null;
  readonly photoReference: string | null;
  readonly realNameResult: string | null;
  /** By what the evidence ranks: each kind was seen when it was. Null: together with the line as it stands. */
  readonly methodMark: string | null;
  readonly checkMark: string | null;
  readonly photoMark: string | null;
  readonly riskNoticeVersion: string | null;
  readonly riskNoticeDigest: string | null;
  readonly riskNoticeAt: Moment | null;
  readonly involvedOn: Day | null;
  readonly observedAt: Moment;
}

/** The lines, by holder. */
export const LINE: Table<LineRecord> = {
  name: "telecom.line",
  key: ["subjectId", "id"],
  columns: {
    subjectId: "text",
    id: "text",
    carrier: "text",
    kind: "text",
    status: "text",
    sealedNumber: "text",
    registeredOn: "date",
    heldSince: "date",
    activatedOn: "date",
    lastUsedOn: "date",
    closedOn: "date",
    outletCode: "text",
    realNameMethod: "text",
    realNameVerifiedAt: "timestamptz",
    onlineCheckPassed: "boolean",
    photoReference: "text",
    realNameResult: "text",
    methodMark: "text",
    checkMark: "text",
    photoMark: "text",
    riskNoticeVersion: "text",
    riskNoticeDigest: "text",
    riskNoticeAt: "timestamptz",
    involvedOn: "date",
    observedAt: "timestamptz",
  },
};
