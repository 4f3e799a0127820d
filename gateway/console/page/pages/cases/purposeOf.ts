import type { Purpose } from "../../session/session";

/** What is asked and done on a case's own pages is for that case, whichever stands in the header. */
export function purposeOf(caseNumber: string): Purpose {
  return { purpose: "CASE", reference: caseNumber };
}
