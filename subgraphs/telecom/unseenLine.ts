import { nobodyOf } from "./nobody";
import type { LineRow } from "./store/lineRow";

/** A line of which the caller may know that it exists and nothing else: the regulator behind a flag. */
export function unseenLine(id: string): LineRow {
  return {
    id,
    subjectId: nobodyOf(id),
    carrier: "",
    sealedNumber: "",
    kind: null,
    status: null,
    registeredOn: null,
    activatedOn: null,
    lastUsedOn: null,
    closedOn: null,
    outletCode: null,
    realNameMethod: null,
    realNameVerifiedAt: null,
    onlineCheckPassed: null,
    photoReference: null,
    realNameResult: null,
    riskNoticeVersion: null,
    riskNoticeDigest: null,
    riskNoticeAt: null,
    observedAt: new Date(0),
  };
}

/** Is this a line that may be looked at? */
export function isSeen(line: LineRow): boolean {
  return line.sealedNumber !== "";
}
