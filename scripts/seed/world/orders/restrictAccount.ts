import type { WorldAccountOrder, WorldFinding } from "../../worldModel";
import type { Block } from "../block";
import type { AccountDraft } from "../holderDraft";
import { createOrder, type OrderOutcome } from "./createOrder";
import { finding } from "./finding";

/** What is decided about a restriction before it is ordered. */
export interface RestrictionSpec {
  readonly kind: "SUSPEND_NON_COUNTER" | "SUSPEND_ALL_PAYMENT" | "STOP_PAYMENT" | "FREEZE";
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

/** Orders a restriction; it stands from the moment the institution has carried the order out. */
export function restrictAccount(block: Block, account: AccountDraft, spec: RestrictionSpec): void {
  const { random, plan } = block;
  const liftedOutcome = spec.liftedAt === null ? undefined : random.weighted<OrderOutcome>(LIFTED_COURSES);
  const outcome = spec.outcome ?? liftedOutcome;
  const order = createOrder(random, plan.nowAt, {
    kind: spec.kind,
    issuedAt: spec.issuedAt,
    reason: spec.derivation[0],
    causeId: spec.causeId,
    outcome,
  });
  if (order.executedAt === null || (spec.endsAt !== null && order.executedAt >= spec.endsAt)) {
    account.orders.push(withoutEffect(order, spec.endsAt, plan.nowAt));
    return;
  }
  const restore = spec.liftedAt === null ? null : createRestore(block, spec, spec.liftedAt);
  account.orders.push(order, ...(restore === null ? [] : [restore]));
  account.restrictions.push({
    id: random.uuid(),
    kind: spec.kind,
    startsAt: order.executedAt,
    endsAt: spec.endsAt,
    liftedAt: restore?.executedAt ?? null,
    causeId: spec.causeId,
    derivation: spec.derivation,
  });
}

// What still waited when its time was over was withdrawn.
function withoutEffect(order: WorldAccountOrder, endsAt: string | null, nowAt: string): WorldAccountOrder {
  const isOver = order.status !== "REFUSED" && endsAt !== null && endsAt <= nowAt;
  return isOver ? { ...order, status: "EXPIRED", executedAt: null } : order;
}

function createRestore({ random, plan }: Block, spec: RestrictionSpec, liftedAt: string): WorldAccountOrder {
  return createOrder(random, plan.nowAt, {
    kind: "RESTORE",
    issuedAt: liftedAt,
    reason: finding("objectionLift", "N20-5", "The cause was lifted: business is restored at once."),
    causeId: spec.causeId,
    outcome: random.weighted<OrderOutcome>([
      ["ON_TIME", 9],
      ["LATE", 1],
    ]),
  });
}
