import { addDays } from "../../../../schema/contract/calendar";
import type { WorldStopPayment } from "../../worldModel";
import type { Block } from "../block";
import type { OrderOutcome } from "../orders/createOrder";
import { finding } from "../orders/finding";
import { restrictAccount } from "../orders/restrictAccount";
import { minutesAfter, officeMoment } from "../worldCalendar";
import type { Mule, RingPlan } from "./ring";

/** An emergency stop-payment lasts 48 hours and may be issued twice for an account. */
const STOP_HOURS = 48;
const SECOND_AFTER_HOURS = 49;
const HOUR_MINUTES = 60;
const STOPPED_ACCOUNTS = 2;
/** In a young case the money of yesterday is stopped today. */
const STANDING_SINCE_HOURS = [3, 30] as const;
/** Carried out within the hour, or too late to be of any use. */
const COURSES = [
  ["ON_TIME", 85],
  ["EXPIRED", 15],
] as const;

/** Issues the stop-payments of a ring's case and gives out their orders. */
export function issueStopPayments(block: Block, ring: RingPlan, mules: readonly Mule[]): WorldStopPayment[] {
  const { random, plan } = block;
  const [first, second] = random.sample(mules, STOPPED_ACCOUNTS);
  if (first === undefined) return [];
  const startsAt = officeMoment(addDays(ring.caseOpenedOn, 1), random);
  const stops = [issue(block, ring, first, startsAt, 1)];
  if (random.chance(0.5))
    stops.push(issue(block, ring, first, minutesAfter(startsAt, SECOND_AFTER_HOURS * HOUR_MINUTES), 2));
  if (second !== undefined && ring.era.isRecent) {
    stops.push(
      issue(
        block,
        ring,
        second,
        minutesAfter(plan.nowAt, -random.integer(...STANDING_SINCE_HOURS) * HOUR_MINUTES),
        1,
      ),
    );
  }
  return stops;
}

function issue(
  block: Block,
  ring: RingPlan,
  { account }: Mule,
  startsAt: string,
  sequence: number,
): WorldStopPayment {
  const { institution, number } = account;
  const endsAt = minutesAfter(startsAt, STOP_HOURS * HOUR_MINUTES);
  restrictAccount(block, account, {
    kind: "STOP_PAYMENT",
    issuedAt: startsAt,
    endsAt,
    liftedAt: null,
    causeId: ring.caseNumber,
    derivation: [
      finding("stopPayment", "EXT:电信网络新型违法犯罪案件紧急止付和快速冻结", "Emergency stop-payment.", {
        until: endsAt.slice(0, 10),
        fact: `${ring.caseNumber}, ${sequence} of 2`,
      }),
    ],
    outcome: block.random.weighted<OrderOutcome>(COURSES),
  });
  return { id: block.random.uuid(), account: { institution, number }, startsAt, endsAt, sequence };
}
