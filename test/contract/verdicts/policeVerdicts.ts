import type { VerdictRow } from "./verdict";

/** Cases and what hangs on them, sanctions, and the work of prevention. */
export const POLICE_VERDICTS: readonly VerdictRow[] = [
  //                                                     police banks carriers regulators auditor person
  [
    "Case",
    "authority closedOn involvements lead number officers openedOn stages status stopPayments surrenders title",
    "oo --- -- -- - -",
  ],
  ["CaseConnection", "nodes pageInfo", "oo --- -- -- - -"],
  ["CaseStage", "ageDays enteredOn name", "oo --- -- -- - -"],
  [
    "Involvement",
    "account case conduct confirmedAt id knowing line markedAt objections recognisedBy recognisedOn role standing subject withdrawnAt",
    "oo --- -- -- - -",
  ],
  ["InvolvementConnection", "nodes pageInfo", "oo --- -- -- - -"],
  ["StopPayment", "account endsAt id mismatchedAt sequence startsAt", "oo --- -- -- - -"],
  ["Surrender", "confessed exposedOthers finding insideWindow subject surrenderedOn", "oo --- -- -- - -"],
  ["AccessApproval", "approvedAt case expiresAt id officer reason", "oo --- -- -- - -"],

  [
    "Sanction",
    "accountExecution conduct id lineExecution measures notice objections recognisedBy recognisedOn role ruleVersion status subject",
    "AA --- -- AA - o",
  ],
  ["Sanction", "case", "oo --- -- -- - -"],
  ["SanctionPreview", "accountsTouched article id measures obstacle ruleVersion subject", "oo --- -- -- - -"],
  ["SanctionNotice", "papers reason remedy servedOn", "AA --- -- AA - o"],
  [
    "SanctionFigure",
    "confirmed key lifted medianHoursToDecide medianHoursToRestore objections recognised",
    "-A o-o o- oo - -",
  ],
  [
    "Objection",
    "decidedAt decision dueAt filedAt grounds id restoredAt status target",
    // Whoever files one is told what became of it.
    "AA o-o o- AA - o",
  ],
  ["Objection", "sanction", "AA --- -- AA - o"],
  ["ObjectionConnection", "nodes pageInfo", "-o --- -- -- - -"],

  ["Indicator", "id kind recordedAt status value", "AA --- AA -A - -"],
  ["Indicator", "case", "oo --- -- -- - -"],
  ["IndicatorConnection", "nodes pageInfo", "AA --- AA -A - -"],
  ["PatrolTarget", "institution involved lastPatrolledOn outletCode", "AA --- -- -- - -"],
  ["Visit", "commitmentReference id metOn plannedOn status subject", "AA --- -- -- - -"],
  ["Tip", "content id receivedAt rewardDue status", "AA --- -- -- - -"],
  ["Tip", "case", "oo --- -- -- - -"],
  ["TipConnection", "nodes pageInfo", "AA --- -- -- - -"],

  ["PoliceChangeConnection", "nodes pageInfo", "oo --- -- oo - -"],
  ["PoliceChange", "at kind sanction sequence subject warning", "oo --- -- oo - -"],
];
