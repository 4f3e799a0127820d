/** The texts in force one after the other, by the day from which each counts. The last one is provisional. */
const VERSIONS = [
  ["MEASURES_2024", "2024-12-01"],
  ["NOTICE_2020", "2020-12-17"],
  ["PBOC_2019_85", "2019-04-01"],
  ["NOTICE_2016", "2016-09-23"],
] as const;

/** A day before all of them: nothing was limited yet. */
const NONE_YET = "BEFORE_NOTICE_2016";

/** Which version a decision for this day is made by. */
export type RuleVersion = (typeof VERSIONS)[number][0] | typeof NONE_YET;

/** The rule version of a day. */
export function ruleVersionOn(day: string): RuleVersion {
  return VERSIONS.find(([, from]) => from <= day)?.[0] ?? NONE_YET;
}

/** The notice of 2016 carries no later date for its telecom part, which runs from the day of the notice. */
export function isSinceNotice2016(day: string): boolean {
  return ruleVersionOn(day) !== NONE_YET;
}
