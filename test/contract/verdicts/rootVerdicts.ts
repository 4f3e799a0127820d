import type { VerdictRow } from "./verdict";

/** Where operations begin. */
export const ROOT_VERDICTS: readonly VerdictRow[] = [
  //                                                     police banks carriers regulators auditor person
  ["Query", "me institutions warnings", "AA AAA AA AA A A"],
  ["Query", "subject subjectById subjects", "AA A-A A- -- - o"],
  // By their number alone nothing says whose they are: not for the person.
  ["Query", "account", "AA ooo -- -- - -"],
  ["Query", "phoneLine", "AA --- oo -- - -"],
  ["Query", "phoneCheck transferRelease accountOpeningDecision lineOpeningDecision", "-- o-o o- -- - -"],
  ["Query", "accountOrders lineOrders", "-- ooo oo -- - -"],
  ["Query", "accountCleanUpList", "-- ooo -- -- - -"],
  ["Query", "cleanUpList", "-- --- oo -- - -"],
  // Rows decide: the carrier's own, the telecom regulator's sector, nothing for anybody else.
  ["Query", "abnormalFlags", "oo --- oo -o - o"],
  ["Query", "bankingChanges telecomChanges", "oo ooo oo oo - -"],
  ["Query", "policeChanges", "oo --- -- oo - -"],
  [
    "Query",
    "accountAccountability lineAccountability realNameRates rectifications sanctionFigures institution",
    "-A o-o o- oo - -",
  ],
  ["Query", "case cases sanctionPreview", "oo --- -- -- - -"],
  ["Query", "indicators", "AA --- AA -A - -"],
  ["Query", "objections", "-o --- -- -- - -"],
  ["Query", "patrolRanking visitPlan tips", "AA --- -- -- - -"],
  ["Query", "accessRecords alarms auditChains", "-- --- -- -- A o"],
];
