import { addDays } from "../../../../schema/contract/calendar";
import type { Block } from "../block";
import type { LineDraft } from "../holderDraft";
import { createOrder, type OrderOutcome } from "../orders/createOrder";
import { finding } from "../orders/finding";
import { toLineOrder } from "../orders/toLineOrder";
import { anyMoment } from "../worldCalendar";
import { createLine } from "./createLine";
import { openingDay } from "./openingDay";
import { pickInstitution } from "./pickInstitution";

/** Sold before every number had to be registered (N16-3), or before the rule was taken seriously. */
const SOLD_FROM = "2008-01-01";
const SOLD_UNTIL = "2016-08-31";
const MOST_PER_BLOCK = 4;
/** A line without a holder is never in service: stopped, not yet started, or given up. */
const STATUSES = [
  ["SUSPENDED", 6],
  ["REVERIFY_REQUIRED", 1],
  ["PENDING", 2],
  ["CLOSED", 2],
] as const;
const STOPPED_DAYS_AGO = [3, 2000] as const;
const CALLED_DAYS_AGO = [1, 20] as const;

/** Lines of the neighbourhood for which nobody is registered. */
export function createUnregisteredLines(block: Block): LineDraft[] {
  const { random } = block;
  return Array.from({ length: random.integer(2, MOST_PER_BLOCK) }, () => {
    const carrier = pickInstitution(random, "TELECOM", { isNoReseller: true });
    const status = random.weighted(STATUSES);
    const registeredOn = openingDay(random, SOLD_FROM, SOLD_UNTIL);
    const line = createLine(block, { carrier, kind: "MOBILE", status, holder: null, registeredOn });
    if (status === "SUSPENDED") stop(block, line, STOPPED_DAYS_AGO, "ON_TIME");
    if (status === "REVERIFY_REQUIRED") stop(block, line, CALLED_DAYS_AGO, "WAITING");
    return line;
  });
}

function stop(
  block: Block,
  line: LineDraft,
  daysAgo: readonly [number, number],
  outcome: OrderOutcome,
): void {
  const { random, plan } = block;
  const issuedAt = anyMoment(addDays(plan.today, -random.integer(...daysAgo) - 1), random);
  const reason = finding("stopUnregistered", "N16-3", "Nobody is registered for the line.", {
    fact: `sold ${line.registeredOn}`,
  });
  line.orders.push(
    toLineOrder(createOrder(random, plan.nowAt, { kind: "STOP_UNREGISTERED", issuedAt, reason, outcome })),
  );
}
