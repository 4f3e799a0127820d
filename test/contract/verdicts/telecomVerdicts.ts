import type { VerdictRow } from "./verdict";

/** Lines, flags and orders on them, and figures on the carriers. */
export const TELECOM_VERDICTS: readonly VerdictRow[] = [
  //                                                     police banks carriers regulators auditor person
  // A bank knows the number that its customer reserved with it, a regulator the line that a flag is on.
  ["PhoneLine", "id", "AA ooo oo AA - o"],
  ["PhoneLine", "number", "AA ooo oo -- - m"],
  ["PhoneLine", "maskedNumber", "AA --- oo -- - m"],
  [
    "PhoneLine",
    "activatedOn carrier closedOn holder kind lastUsedOn openedAt orders registeredOn riskNotice status",
    "AA --- oo -- - o",
  ],
  ["PhoneLine", "flags", "AA --- oo -A - o"],
  ["PhoneLine", "realName", "AA --- oo -- - -"],
  ["PhoneLine", "reservedBy", "AA --- -- -- - -"],
  ["PhoneLine", "lineInvolvements", "oo --- -- -- - -"],
  ["PhoneLineConnection", "nodes pageInfo totalCount", "AA --- oo -- - o"],
  ["CarrierLineCount", "active carrier kind", "AA --- oo -A - o"],
  ["RealNameRecord", "method onlineCheckPassed photoReference result verifiedOn", "AA --- oo -- - -"],
  ["RiskNoticeAcknowledgement", "acknowledgedAt noticeDigest noticeVersion", "AA --- oo -- - o"],
  ["BlacklistEntry", "endsOn id imposedBy liftedAt reason startsOn", "AA --- oo -- - o"],

  [
    "AbnormalFlag",
    "callCount complaintCount evidence id kind line note observedFrom observedTo reportedAt reportedBy status verifiedAt verifiedBy",
    "AA --- oo -A - o",
  ],
  ["AbnormalFlag", "order", "AA --- oo -- - o"],
  ["AbnormalFlagConnection", "nodes pageInfo", "oo --- oo -o - o"],

  ["LineOrder", "causeId dueAt executedAt id issuedAt kind line reason status", "AA ooo oo -- - o"],
  ["LineOrderConnection", "nodes pageInfo totalCount", "-- ooo oo -- - -"],
  ["CleanUpConnection", "nodes pageInfo", "-- --- oo -- - -"],
  ["CleanUpEntry", "above active carrier subject", "-- --- oo -- - -"],

  ["PhoneCheck", "asOf inService sameHolder verifiedFlags", "-- o-o o- -- - -"],
  ["LineAccountability", "flagged involved involvedPerTenThousand key name opened", "-A o-o o- oo - -"],
  ["RealNameRate", "carrier deadlineMet rate registered total", "-A o-o o- oo - -"],
  [
    "InstitutionLineRecord",
    "breaches involvedPerTenThousand medianHoursToExecute medianHoursToRestore openRectifications overdueOrders",
    "-A o-o o- oo - -",
  ],
  ["Rectification", "breach closedOn dueOn id orderedOn status targetCode targetKind", "-A o-o o- oo - -"],

  ["TelecomChangeConnection", "nodes pageInfo", "oo ooo oo oo - -"],
  ["TelecomChange", "at kind line sequence subject", "oo ooo oo oo - -"],
  ["TelecomChange", "flag", "oo --- oo -o - -"],
  ["TelecomChange", "order", "oo ooo oo -- - -"],
  ["TelecomChange", "rectification", "-o o-o o- oo - -"],
];
