// N16-5: at most four debit cards of one customer at one bank, "in principle" — so a fifth needs a written reason.
import { OpeningOutcome } from "../../shared/types/enums";
import { AccountKind, AccountProduct } from "../types/enums";
import { CLOSED_WITHOUT_DAY, countOpen, isCountable } from "./countable";
import type { Holding, OpeningRule, RuleVerdict } from "./openingFacts";
import { RULE_DAYS } from "./ruleVersions";

/** Debit cards one customer may have open at one bank. */
export const DEBIT_CARD_LIMIT = 4;

const DEBIT_CARDS: readonly AccountProduct[] = [
  AccountProduct.DEBIT_CARD_CLASS_I,
  AccountProduct.DEBIT_CARD_CLASS_II,
  AccountProduct.DEBIT_CARD_CLASS_III,
];
const RULE = { ruleId: "debitCardLimit", article: "N16-5", until: null } as const;

/** Whether a further debit card keeps within the limit. */
export const debitCardLimit: OpeningRule = facts => {
  if (!DEBIT_CARDS.includes(facts.product) || facts.on < RULE_DAYS.notice2016) return [];
  if (facts.exemption !== null) {
    const message = "Social-security, medical and military cards do not count towards the four debit cards.";
    const article = "EXT:practice of the central bank";
    return [{ outcome: OpeningOutcome.ALLOW, finding: { ...RULE, article, message, fact: facts.exemption } }];
  }
  if (!isCountable(facts.coverage)) {
    const message =
      "The institution has not completely reported its accounts, so that its debit cards cannot be counted.";
    return [{ outcome: OpeningOutcome.UNKNOWN, finding: { ...RULE, message, fact: null } }];
  }
  const { open: cards, atMost } = countOpen(facts.holdings.filter(countsAsCard), facts.on);
  if (atMost < DEBIT_CARD_LIMIT) return [];
  if (cards < DEBIT_CARD_LIMIT) return [unclear(`${cards} to ${atMost} debit cards open at this bank`)];
  const fact = `${cards} debit cards open at this bank`;
  if (facts.reviewReason !== null) {
    const message =
      "The customer has four or more debit cards here; a further one is an exception, to be decided on the written reason.";
    return [{ outcome: OpeningOutcome.REVIEW, finding: { ...RULE, message, fact } }];
  }
  const message =
    "One customer has at most four debit cards at one bank; a further one needs a written reason.";
  return [{ outcome: OpeningOutcome.DENY, finding: { ...RULE, message, fact } }];
};

function unclear(fact: string): RuleVerdict {
  return { outcome: OpeningOutcome.UNKNOWN, finding: { ...RULE, message: CLOSED_WITHOUT_DAY, fact } };
}

function countsAsCard({ kind, exemptFromLimit }: Holding): boolean {
  return kind === AccountKind.DEBIT_CARD && exemptFromLimit === null;
}
