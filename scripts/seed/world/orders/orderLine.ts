import type { WorldFinding } from "../../worldModel";
import type { Block } from "../block";
import type { LineDraft } from "../holderDraft";
import { createOrder, type OrderOutcome } from "./createOrder";
import { finding } from "./finding";
import { endOfDay, later } from "../worldCalendar";
import { toLineOrder } from "./toLineOrder";

/** What is decided about a carrier's order before it is given. */
export interface LineOrderSpec {
  readonly kind: "SUSPEND" | "REVERIFY";
  readonly issuedAt: string;
  readonly causeId?: string;
  readonly reason: WorldFinding;
  /** The moment at which the cause fell away, if it did. */
  readonly endedAt: string | null;
  readonly outcome?: OrderOutcome;
}

/** Not in service yet, or not any more: there is nothing to order. */
const NOT_ORDERED = ["PENDING", "CLOSED"];

/** Of causes that fell away, so many did before the carrier had come to them. */
const WITHDRAWN_SHARE = 0.15;

/** Gives a carrier an order for a line and lets the line follow it; one that is registered later has it from then on. */
export function orderLine(block: Block, line: LineDraft, spec: LineOrderSpec): void {
  const { random, plan } = block;
  const issuedAt = later(spec.issuedAt, endOfDay(line.activatedOn ?? line.registeredOn));
  const isTooLate = spec.endedAt !== null && issuedAt >= spec.endedAt;
  if (NOT_ORDERED.includes(line.status) || isTooLate) return;
  const isWithdrawn = spec.endedAt !== null && random.chance(WITHDRAWN_SHARE);
  const ended =
    spec.endedAt === null ? {} : { outcome: isWithdrawn ? ("UNDELIVERED" as const) : ("ON_TIME" as const) };
  const order = createOrder(random, plan.nowAt, { ...spec, issuedAt, ...ended });
  line.orders.push(toLineOrder(isWithdrawn ? { ...order, status: "EXPIRED" } : order));
  if (isWithdrawn) return;
  if (spec.kind === "REVERIFY") {
    if (order.status === "DELIVERED" && line.status !== "SUSPENDED") line.status = "REVERIFY_REQUIRED";
    return;
  }
  if (order.status !== "EXECUTED") return;
  if (spec.endedAt === null) line.status = "SUSPENDED";
  else line.orders.push(createRestore(block, order.causeId, spec.endedAt));
}

function createRestore(
  { random, plan }: Block,
  causeId: string,
  issuedAt: string,
): LineDraft["orders"][number] {
  return toLineOrder(
    createOrder(random, plan.nowAt, {
      kind: "RESTORE",
      issuedAt,
      causeId,
      reason: finding("objectionLift", "N20-5", "The cause fell away: the line is back in service."),
      outcome: "ON_TIME",
    }),
  );
}
