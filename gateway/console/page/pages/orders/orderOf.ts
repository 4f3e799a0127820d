import type { AccountOrdersQuery, LineOrdersQuery } from "../../../generated/operations";

type AccountOrder = NonNullable<AccountOrdersQuery["accountOrders"]>["nodes"][number];
type LineOrder = NonNullable<LineOrdersQuery["lineOrders"]>["nodes"][number];

/** An order of either sector. */
export type Order = AccountOrder | LineOrder;

const OPEN: readonly string[] = ["ISSUED", "DELIVERED"];

/** Whether the institution still has to act on it: to restore, and to correct a record, is owed even once refused. */
export function isOpen({ status, kind, reason }: Order): boolean {
  const isOwed = kind === "RESTORE" || reason.ruleId === "wrongRecord";
  return OPEN.includes(status) || (status === "REFUSED" && isOwed);
}

/** Whether its time has passed and it is still open. */
export function isLate(order: Order, now: string): boolean {
  return isOpen(order) && order.dueAt < now;
}

/** The key of the text that names what is ordered. */
export function kindKeyOf(order: Order): string {
  return "account" in order ? `enums.AccountOrderKind.${order.kind}` : `enums.LineOrderKind.${order.kind}`;
}

/** The account or line that the order is about. */
export function targetOf(order: Order): string {
  return ("account" in order ? order.account?.maskedNumber : order.line.number) ?? "—";
}

/** What is late first, then by the time it is due: lateness never lies on a later page. */
export function byUrgency(orders: readonly Order[], now: string): Order[] {
  return [...orders].sort(
    (a, b) => Number(isLate(b, now)) - Number(isLate(a, now)) || a.dueAt.localeCompare(b.dueAt),
  );
}

/** How many orders there are of each kind, the most first. */
export function countKinds(orders: readonly Order[]): readonly (readonly [key: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const order of orders) counts.set(kindKeyOf(order), (counts.get(kindKeyOf(order)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
