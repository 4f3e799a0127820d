// N16-5: from 2016-12-01 one person opens only one class I account at one bank; older ones stand (EXT).
import { OpeningOutcome } from "../../shared/types/enums";
import { isOpenOn } from "../openPeriod";
import { AccountClass, AccountKind, AccountProduct } from "../types/enums";
import { CLOSED_WITHOUT_DAY, countOpen, isCountable } from "./countable";
import type { Holding, OpeningRule } from "./openingFacts";
import { RULE_DAYS } from "./ruleVersions";

const CLASS_I: readonly AccountProduct[] = [
  AccountProduct.DEBIT_CARD_CLASS_I,
  AccountProduct.PASSBOOK_CLASS_I,
];
const PERSONAL: readonly AccountKind[] = [AccountKind.DEBIT_CARD, AccountKind.PASSBOOK];
const RULE = { ruleId: "oneClassIAccount", article: "N16-5", until: null } as const;

/** Whether a class I account would be the person's second at the bank. */
export const oneClassIAccount: OpeningRule = facts => {
  if (!CLASS_I.includes(facts.product) || facts.on < RULE_DAYS.singleAccounts) return [];
  if (!isCountable(facts.coverage)) {
    const message =
      "The institution has not completely reported its accounts, so that it is not known whether there is a class I account.";
    return [{ outcome: OpeningOutcome.UNKNOWN, finding: { ...RULE, message, fact: null } }];
  }
  const held = facts.holdings.filter(holding => isClassI(holding) && isOpenOn(holding, facts.on));
  if (held.length === 0) {
    if (countOpen(facts.holdings.filter(isClassI), facts.on).atMost === 0) return [];
    return [
      { outcome: OpeningOutcome.UNKNOWN, finding: { ...RULE, message: CLOSED_WITHOUT_DAY, fact: null } },
    ];
  }
  const fact = `${held.length} class I open at this bank, the first since ${firstDay(held)}`;
  const message =
    "One person has only one class I account at one bank; what was opened before 2016-12-01 stands and counts.";
  return [{ outcome: OpeningOutcome.DENY, finding: { ...RULE, message, fact } }];
};

function isClassI({ kind, accountClass }: Holding): boolean {
  return accountClass === AccountClass.I && PERSONAL.includes(kind);
}

function firstDay(held: readonly Holding[]): string {
  return held.map(holding => holding.openedOn).sort()[0] ?? "";
}
