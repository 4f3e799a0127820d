import type { VerdictRow } from "./verdict";

/** Accounts, their orders and transfers, and figures on the institutions that keep them. */
export const BANKING_VERDICTS: readonly VerdictRow[] = [
  //                                                     police banks carriers regulators auditor person
  [
    "Account",
    "accountClass closedOn holder id institution kind openedAt openedOn orders reservedPhone restrictions status",
    "AA ooo -- -- - o",
  ],
  ["Account", "maskedNumber", "AA ooo -- -- - m"],
  ["Account", "number", "AA ooo -- -- - -"],
  ["Account", "fundTrail transfers", "AA --- -- -- - -"],
  ["Account", "accountInvolvements", "oo --- -- -- - -"],
  ["AccountConnection", "nodes pageInfo totalCount", "AA ooo -- -- - o"],
  ["InstitutionAccountCount", "accountClass institution kind open", "AA ooo -- A- - o"],
  ["Restriction", "causeId derivation endsAt kind startsAt", "AA ooo -- -- - o"],

  [
    "AccountOrder",
    "causeId deliveredAt dueAt executedAt id issuedAt kind reason refusalReason status",
    "AA ooo oo -- - o",
  ],
  // Of the person's own neither one for a statement, nor one to hold money before it is held: views.test.ts.
  ["AccountOrder", "account", "AA ooo -- -- - o"],
  ["AccountOrderConnection", "nodes pageInfo totalCount", "-- ooo oo -- - -"],
  ["AccountCleanUpConnection", "nodes pageInfo", "-- ooo -- -- - -"],
  ["AccountCleanUpEntry", "above cards institution subject", "-- ooo -- -- - -"],

  ["FundTrail", "hops truncated", "AA --- -- -- - -"],
  ["FundHop", "hop transfer", "AA --- -- -- - -"],
  ["Transfer", "amount at caseNumber channel from id to", "AA --- -- -- - -"],
  ["TransferConnection", "nodes pageInfo", "AA --- -- -- - -"],
  ["TransferRelease", "finding outcome releaseAt", "-- o-o o- -- - -"],

  ["AccountAccountability", "involved involvedPerTenThousand key name opened restricted", "-A o-o o- oo - -"],
  [
    "InstitutionAccountRecord",
    "involvedPerTenThousand medianHoursToExecute medianHoursToRestore overdueOrders",
    "-A o-o o- oo - -",
  ],

  ["BankingChangeConnection", "nodes pageInfo", "oo ooo oo oo - -"],
  ["BankingChange", "at kind sequence subject", "oo ooo oo oo - -"],
  ["BankingChange", "account", "oo ooo -- -- - -"],
  ["BankingChange", "order", "oo ooo oo -- - -"],
];
