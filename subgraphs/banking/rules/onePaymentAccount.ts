// N16-5: from 2016-12-01 one payment account of the stated class per payment institution — the notice prints class II.
import { OpeningOutcome, SubjectKind } from "../../shared/types/enums";
import { AccountClass, AccountKind, AccountProduct } from "../types/enums";
import { CLOSED_WITHOUT_DAY, countOpen, isCountable } from "./countable";
import type { OpeningRule } from "./openingFacts";
import { RULE_DAYS } from "./ruleVersions";

const CLASS_OF_PRODUCT: Partial<Readonly<Record<AccountProduct, AccountClass>>> = {
  [AccountProduct.PAYMENT_CLASS_I]: AccountClass.I,
  [AccountProduct.PAYMENT_CLASS_II]: AccountClass.II,
  [AccountProduct.PAYMENT_CLASS_III]: AccountClass.III,
};
const RULE = { ruleId: "onePaymentAccount", article: "N16-5", until: null } as const;
const CONFLICT =
  "N16-5 prints class II, the central bank's text says class III; the version of that day takes class";

/** Whether the person already has a payment account of the class of which there may be one. Units are no persons. */
export const onePaymentAccount: OpeningRule = facts => {
  const single = facts.singlePaymentClass;
  if (CLASS_OF_PRODUCT[facts.product] !== single || facts.on < RULE_DAYS.singleAccounts) return [];
  if (facts.holderKind === SubjectKind.UNIT) return [];
  if (!isCountable(facts.coverage)) {
    const message =
      "The institution has not completely reported its accounts, so that its payment accounts cannot be counted.";
    return [{ outcome: OpeningOutcome.UNKNOWN, finding: { ...RULE, message, fact: null } }];
  }
  const held = facts.holdings.filter(
    ({ kind, accountClass }) => kind === AccountKind.PAYMENT_ACCOUNT && accountClass === single,
  );
  const { open, atMost } = countOpen(held, facts.on);
  if (atMost === 0) return [];
  if (open === 0)
    return [
      { outcome: OpeningOutcome.UNKNOWN, finding: { ...RULE, message: CLOSED_WITHOUT_DAY, fact: null } },
    ];
  const message = `One person has only one payment account of class ${single} at one payment institution. ${CONFLICT} ${single}.`;
  const fact = `${open} payment accounts of class ${single} open at this institution`;
  return [{ outcome: OpeningOutcome.DENY, finding: { ...RULE, message, fact } }];
};
