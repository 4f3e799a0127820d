import { addDays, daysBetween } from "../../../../schema/contract/calendar";
import type { Block } from "../block";
import { createFlag } from "./createFlag";
import type { LineDraft } from "../holderDraft";
import { createOrder, type OrderOutcome } from "../orders/createOrder";
import { finding } from "../orders/finding";
import { toLineOrder } from "../orders/toLineOrder";
import { anyMoment, earlier, later, minutesAfter } from "../worldCalendar";

/** RN-5: a line not used for this long may be suspended until its holder has been verified again. */
const UNUSED_DAYS = 90;
/** Carriers look through their unused lines slowly: this share of those in service has been asked about. */
const REVIEWED_SHARE = 0.4;
const CALLED_DAYS_AGO = [2, 25] as const;
const LEAST_SUSPENDED_DAYS = 5;
const MOST_SUSPENDED_DAYS = 600;
/** From the first observation to the stop: reported within hours, verified within two days. */
const FLAGGED_DAYS = 3;

/** Gives an ordinary line the orders and flags that its status and its disuse come from. */
export function addLineOrders(block: Block, line: LineDraft): void {
  // Registered too lately to have been forgotten already.
  if (line.status === "DORMANT" && !isUnused(block, line)) line.status = "ACTIVE";
  if (line.status === "DORMANT") return addDormantReview(block, line, "ON_TIME");
  if (line.status === "SUSPENDED") return addFlaggedSuspension(block, line);
  if (line.status === "REVERIFY_REQUIRED") return addReverification(block, line);
  if (line.status === "ACTIVE" && isUnused(block, line) && block.random.chance(REVIEWED_SHARE)) {
    addDormantReview(block, line, undefined);
  }
}

function isUnused({ plan }: Block, { lastUsedOn }: LineDraft): boolean {
  return lastUsedOn !== null && daysBetween(lastUsedOn, plan.today) > UNUSED_DAYS;
}

function addDormantReview(block: Block, line: LineDraft, outcome: OrderOutcome | undefined): void {
  const { random, plan } = block;
  const from = addDays(line.lastUsedOn ?? line.registeredOn, UNUSED_DAYS + 1);
  const daysSince = Math.max(1, daysBetween(from, plan.today));
  const issuedOn =
    outcome === undefined ? addDays(plan.today, -random.integer(1, Math.min(daysSince, 40))) : from;
  const reason = finding("unused90Days", "RN-5", "The line has not been used for more than 90 days.", {
    fact: `last used ${line.lastUsedOn ?? "never"}`,
  });
  const order = createOrder(random, plan.nowAt, {
    kind: "DORMANT_REVIEW",
    issuedAt: anyMoment(issuedOn, random),
    reason,
    outcome:
      outcome ??
      random.weighted([
        ["WAITING", 5],
        ["UNDELIVERED", 3],
        ["REFUSED", 2],
      ] as const),
  });
  line.orders.push(toLineOrder(order));
  if (line.status === "DORMANT" && order.status !== "EXECUTED") line.status = "ACTIVE";
}

// A number is stopped only after the flag has been verified (SH).
function addFlaggedSuspension(block: Block, line: LineDraft): void {
  const { random, plan } = block;
  const inServiceSince = line.activatedOn ?? line.registeredOn;
  const daysInService = daysBetween(inServiceSince, plan.today);
  if (daysInService < LEAST_SUSPENDED_DAYS + FLAGGED_DAYS) {
    // Too new to have been noticed, reported, verified and stopped already.
    line.status = "ACTIVE";
    return;
  }
  const longest = Math.min(MOST_SUSPENDED_DAYS, daysInService - FLAGGED_DAYS);
  const stoppedOn = addDays(plan.today, -random.integer(LEAST_SUSPENDED_DAYS, longest));
  const flag = createFlag(block, line, {
    kind: random.pick(["USER_COMPLAINTS", "SPAM_SMS", "HARASSING_CALLS", "ABNORMAL_FREQUENCY"]),
    observedOn: addDays(stoppedOn, -FLAGGED_DAYS),
    status: "VERIFIED",
  });
  line.flags.push(flag);
  line.lastUsedOn = later(inServiceSince, earlier(line.lastUsedOn ?? inServiceSince, stoppedOn));
  const order = createOrder(random, plan.nowAt, {
    kind: "SUSPEND",
    issuedAt: minutesAfter(flag.verifiedAt ?? flag.reportedAt, 1),
    causeId: flag.id,
    reason: finding("verifiedBeforeStop", "SH", "The flag was verified.", { fact: flag.kind }),
    outcome: "ON_TIME",
  });
  line.orders.push(toLineOrder(order));
  if (order.status !== "EXECUTED") line.status = "ACTIVE";
}

function addReverification(block: Block, line: LineDraft): void {
  const { random, plan } = block;
  const order = createOrder(random, plan.nowAt, {
    kind: "REVERIFY",
    issuedAt: anyMoment(addDays(plan.today, -random.integer(...CALLED_DAYS_AGO)), random),
    reason: finding("secondVerification", "RN-4", "The line is at high risk: its holder is verified again."),
    outcome: "WAITING",
  });
  line.orders.push(toLineOrder(order));
}
