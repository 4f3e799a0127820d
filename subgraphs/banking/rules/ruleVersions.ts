/** From when each rule runs, and from when each text takes its place. Days are included. */
export const RULE_DAYS = {
  /** The notice itself: what carries no later day runs from here. */
  notice2016: "2016-09-23",
  /** N16-5: one class I account, one payment account, ATM transfers after 24 h. */
  singleAccounts: "2016-12-01",
  /** N16-5: sanctions and the spread of case-involved accounts, "from 2017". */
  sanctions: "2017-01-01",
} as const;

/** Stands for the time before any of the texts. */
export const NO_RULES = "BEFORE_NOTICE_2016";

const VERSIONS = [
  { version: "MEASURES_2024", from: "2024-12-01" },
  { version: "NOTICE_2020", from: "2020-12-17" },
  { version: "PBOC_2019_85", from: "2019-04-01" },
  { version: "NOTICE_2016", from: RULE_DAYS.notice2016 },
] as const;

/** The version of the rules that a decision for this day stands on. */
export function ruleVersionOn(day: string): string {
  return VERSIONS.find(({ from }) => from <= day)?.version ?? NO_RULES;
}
