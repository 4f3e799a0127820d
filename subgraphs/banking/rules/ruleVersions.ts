import { AccountClass } from "../types/enums";

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

/** The central bank's own text says class III where N16-5 prints II; the regulator's text is taken. */
const SINGLE_PAYMENT_CLASS = AccountClass.III;

/** A text, from when it runs, and of which class it lets a person have one payment account only. */
const VERSIONS = [
  { version: "MEASURES_2024", from: "2024-12-01", singlePaymentClass: SINGLE_PAYMENT_CLASS },
  { version: "NOTICE_2020", from: "2020-12-17", singlePaymentClass: SINGLE_PAYMENT_CLASS },
  { version: "PBOC_2019_85", from: "2019-04-01", singlePaymentClass: SINGLE_PAYMENT_CLASS },
  { version: "NOTICE_2016", from: RULE_DAYS.notice2016, singlePaymentClass: SINGLE_PAYMENT_CLASS },
] as const;

/** The version of the rules that a decision for this day stands on. */
export function ruleVersionOn(day: string): string {
  return VERSIONS.find(({ from }) => from <= day)?.version ?? NO_RULES;
}

/**
 * The class of which one person has one payment account per institution (N16-5), by the version of this day; null
 * before any. It belongs to the version and to no setting: the same version decides alike on every hub and in a replay.
 */
export function singlePaymentClassOn(day: string): AccountClass | null {
  return VERSIONS.find(({ from }) => from <= day)?.singlePaymentClass ?? null;
}
