// N16-5: banks clean up existing debit cards above four of one customer.
import { DEBIT_CARD_LIMIT } from "./debitCardLimit";

/** How many of a holder's debit cards are too many. */
export function debitCardCleanUp(cards: number): number {
  return Math.max(0, cards - DEBIT_CARD_LIMIT);
}
