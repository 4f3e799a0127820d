import type { VerdictRow } from "./verdict";

/** What may be changed, by whom. */
export const MUTATION_VERDICTS: readonly VerdictRow[] = [
  //                                                     police banks carriers regulators auditor person
  [
    "Mutation",
    "openCase closeCase addCaseSubject confirmCaseSubject assignOfficers recordCaseStage approveExtendedAccess releaseLookups",
    "oo --- -- -- - -",
  ],
  [
    "Mutation",
    "markInvolved withdrawInvolvement recordSurrender requestStatement notifyCarrier freezeAccount issueStopPayment",
    "oo --- -- -- - -",
  ],
  // A county organ may call for it: the answer says who can.
  ["Mutation", "recogniseSanction recogniseInvolvement serveSanction liftSanction", "oo --- -- -- - -"],
  ["Mutation", "imposeTelecomMeasures", "-- --- -- -A - -"],
  ["Mutation", "fileObjection", "AA o-o o- -- - o"],
  ["Mutation", "decideObjection publishWarning", "-o --- -- -- - -"],
  ["Mutation", "recordPatrol recordVisit recordTip resolveTip", "AA --- -- -- - -"],
  ["Mutation", "recordIndicator resolveIndicator", "AA --- A- -A - -"],

  ["Mutation", "declareAccountCoverage reportBankOutlets reportAccounts reportTransfers", "-- -o- -- -- - -"],
  ["Mutation", "executeAccountOrders executeLineOrders", "-- ooo oo -- - -"],
  ["Mutation", "disputeAccount disputeLine", "-- --- -- -- - o"],

  [
    "Mutation",
    "declareLineCoverage reportCarrierOutlets reportPhoneLines recordReverification acknowledgeRiskNotice",
    "-- --- -o -- - -",
  ],
  ["Mutation", "reportAbnormalCalls", "-- --- oo -- - -"],
  // The officer's scope lets the gateway pass it on; telecom knows no flag of an officer's own.
  ["Mutation", "verifyAbnormalFlag", "oo --- o- -- - -"],
  ["Mutation", "raisePoliceNotice verifyFlagInCase", "oo --- -- -- - -"],
  ["Mutation", "blacklistLineHolder liftBlacklistEntry", "-- --- o- -- - -"],
  ["Mutation", "orderRectification closeRectification", "-- --- -- AA - -"],
];
