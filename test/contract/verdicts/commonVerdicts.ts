import type { VerdictRow } from "./verdict";

/** What stands in the answers of several registers. */
export const COMMON_VERDICTS: readonly VerdictRow[] = [
  //                                                     police banks carriers regulators auditor person
  ["Caller", "authority id institution purposes scopes sector view", "AA AAA AA AA A A"],
  ["Authority", "code level name region", "AA AAA AA AA A A"],
  ["Institution", "code name region sector", "AA AAA AA AA A A"],
  ["Institution", "accountRecord lineRecord", "-A o-o o- oo - -"],
  ["PageInfo", "endCursor hasNextPage", "AA AAA AA AA A A"],
  ["RuleFinding", "article fact message ruleId until", "AA AAA AA AA - A"],
  ["Outlet", "agent code name region", "AA ooo oo -- - o"],
  ["InstitutionAnswer", "asOf institution state", "AA AAA AA -- - A"],
  [
    "InstitutionExecution",
    "delivered executed institution issued lastExecutedAt lastRestoredAt late nextDueAt refused restored restoreLate restoreRefused",
    "AA --- -- AA - o",
  ],
  ["OpeningDecision", "coverage decidedAt findings id on outcome product ruleVersion", "-- o-o o- -- - -"],
  ["ForeseenMeasure", "endsOn kind sector startsOn", "oo --- -- -- - -"],
  ["Measure", "article endsOn kind liftedAt recordedAt sanctionId sector startsOn", "AA A-A A- AA - o"],
  ["ReportOutcome", "accepted duplicate items rejected requestId", "-- ooo oo -- - -"],
  ["ItemOutcome", "code id index message state", "-- ooo oo -- - -"],
  ["Warning", "body id publishedAt regions title", "AA AAA AA AA A A"],
];
