import { chinaDay } from "../../../schema/contract/calendar";

/** What a city organ says when it recognises, today, that somebody sold cards of these kinds. */
export function createSanctionInput(
  caseNumber: string,
  document: object,
  instruments: readonly string[],
): Record<string, unknown> {
  return {
    caseNumber,
    document,
    role: "INDIVIDUAL",
    conduct: "ILLEGAL_SALE",
    instruments,
    reason: "Sold cards.",
    remedy: "An objection can be filed with the organ that recognised.",
    papers: ["Identity document"],
    recognisedOn: chinaDay(new Date()),
    facts: { cardsOrAccounts: 3, occasions: 3, counterparties: 1, convicted: false, repeat: false },
  };
}
