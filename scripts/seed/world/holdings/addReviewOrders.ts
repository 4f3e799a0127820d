import { addDays } from "../../../../schema/contract/calendar";
import type { Block } from "../block";
import type { AccountDraft, HolderDraft } from "../holderDraft";
import { createOrder } from "../orders/createOrder";
import { finding } from "../orders/finding";
import { anyMoment } from "../worldCalendar";

/** In principle a bank gives one customer four debit cards (N16-5); whoever has more is on its clean-up list. */
const DEBIT_CARD_LIMIT = 4;
/** Now and then somebody finds an account in their name that is not theirs. */
const DISPUTED_SHARE = 0.004;
const ORDERED_DAYS_AGO = [1, 60] as const;

/** Has banks look again at the cards above the limit, and at accounts whose holders say they are not theirs. */
export function addReviewOrders(block: Block, holder: HolderDraft): void {
  for (const account of cardsAboveLimit(holder)) {
    review(block, account, "debitCardCleanUp", "N16-5", "More than four debit cards with one bank.");
  }
  for (const account of holder.accounts) {
    if (account.status === "NORMAL" && block.random.chance(DISPUTED_SHARE)) {
      review(
        block,
        account,
        "disputedByHolder",
        "EXT:个人信息保护法",
        "The holder says that the account is not theirs.",
      );
    }
  }
}

function cardsAboveLimit(holder: HolderDraft): AccountDraft[] {
  const counts = new Map<string, number>();
  return holder.accounts.filter(account => {
    if (account.kind !== "DEBIT_CARD" || account.status === "CLOSED" || account.exemptFromLimit !== null)
      return false;
    const count = (counts.get(account.institution) ?? 0) + 1;
    counts.set(account.institution, count);
    return count > DEBIT_CARD_LIMIT;
  });
}

function review(
  { random, plan }: Block,
  account: AccountDraft,
  ruleId: string,
  article: string,
  message: string,
): void {
  const issuedAt = anyMoment(addDays(plan.today, -random.integer(...ORDERED_DAYS_AGO)), random);
  account.orders.push(
    createOrder(random, plan.nowAt, { kind: "REVIEW", issuedAt, reason: finding(ruleId, article, message) }),
  );
}
