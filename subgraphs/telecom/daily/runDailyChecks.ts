import type { Kysely } from "kysely";
import { addDays, chinaDay } from "../../../schema/contract/calendar";
import type { Clock } from "../../../schema/contract/clock";
import type { Database } from "../../../schema/database/openDatabase";
import { toChange } from "../commands/change";
import type { OrderDraft } from "../commands/issuedOrder";
import { issueOrders } from "../commands/issueOrders";
import { openOrderTransaction, type OrderTransaction } from "../commands/orderTransaction";
import { derivedId } from "../input/derivedId";
import { isNobody } from "../nobody";
import { stopUnregistered } from "../rules/stopUnregistered";
import { lastSignOfUse, unused90Days, UNUSED_DAYS } from "../rules/unused90Days";
import { createDailyCheckStore, type CheckedLine, type DailyCheckStore } from "../store/dailyCheckStore";
import { createLineReportStore } from "../store/lineReportStore";
import { LineOrderKind } from "../types/enums";

/** Lines read and orders written at once: some hundred kilobytes, and a transaction of a moment. */
const PAGE_SIZE = 1_000;

interface CheckParts {
  readonly database: Database;
  readonly at: Date;
}

/** What a part of the lines has come to, and where the next part begins; null after the last. */
interface CheckedPage {
  readonly ordered: number;
  readonly next: CheckedLine | null;
}

/** What a day's checks have come to. */
export interface DailyChecks {
  /** False: the day had been checked before. */
  readonly isFirst: boolean;
  readonly ordered: number;
  readonly overdue: number;
}

/**
 * Makes the checks of a day; called again for the same day, it changes nothing. Lines out of use for 90 days become
 * tasks for their carriers (RN-5), lines that nobody is registered for are to be stopped (N16-3), and deadlines that
 * have passed are told of (N16-4).
 */
export async function runDailyChecks(parts: CheckParts, day: string): Promise<DailyChecks> {
  if (await createDailyCheckStore(parts.database.db).isChecked(day))
    return { isFirst: false, ordered: 0, overdue: 0 };
  let ordered = 0;
  let next: CheckedLine | null = null;
  do {
    const page: CheckedPage = await checkPage(parts, day, next);
    ordered += page.ordered;
    next = page.next;
  } while (next !== null);
  return { ordered, ...(await endDay(parts, day)) };
}

/** The checks of each day as a chore, a page of lines at a time, begun anew when the process is. */
export function dailyChore(database: Database, clock: Clock): () => Promise<boolean> {
  let checked: string | null = null;
  let place: { readonly day: string; readonly next: CheckedLine | null } | null = null;
  return async () => {
    const at = clock();
    const day = chinaDay(at);
    if (day === checked) return false;
    if (place?.day !== day && (await createDailyCheckStore(database.db).isChecked(day))) {
      checked = day;
      return false;
    }
    const { next } = await checkPage({ database, at }, day, place?.day === day ? place.next : null);
    place = { day, next };
    if (next !== null) return true;
    await endDay({ database, at }, day);
    checked = day;
    return false;
  };
}

function checkPage(
  { database, at }: CheckParts,
  day: string,
  after: CheckedLine | null,
): Promise<CheckedPage> {
  return database.transaction(async tx => {
    const usedUntil = addDays(day, -UNUSED_DAYS);
    const lines = await createDailyCheckStore(tx).candidates({ usedUntil, limit: PAGE_SIZE, after });
    const due = lines.filter(line => draftsFor(line, day).length > 0);
    const drafts = (await lockUnchanged(tx, due)).flatMap(line => draftsFor(line, day));
    const issued = await issueOrders(drafts, openOrderTransaction(tx, at));
    return { ordered: issued.size, next: lines.length < PAGE_SIZE ? null : (lines.at(-1) ?? null) };
  });
}

/** Holds the lines that are as they were read: one that somebody has just reported is looked at another day. */
async function lockUnchanged(tx: Kysely<unknown>, read: readonly CheckedLine[]): Promise<CheckedLine[]> {
  const held = await createLineReportStore(tx).lockLines(read.map(({ id }) => id));
  return read.filter(line => {
    const now = held.get(line.id);
    return now !== undefined && SEEN.every(field => now[field] === line[field]);
  });
}

/** What a check has looked at. */
const SEEN = ["subjectId", "carrier", "status", "registeredOn", "activatedOn", "lastUsedOn"] as const;

/** A day is ended once, by whoever comes to its end first; the orders of the others were the same ones. */
function endDay(
  { database, at }: CheckParts,
  day: string,
): Promise<Pick<DailyChecks, "isFirst" | "overdue">> {
  return database.transaction(async tx => {
    const checks = createDailyCheckStore(tx);
    if (!(await checks.claimDay(day, at))) return { isFirst: false, overdue: 0 };
    return { isFirst: true, overdue: await tellOverdue(checks, openOrderTransaction(tx, at), day) };
  });
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
    if (reason !== null && !line.openKinds.includes(LineOrderKind.DORMANT_REVIEW))
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
  if (reason !== null && !line.openKinds.includes(LineOrderKind.STOP_UNREGISTERED))
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
