import { addDays } from "../../../schema/contract/calendar";
import type { Database } from "../../../schema/database/openDatabase";
import { toChange } from "../commands/change";
import { issueOrders, type OrderDraft } from "../commands/issueOrders";
import { openOrderTransaction, type OrderTransaction } from "../commands/orderTransaction";
import { derivedId } from "../input/derivedId";
import { isNobody } from "../nobody";
import { stopUnregistered } from "../rules/stopUnregistered";
import { lastSignOfUse, unused90Days, UNUSED_DAYS } from "../rules/unused90Days";
import { createDailyCheckStore, type CheckedLine, type DailyCheckStore } from "../store/dailyCheckStore";
import { LineOrderKind } from "../types/enums";

/** Lines read and orders written at once: some hundred kilobytes. */
const PAGE_SIZE = 1_000;

/** What a day's checks have come to. */
export interface DailyChecks {
  /** False: the day had been checked before, and nothing was done. */
  readonly isFirst: boolean;
  readonly ordered: number;
  readonly overdue: number;
}

/**
 * Makes the checks of a day, once, however often it is called: lines out of use for 90 days become tasks for their
 * carriers (RN-5), lines that nobody is registered for are to be stopped (N16-3), and deadlines that have passed are
 * told of (N16-4). All of it stands together, or none of it.
 */
export function runDailyChecks(
  { database, at }: { readonly database: Database; readonly at: Date },
  day: string,
): Promise<DailyChecks> {
  return database.transaction(async tx => {
    const checks = createDailyCheckStore(tx);
    if (!(await checks.claimDay(day, at))) return { isFirst: false, ordered: 0, overdue: 0 };
    const transaction = openOrderTransaction(tx, at);
    const ordered = await checkLines(checks, transaction, day);
    const overdue = await tellOverdue(checks, transaction, day);
    return { isFirst: true, ordered, overdue };
  });
}

async function checkLines(
  checks: DailyCheckStore,
  transaction: OrderTransaction,
  day: string,
): Promise<number> {
  let ordered = 0;
  let after: CheckedLine | null = null;
  for (;;) {
    const lines: CheckedLine[] = await checks.candidates({
      usedUntil: addDays(day, -UNUSED_DAYS),
      limit: PAGE_SIZE,
      after,
    });
    const issued = await issueOrders(
      lines.flatMap(line => draftsFor(line, day)),
      transaction,
    );
    ordered += issued.size;
    after = lines.at(-1) ?? null;
    if (after === null || lines.length < PAGE_SIZE) return ordered;
  }
}

function draftsFor(line: CheckedLine, day: string): OrderDraft[] {
  const { subjectId, id: lineId, carrier } = line;
  const place = { subjectId, lineId, carrier };
  const drafts: OrderDraft[] = [];
  // What is not reported yet is no sign that a line is unused.
  const { completeThrough } = line;
  if (completeThrough !== null) {
    const reason = unused90Days(line, completeThrough < day ? completeThrough : day);
    // One spell out of use is one task, however many days it lasts.
    const causeId = derivedId("unused90Days", lineId, lastSignOfUse(line));
    if (reason !== null)
      drafts.push({
        ...place,
        id: derivedId("order", causeId),
        kind: LineOrderKind.DORMANT_REVIEW,
        reason,
        causeId,
      });
  }
  const reason = stopUnregistered({ status: line.status, isRegistered: !isNobody(subjectId) }, day);
  const causeId = derivedId("stopUnregistered", lineId, line.registeredOn);
  if (reason !== null)
    drafts.push({
      ...place,
      id: derivedId("order", causeId),
      kind: LineOrderKind.STOP_UNREGISTERED,
      reason,
      causeId,
    });
  return drafts;
}

async function tellOverdue(
  checks: DailyCheckStore,
  { at, tell }: OrderTransaction,
  day: string,
): Promise<number> {
  // Also what became overdue on days that were not checked; what was told the last time was due before that day.
  const overdue = await checks.overdueSince(await checks.dayBefore(day), day);
  await tell(
    overdue.map(({ id, institution }) =>
      toChange({
        kind: "RECTIFICATION_OVERDUE",
        at,
        carrier: institution,
        rectificationId: id,
        touched: [`Institution:${institution}`],
      }),
    ),
  );
  return overdue.length;
}
