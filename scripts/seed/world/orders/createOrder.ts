import type { WorldAccountOrder, WorldFinding } from "../../worldModel";
import type { Random } from "../random/createRandom";
import { minutesAfter } from "../worldCalendar";
import { DUE_HOURS, type WorldOrderKind } from "./dueHours";

/** How an order ran its course. */
export type OrderOutcome = "ON_TIME" | "LATE" | "WAITING" | "UNDELIVERED" | "REFUSED" | "FORGOTTEN";

/** What is decided about an order before it is made. */
export interface OrderSpec {
  readonly kind: WorldOrderKind;
  readonly issuedAt: string;
  readonly reason: WorldFinding;
  /** The sanction, case, flag or stop payment behind it; left out, the order is its own cause. */
  readonly causeId?: string;
  /** Left out, chance decides as far as time allows. */
  readonly outcome?: OrderOutcome;
}

/** An order that should have been executed is left lying by this day at the latest. */
const FORGOTTEN_AFTER_DAYS = 70;
const YOUNG_COURSES = [
  ["ON_TIME", 62],
  ["LATE", 10],
  ["WAITING", 12],
  ["UNDELIVERED", 6],
  ["REFUSED", 6],
  ["FORGOTTEN", 4],
] as const;
const OLD_COURSES = [
  ["ON_TIME", 84],
  ["LATE", 9],
  ["REFUSED", 4],
  ["FORGOTTEN", 3],
] as const;
const REFUSALS = ["账户已销户", "户名与证件不符", "系统中查无此户", "该户已由他案措施处理"];
const DAY_MINUTES = 24 * 60;

/** Makes an order and lets it run its course up to `nowAt`; lines' orders use what they know of it. */
export function createOrder(random: Random, nowAt: string, spec: OrderSpec): WorldAccountOrder {
  const id = random.uuid();
  const dueMinutes = DUE_HOURS[spec.kind] * 60;
  const course = runCourse(random, nowAt, spec, dueMinutes);
  return {
    id,
    kind: spec.kind,
    issuedAt: spec.issuedAt,
    dueAt: minutesAfter(spec.issuedAt, dueMinutes),
    causeId: spec.causeId ?? id,
    reason: spec.reason,
    ...course,
  };
}

type Course = Pick<WorldAccountOrder, "status" | "deliveredAt" | "executedAt" | "refusalReason">;

function runCourse(random: Random, nowAt: string, spec: OrderSpec, dueMinutes: number): Course {
  const outcome = spec.outcome ?? chooseOutcome(random, nowAt, spec.issuedAt);
  const deliveredAt = minutesAfter(spec.issuedAt, random.integer(1, Math.min(dueMinutes / 4, 90)));
  const open: Course = { status: "DELIVERED", deliveredAt, executedAt: null, refusalReason: null };
  if (outcome === "UNDELIVERED" || deliveredAt > nowAt)
    return { ...open, status: "ISSUED", deliveredAt: null };
  if (outcome === "WAITING" || outcome === "FORGOTTEN") return open;
  if (outcome === "REFUSED") return { ...open, status: "REFUSED", refusalReason: random.pick(REFUSALS) };
  const executedAt =
    outcome === "LATE"
      ? minutesAfter(spec.issuedAt, dueMinutes + random.integer(2 * 60, 12 * DAY_MINUTES))
      : minutesAfter(deliveredAt, 1 + Math.floor(random.fraction() * dueMinutes * 0.6));
  return executedAt > nowAt ? open : { ...open, status: "EXECUTED", executedAt };
}

function chooseOutcome(random: Random, nowAt: string, issuedAt: string): OrderOutcome {
  const isOld = issuedAt < minutesAfter(nowAt, -FORGOTTEN_AFTER_DAYS * DAY_MINUTES);
  return random.weighted<OrderOutcome>(isOld ? OLD_COURSES : YOUNG_COURSES);
}
