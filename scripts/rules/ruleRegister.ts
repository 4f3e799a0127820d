import { part, rule, type RegisteredRule } from "./registeredRule";

const T = "subgraphs/telecom";
const B = "subgraphs/banking";
const P = "subgraphs/police";
const FLOW = "test/flow";
const UNIT = "test/unit/subgraphs";

/** Every rule of the notices, with the place that performs each letter of it. */
export const RULE_REGISTER: readonly RegisteredRule[] = [
  rule(1, "realNameRegistration", "N16-3, RN-3", "KR", [
    part(
      "K",
      ["Mutation.reportPhoneLines"],
      `${T}/rules/registeredHolder.ts`,
      `${FLOW}/telecom/phoneLineReports.test.ts`,
    ),
    part(
      "K",
      ["Subject.lineOpening"],
      `${T}/rules/realNameRegistration.ts`,
      `${FLOW}/telecom/lineOpening.test.ts`,
    ),
    part(
      "R",
      ["Mutation.reportPhoneLines"],
      `${T}/commands/reportPhoneLines.ts`,
      `${FLOW}/telecom/phoneLineReports.test.ts`,
    ),
  ]),
  rule(2, "idVerification", "N16-3", "K", [
    part(
      "K",
      ["Mutation.reportPhoneLines"],
      `${T}/rules/idVerification.ts`,
      `${FLOW}/telecom/phoneLineReports.test.ts`,
    ),
  ]),
  rule(3, "realNameRate", "N16-3", "C", [
    part("C", ["Query.realNameRates"], `${T}/rules/realNameRate.ts`, `${UNIT}/telecom/realNameRate.test.ts`),
  ]),
  rule(4, "stopUnregistered", "N16-3", "E", [
    part("E", ["daily"], `${T}/rules/stopUnregistered.ts`, `${FLOW}/telecom/dailyChecks.test.ts`),
  ]),
  rule(5, "phoneCardLimit", "N16-4", "CK", [
    part(
      "K",
      ["Subject.lineOpening"],
      `${T}/rules/phoneCardLimit.ts`,
      `${UNIT}/telecom/lineOpeningRules.test.ts`,
    ),
    part("C", ["Query.cleanUpList"], `${T}/store/figureStore.ts`, `${FLOW}/telecom/workLists.test.ts`),
  ]),
  rule(6, "spoofingBan", "N16-4", "RN", [
    part(
      "RN",
      ["Mutation.recordIndicator", "Query.indicators"],
      `${P}/rules/netTakedown.ts`,
      `${FLOW}/police/prevention.test.ts`,
    ),
  ]),
  rule(7, "lineGovernance", "N16-4", "KR", [
    part(
      "K",
      ["Mutation.reportPhoneLines"],
      `${T}/rules/governedLine.ts`,
      `${FLOW}/telecom/phoneLineReports.test.ts`,
    ),
    part("K", ["Subject.lineOpening"], `${T}/rules/lineGovernance.ts`, `${FLOW}/telecom/lineOpening.test.ts`),
    part(
      "R",
      ["Mutation.reportPhoneLines"],
      `${T}/commands/reportPhoneLines.ts`,
      `${FLOW}/telecom/phoneLineReports.test.ts`,
    ),
  ]),
  rule(8, "agentRectify", "N16-4", "CN", [
    part(
      "CN",
      ["Mutation.orderRectification", "Query.rectifications"],
      `${T}/rules/agentRectify.ts`,
      `${FLOW}/telecom/rectifications.test.ts`,
    ),
  ]),
  rule(9, "institutionRecord", "N16-4, N16-7", "R", [
    part(
      "R",
      ["Mutation.orderRectification", "Mutation.closeRectification", "Query.rectifications"],
      `${T}/rules/agentRectify.ts`,
      `${FLOW}/telecom/rectifications.test.ts`,
    ),
  ]),
  rule(10, "debitCardLimit", "N16-5", "CK", [
    part(
      "CK",
      ["Subject.accountOpening"],
      `${B}/rules/debitCardLimit.ts`,
      `${UNIT}/banking/rules/debitCardLimit.test.ts`,
    ),
  ]),
  rule(11, "oneClassIAccount", "N16-5", "CK", [
    part(
      "CK",
      ["Subject.accountOpening"],
      `${B}/rules/oneClassIAccount.ts`,
      `${UNIT}/banking/rules/singleAccounts.test.ts`,
    ),
  ]),
  rule(12, "onePaymentAccount", "N16-5", "CK", [
    part(
      "CK",
      ["Subject.accountOpening"],
      `${B}/rules/onePaymentAccount.ts`,
      `${UNIT}/banking/rules/singleAccounts.test.ts`,
    ),
  ]),
  rule(13, "noRentLendSell", "N16-5", "R", [
    part(
      "R",
      ["Mutation.recogniseSanction"],
      `${P}/rules/sanctionTargets.ts`,
      `${UNIT}/police/rules/sanctionTargets.test.ts`,
    ),
  ]),
  rule(14, "sanctionTargets", "N16-5, N20-5", "K", [
    part(
      "K",
      ["Mutation.recogniseSanction"],
      `${P}/rules/sanctionTargets.ts`,
      `${UNIT}/police/rules/sanctionTargets.test.ts`,
    ),
  ]),
  rule(15, "imposingAuthority", "N16-5, N20-5", "K", [
    part(
      "K",
      ["Mutation.recogniseSanction", "Mutation.recogniseInvolvement"],
      `${P}/rules/imposingAuthority.ts`,
      `${FLOW}/police/sanctionActs.test.ts`,
    ),
  ]),
  rule(16, "suspendFiveYears", "N16-5, N20-5", "CEN", [
    part(
      "C",
      ["Mutation.recogniseSanction"],
      `${P}/rules/suspendFiveYears.ts`,
      `${UNIT}/police/rules/sanctionTerms.test.ts`,
    ),
    part(
      "E",
      ["Mutation.recogniseSanction", "Query.accountOrders"],
      `${B}/orders/accountMeasureRules.ts`,
      `${FLOW}/banking/measures.test.ts`,
    ),
    part(
      "N",
      ["Query.policeChanges"],
      `${P}/rules/audiencesOf.ts`,
      `${UNIT}/police/rules/policeEvents.test.ts`,
    ),
  ]),
  rule(17, "noNewAccount", "N16-5, N20-5", "CK", [
    part(
      "C",
      ["Mutation.recogniseSanction"],
      `${P}/rules/noNewAccount.ts`,
      `${UNIT}/police/rules/sanctionTerms.test.ts`,
    ),
    part(
      "K",
      ["Subject.accountOpening"],
      `${B}/rules/noNewAccount.ts`,
      `${UNIT}/banking/rules/sanctions.test.ts`,
    ),
  ]),
  rule(18, "caseAccountSpread", "N16-5", "CE", [
    part(
      "C",
      ["Subject.accountOpening"],
      `${B}/rules/caseAccountSpread.ts`,
      `${UNIT}/banking/rules/sanctions.test.ts`,
    ),
    part(
      "E",
      ["Mutation.recogniseInvolvement"],
      `${B}/orders/accountMeasureRules.ts`,
      `${FLOW}/banking/measures.test.ts`,
    ),
  ]),
  rule(19, "objectionLift", "N20-5", "EN", [
    part(
      "EN",
      ["Mutation.decideObjection", "Query.policeChanges"],
      `${P}/rules/objectionLift.ts`,
      `${FLOW}/police/objectionActs.test.ts`,
    ),
  ]),
  rule(20, "telecomSanction", "N20-5", "RE", [
    part(
      "RE",
      ["Mutation.imposeTelecomMeasures"],
      `${P}/rules/telecomSanction.ts`,
      `${FLOW}/police/sanctionActs.test.ts`,
    ),
  ]),
  rule(21, "atmDelay", "N16-5", "CK", [
    part("CK", ["Query.transferRelease"], `${B}/rules/atmDelay.ts`, `${UNIT}/banking/rules/atmDelay.test.ts`),
  ]),
  rule(22, "scopeTwoCards", "N20-1", "K", [
    part(
      "K",
      ["Mutation.recogniseSanction"],
      `${P}/rules/instruments.ts`,
      `${UNIT}/police/rules/sanctionTargets.test.ts`,
    ),
  ]),
  rule(23, "surrenderWindow", "N16-1, N20-1", "C", [
    part(
      "C",
      ["Mutation.recordSurrender"],
      `${P}/rules/surrenderWindow.ts`,
      `${UNIT}/police/rules/surrenderWindow.test.ts`,
    ),
  ]),
  rule(24, "whoOpensAnswers", "N20-3", "RC", [
    part(
      "R",
      ["Mutation.reportAccounts"],
      `${B}/commands/reportAccounts.ts`,
      `${FLOW}/banking/reports.test.ts`,
    ),
    part(
      "R",
      ["Mutation.reportPhoneLines"],
      `${T}/commands/reportPhoneLines.ts`,
      `${FLOW}/telecom/phoneLineReports.test.ts`,
    ),
    part(
      "C",
      ["Query.accountAccountability"],
      `${B}/rules/whoOpensAnswers.ts`,
      `${UNIT}/banking/rules/whoOpensAnswers.test.ts`,
    ),
    part(
      "C",
      ["Query.lineAccountability"],
      `${T}/store/accountabilityStore.ts`,
      `${FLOW}/telecom/figures.test.ts`,
    ),
  ]),
  rule(25, "wholeChain", "N16-7", "C", [
    part(
      "C",
      ["Query.accountAccountability"],
      `${B}/store/accountabilityStore.ts`,
      `${FLOW}/banking/workLists.test.ts`,
    ),
    part(
      "C",
      ["Query.lineAccountability"],
      `${T}/store/accountabilityStore.ts`,
      `${FLOW}/telecom/figures.test.ts`,
    ),
  ]),
  rule(26, "caseFastTrack", "N16-2, N20-2", "RC", [
    part(
      "RC",
      ["Mutation.recordCaseStage", "Query.cases"],
      `${P}/rules/caseStages.ts`,
      `${UNIT}/police/rules/caseStages.test.ts`,
    ),
  ]),
  rule(27, "outletPatrol", "N20-4", "RC", [
    part(
      "RC",
      ["Mutation.recordPatrol", "Query.patrolRanking"],
      `${P}/store/patrolStore.ts`,
      `${FLOW}/police/prevention.test.ts`,
    ),
  ]),
  rule(28, "visitCommitment", "N20-4", "CR", [
    part(
      "CR",
      ["Query.visitPlan", "Mutation.recordVisit"],
      `${P}/rules/visitCommitment.ts`,
      `${FLOW}/police/prevention.test.ts`,
    ),
  ]),
  rule(29, "tipOff", "N16-9, N20, PT", "R", [
    part(
      "R",
      ["Mutation.recordTip", "Mutation.resolveTip"],
      `${P}/rules/tipOff.ts`,
      `${FLOW}/police/prevention.test.ts`,
    ),
  ]),
  rule(30, "informantProtection", "N16-9", "R", [
    part(
      "R",
      ["Mutation.recordTip"],
      "schema/contract/informantSeal.ts",
      `${FLOW}/police/prevention.test.ts`,
    ),
  ]),
  rule(31, "personalInfoCrime", "N16-6", "R", [
    part("R", ["Query.accessRecords"], "gateway/audit/auditRecord.ts", `${FLOW}/audit/everyLook.test.ts`),
  ]),
  rule(32, "netTakedown", "N16-6", "R", [
    part(
      "R",
      ["Mutation.recordIndicator", "Mutation.resolveIndicator"],
      `${P}/rules/netTakedown.ts`,
      `${FLOW}/police/prevention.test.ts`,
    ),
  ]),
  rule(33, "publicity", "N16-8", "N", [
    part(
      "N",
      ["Mutation.publishWarning", "Query.warnings", "Query.policeChanges"],
      `${P}/rules/audiencesOf.ts`,
      `${FLOW}/police/prevention.test.ts`,
    ),
  ]),
  rule(34, "legalRepLiability", "PT", "CR", [
    part(
      "CR",
      ["Mutation.recogniseInvolvement"],
      `${P}/rules/legalRepLiability.ts`,
      `${FLOW}/police/involvements.test.ts`,
    ),
  ]),
  rule(35, "knowingTransfer", "RN-2", "R", [
    part(
      "R",
      ["Mutation.markInvolved"],
      `${P}/rules/knowingTransfer.ts`,
      `${FLOW}/police/involvements.test.ts`,
    ),
  ]),
  rule(36, "userLiability", "RN-1", "R", [
    part(
      "R",
      ["Mutation.markInvolved"],
      `${P}/commands/markInvolved.ts`,
      `${FLOW}/police/involvements.test.ts`,
    ),
  ]),
  rule(37, "forgedId", "RN-3", "KN", [
    part(
      "K",
      ["Mutation.reportPhoneLines"],
      `${T}/rules/forgedDocument.ts`,
      `${UNIT}/telecom/lineRules.test.ts`,
    ),
    part("K", ["Subject.lineOpening"], `${T}/rules/forgedId.ts`, `${FLOW}/telecom/lineOpening.test.ts`),
    part(
      "N",
      ["Mutation.reportAbnormalCalls", "Mutation.verifyAbnormalFlag", "Query.telecomChanges"],
      `${T}/commands/decideFlag.ts`,
      `${FLOW}/telecom/flagMutations.test.ts`,
    ),
  ]),
  rule(38, "secondVerification", "RN-4", "ER", [
    part(
      "E",
      ["Mutation.verifyAbnormalFlag", "Mutation.verifyFlagInCase"],
      `${T}/rules/verifiedBeforeStop.ts`,
      `${FLOW}/telecom/flagMutations.test.ts`,
    ),
    part(
      "R",
      ["Mutation.recordReverification"],
      `${T}/commands/recordReverification.ts`,
      `${FLOW}/telecom/lineCommands.test.ts`,
    ),
  ]),
  rule(39, "lineBlacklist", "RN-4", "RK", [
    part(
      "RK",
      ["Mutation.blacklistLineHolder", "Mutation.liftBlacklistEntry", "Subject.lineOpening"],
      `${T}/rules/lineBlacklist.ts`,
      `${FLOW}/telecom/lineCommands.test.ts`,
    ),
  ]),
  rule(40, "unused90Days", "RN-5", "CE", [
    part("CE", ["daily"], `${T}/rules/unused90Days.ts`, `${FLOW}/telecom/dailyChecks.test.ts`),
  ]),
  rule(41, "abnormalFlags", "SH", "RN", [
    part(
      "RN",
      ["Mutation.reportAbnormalCalls", "Mutation.notifyCarrier", "Query.telecomChanges"],
      `${T}/commands/reportAbnormalCalls.ts`,
      `${FLOW}/telecom/flagMutations.test.ts`,
    ),
  ]),
  rule(42, "verifiedBeforeStop", "SH", "K", [
    part(
      "K",
      ["Mutation.verifyAbnormalFlag", "Mutation.verifyFlagInCase"],
      `${T}/rules/verifiedBeforeStop.ts`,
      `${FLOW}/telecom/flagMutations.test.ts`,
    ),
  ]),
  rule(43, "ownCardOwnUse", "SH, PT", "R", [
    part(
      "R",
      ["Mutation.acknowledgeRiskNotice"],
      `${T}/rules/riskNoticeAck.ts`,
      `${FLOW}/telecom/lineCommands.test.ts`,
    ),
  ]),
  rule(44, "riskNoticeAck", "RN", "KR", [
    part(
      "K",
      ["Mutation.reportPhoneLines"],
      `${T}/rules/riskNoticeAck.ts`,
      `${FLOW}/telecom/phoneLineReports.test.ts`,
    ),
    part(
      "R",
      ["Mutation.acknowledgeRiskNotice"],
      `${T}/commands/acknowledgeRiskNotice.ts`,
      `${FLOW}/telecom/lineCommands.test.ts`,
    ),
  ]),
  rule(45, "debitCardCleanUp", "N16-5", "C", [
    part(
      "C",
      ["Query.accountCleanUpList"],
      `${B}/rules/debitCardCleanUp.ts`,
      `${FLOW}/banking/workLists.test.ts`,
    ),
  ]),
];
