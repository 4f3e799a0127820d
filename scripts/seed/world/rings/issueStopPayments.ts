import { addDays } from "../../../../schema/contract/calendar";
import type { WorldStopPayment } from "../../worldModel";
import type { Block } from "../block";
import type { OrderOutcome } from "../orders/createOrder";
import { stopPayment } from "../orders/stopPayment";
import { minutesAfter, officeMoment } from "../worldCalendar";
import type { Mule, RingPlan } from "./ring";

const HOUR_MINUTES = 60;
const STOPPED_ACCOUNTS = 2;
/** The second one follows when the first has run out. */
const SECOND_AFTER_HOURS = 49;
const SECOND_SHARE = 0.5;
/** In a young case the money of yesterday is stopped today. */
const STANDING_SINCE_HOURS = [3, 30] as const;
/** Carried out within the hour, or too late to be of any use. */
const COURSES = [
  ["ON_TIME", 85],
  ["FORGOTTEN", 15],
] as const;

/** Issues the stop-payments of a ring's case: at its beginning, and in a young case one that still stands. */
export function issueStopPayments(block: Block, ring: RingPlan, mules: readonly Mule[]): WorldStopPayment[] {
  const { random, plan } = block;
  const stop = ({ account }: Mule, startsAt: string, sequence: 1 | 2): WorldStopPayment => {
    const outcome = random.weighted<OrderOutcome>(COURSES);
    return stopPayment(block, account, { caseNumber: ring.caseNumber, startsAt, sequence, outcome });
  };
  const [first, second] = random.sample(mules, STOPPED_ACCOUNTS);
  if (first === undefined) return [];
  const startsAt = officeMoment(addDays(ring.caseOpenedOn, 1), random);
  const stops = [stop(first, startsAt, 1)];
  if (random.chance(SECOND_SHARE)) {
    stops.push(stop(first, minutesAfter(startsAt, SECOND_AFTER_HOURS * HOUR_MINUTES), 2));
  }
  if (second !== undefined && ring.era.isRecent) {
    const hoursAgo = random.integer(...STANDING_SINCE_HOURS);
    stops.push(stop(second, minutesAfter(plan.nowAt, -hoursAgo * HOUR_MINUTES), 1));
  }
  return stops;
}
