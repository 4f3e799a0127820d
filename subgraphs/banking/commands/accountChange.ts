import type { SavedAccount } from "../store/accountRecord";
import type { OutboxEntry } from "../store/outboxStore";
import { touchedByAccount } from "./touchedByAccount";

/** What a written account tells the feeds of the audiences. */
export function accountChange(
  saved: SavedAccount,
  institution: string,
  audiences: readonly string[],
): OutboxEntry {
  return {
    kind: saved.previousSubjectId === null ? "ACCOUNT_REPORTED" : "ACCOUNT_MOVED",
    audiences,
    institution,
    subjectId: saved.subjectId,
    accountId: saved.id,
    orderId: null,
    touched: touchedByAccount(saved),
  };
}
