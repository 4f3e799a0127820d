import { createBatchLoader } from "../../shared/createBatchLoader";
import { createGroupLoader } from "../../shared/createGroupLoader";
import type { RowFilter } from "../rowFilter";
import type { PastAccountRow } from "../store/accountPastStore";
import type { AccountRow } from "../store/accountStore";
import type { OrderRow } from "../store/orderStore";
import type { BankingStores } from "../stores";
import { byKey } from "./byKey";
import { perArguments } from "./perArguments";
import { withinRows } from "./withinRows";

/** Accounts and what hangs on them; accounts and orders are cut down to the view in the statement itself. */
export function createAccountLoaders(
  { accountPasts, accounts, orders, restrictions }: BankingStores,
  rows: RowFilter | null,
) {
  return {
    accountsBySubject: createGroupLoader(
      withinRows<string, AccountRow>(rows, (ids, filter) => accounts.accountsBySubjects(ids, filter)),
      account => account.subjectId,
    ),
    accountPastsBySubject: createGroupLoader(
      withinRows<string, PastAccountRow>(rows, (ids, filter) => accountPasts.pastsBySubjects(ids, filter)),
      past => past.subjectId,
    ),
    account: createBatchLoader(
      byKey(
        withinRows<string, AccountRow>(rows, (ids, filter) => accounts.accountsByIds(ids, filter)),
        account => account.id,
      ),
    ),
    ordersBySubject: createGroupLoader(
      withinRows<string, OrderRow>(rows, (ids, filter) => orders.ordersBySubjects(ids, filter)),
      order => order.subjectId,
    ),
    order: createBatchLoader(
      byKey(
        withinRows<string, OrderRow>(rows, (ids, filter) => orders.ordersByIds(ids, filter)),
        order => order.id,
      ),
    ),
    /** Not cut down: weighed in decisions. */
    recognitionsBySubject: createGroupLoader(
      (ids: readonly string[]) => restrictions.recognitionsBySubjects(ids),
      row => row.subjectId,
    ),
    /** Shown with accounts that are cut down, and weighed in decisions, which a person asks nobody for. */
    restrictionsBySubject: createGroupLoader(
      (ids: readonly string[]) =>
        restrictions.restrictionsBySubjects(ids, rows !== null && rows.person !== null),
      row => row.subjectId,
    ),
    /** Not cut down: which accounts there are is for the police, who see all. */
    accountsByReservedLine: perArguments((limit: number) =>
      createGroupLoader(
        (lineKeys: readonly string[]) => accounts.accountIdsByReservedLines(lineKeys, limit),
        row => row.lineKey,
      ),
    ),
  };
}
