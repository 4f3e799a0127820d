import type { VerdictRow } from "./verdict";

/** People: what is held under a document, and who they are. */
export const PEOPLE_VERDICTS: readonly VerdictRow[] = [
  //                                                     police banks carriers regulators auditor person
  ["Subject", "id", "AA AoA Ao AA - o"],
  ["Subject", "accounts", "AA ooo -- -- - o"],
  ["Subject", "accountCounts", "AA ooo -- A- - o"],
  ["Subject", "phoneLines blacklistEntries", "AA --- oo -- - o"],
  ["Subject", "lineCounts", "AA --- oo -A - o"],
  ["Subject", "abnormalFlags", "AA --- oo -A - o"],
  ["Subject", "bankingCoverage telecomCoverage policeCoverage", "AA A-A A- -- - A"],
  ["Subject", "bankingIdentity telecomIdentity", "AA o-o o- -- - o"],
  ["Subject", "legalRepresentative representedUnits linkedAccounts", "AA --- -- -- - -"],
  ["Subject", "involvements visits", "oo --- -- -- - -"],
  ["Subject", "measuresInForce", "AA A-A A- AA - o"],
  ["Subject", "objections sanctions", "AA --- -- AA - o"],
  ["Subject", "accountOpening lineOpening", "-- o-o o- -- - -"],

  ["SubjectIdentity", "documentType kind name", "AA o-o o- -- - o"],
  ["SubjectIdentity", "maskedNumber", "AA o-o o- -- - m"],
  ["SubjectIdentity", "number", "AA --- -- -- - -"],

  ["AccountLink", "account evidence holder hops kind", "AA --- -- -- - -"],
  ["AccountLinkConnection", "nodes truncated", "AA --- -- -- - -"],
  ["LinkEvidence", "firstSeen kind lastSeen value", "AA --- -- -- - -"],
];
