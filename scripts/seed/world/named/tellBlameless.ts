import { addDays } from "../../../../schema/contract/calendar";
import type { Block } from "../block";
import type { Cast } from "./createCast";
import { openAccount, openLine } from "./openHoldings";

/** Two lines and three accounts, and nothing against her. */
export function tellClean(block: Block, { clean }: Cast): void {
  openLine(block, clean, "C01", "2014-06-11");
  openLine(block, clean, "C02", "2021-09-02");
  openAccount(block, clean, {
    institution: "102",
    kind: "DEBIT_CARD",
    accountClass: "I",
    openedOn: "2011-03-24",
  });
  openAccount(block, clean, {
    institution: "103",
    kind: "DEBIT_CARD",
    accountClass: "I",
    openedOn: "2019-10-08",
  });
  openAccount(block, clean, {
    institution: "Z01",
    kind: "PAYMENT_ACCOUNT",
    accountClass: "III",
    openedOn: "2018-02-14",
  });
}

/** At both limits: five cards of one carrier, four debit cards of one bank, two of class I from before the rule. */
export function tellFiveCards(block: Block, { fiveCards }: Cast): void {
  const lastYear = addDays(block.plan.today, -300);
  for (const registeredOn of ["2009-05-20", "2013-01-07", "2017-08-16", "2022-04-29", lastYear]) {
    openLine(block, fiveCards, "C01", registeredOn);
  }
  const cards = [
    ["I", "2010-07-05"],
    ["I", "2015-11-26"],
    ["II", "2018-12-03"],
    ["III", "2022-06-18"],
  ] as const;
  for (const [accountClass, openedOn] of cards) {
    openAccount(block, fiveCards, { institution: "102", kind: "DEBIT_CARD", accountClass, openedOn });
  }
  openAccount(block, fiveCards, {
    institution: "Z01",
    kind: "PAYMENT_ACCOUNT",
    accountClass: "II",
    openedOn: "2016-03-30",
  });
}
