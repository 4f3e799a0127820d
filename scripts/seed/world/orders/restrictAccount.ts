import type { WorldAccountOrder, WorldFinding } from "../../worldModel";
import type { Block } from "../block";
import type { AccountDraft } from "../holderDraft";
import { endOfDay, later } from "../worldCalendar";
import { createOrder, type OrderOutcome } from "./createOrder";
import { finding } from "./finding";

/** What is decided about a restriction before it is ordered. */
export interface RestrictionSpec {
  readonly kind: "SUSPEND_NON_COUNTER" | "SUSPEND_ALL_PAYMENT" | "STOP_PAYMENT" | "FREEZE";
  /** An account that is opened later has its order when its opening is reported. */
  readonly issuedAt: string;
  /** The moment at which it ends by itself; null: when it is lifted. */
  readonly endsAt: string | null;
  /** The moment at which its cause was lifted, if it was. */
  readonly liftedAt: string | null;
  readonly causeId: string;
  /** Why, rule by rule; the first is the order's reason. */
  readonly derivation: readonly [WorldFinding, ...WorldFinding[]];
  readonly outcome?: OrderOutcome;
}

const LIFTED_COURSES = [
  ["ON_TIME", 92],
  ["REFUSED", 8],
] as const;
/** Institutions were told the end with the order. */
const END_BY_THEMSELVES = ["STOP_PAYMENT", "FREEZE"];

/** Orders a restriction: it stands from the order on, whenever the institution carries it out. */
export function restrictAccount(block: Block, account: AccountDraft, spec: RestrictionSpec): void {
  const { random, plan } = block;
  const issuedAt = later(spec.issuedAt, endOfDay(account.openedOn));
  const ranOutAt = spec.endsAt !== null && spec.endsAt <= plan.nowAt ? spec.endsAt : null;
  const endedAt = spec.liftedAt ?? ranOutAt;
  if (endedAt !== null && issuedAt >= endedAt) return;
  const liftedOutcome = spec.liftedAt === null ? undefined : random.weighted<OrderOutcome>(LIFTED_COURSES);
  const order = createOrder(random, plan.nowAt, {
    kind: spec.kind,
    issuedAt,
    reason: spec.derivation[0],
    causeId: spec.causeId,
    outcome: spec.outcome ?? liftedOutcome,
  });
  const ended = endedAt === null ? order : withdrawWaiting(order, endedAt);
  account.orders.push(ended);
  account.restrictions.push({
    id: order.id,
    kind: spec.kind,
    startsAt: issuedAt,
    endsAt: spec.endsAt,
    liftedAt: spec.liftedAt,
    causeId: spec.causeId,
    derivation: spec.derivation,
  });
  const isUndone = spec.liftedAt !== null || !END_BY_THEMSELVES.includes(spec.kind);
  if (endedAt !== null && isUndone && mayBeDone(ended))
    account.orders.push(createRestore(block, spec.causeId, endedAt));
}

/** What still waited when its time was over was withdrawn. */
function withdrawWaiting(order: WorldAccountOrder, endedAt: string): WorldAccountOrder {
  const isOver = order.status !== "REFUSED" && (order.executedAt === null || order.executedAt >= endedAt);
  return isOver ? { ...order, status: "EXPIRED", executedAt: null } : order;
}

/** What an institution has fetched it may have carried out without having said so. */
function mayBeDone({ status, deliveredAt }: WorldAccountOrder): boolean {
  return status === "EXECUTED" || (status === "EXPIRED" && deliveredAt !== null);
}

function createRestore({ random, plan }: Block, causeId: string, issuedAt: string): WorldAccountOrder {
  return createOrder(random, plan.nowAt, {
    kind: "RESTORE",
    issuedAt,
    reason: finding("objectionLift", "N20-5", "The cause has ended: business is restored at once."),
    causeId,
    outcome: random.weighted<OrderOutcome>([
      ["ON_TIME", 9],
      ["LATE", 1],
    ]),
  });
}
