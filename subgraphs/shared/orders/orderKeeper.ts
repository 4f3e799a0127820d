import type { Kysely } from "kysely";
import { chinaDay } from "../../../schema/contract/calendar";
import type { Clock } from "../../../schema/contract/clock";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import type { Database } from "../../../schema/database/openDatabase";
import type { CursorStore } from "../events/cursorStore";
import { createMeasureStore, type CarryingSubgraph } from "./measureStore";
import { planOrders, type Holding, type KnownOrder, type MeasureRule, type OrderPlan } from "./planOrders";
import type { StandingMeasure } from "./standingMeasure";

/** A measure with what is to be done about it. */
export interface PlannedMeasure {
  readonly measure: StandingMeasure;
  readonly plan: OrderPlan;
}

/** What one subgraph knows of its holdings and orders; each method runs inside the transaction it is given. */
export interface OrderBook {
  readonly name: CarryingSubgraph;
  /** Kinds that are not named ask for no order. */
  readonly rules: Readonly<Partial<Record<StandingMeasure["kind"], MeasureRule>>>;
  /** What each measure that stands reaches now. */
  targets(
    tx: Kysely<unknown>,
    measures: readonly StandingMeasure[],
  ): Promise<ReadonlyMap<StandingMeasure, readonly Holding[]>>;
  /** All orders of the causes, held so that none changes its standing until the transaction has ended. */
  lockOrders(tx: Kysely<unknown>, causeIds: readonly string[]): Promise<readonly KnownOrder[]>;
  /** Holds all that a review of these people may change, so that no two reviews wait for each other. */
  lockForReview?(tx: Kysely<unknown>, subjectIds: readonly string[]): Promise<void>;
  /** What these people hold, by id. */
  holdingIds(tx: Kysely<unknown>, subjectIds: readonly string[]): Promise<readonly string[]>;
  /** What else these people's changed holdings mean for orders that no measure brought about. */
  reviewOthers?(tx: Kysely<unknown>, subjectIds: readonly string[], at: Date): Promise<void>;
  /** Lets what stands by measures end when they do now. */
  takeOverEnds(tx: Kysely<unknown>, measures: readonly StandingMeasure[], at: Date): Promise<void>;
  carryOut(tx: Kysely<unknown>, planned: readonly PlannedMeasure[], at: Date): Promise<void>;
  /** Tells the police which of the causes have ended here, with nothing left to be undone. */
  tellRestored(tx: Kysely<unknown>, causeIds: readonly string[], at: Date): Promise<void>;
}

type MeasureEvent = Extract<PoliceEvent, { kind: "MEASURE_IN_FORCE" | "MEASURE_LIFTED" | "MEASURE_EXPIRED" }>;

/** Keeps the orders of one subgraph in step with the measures that stand. */
export interface OrderKeeper {
  /** A measure begins or ends. Belongs in the transaction that holds the police cursor. */
  hear(tx: Kysely<unknown>, event: MeasureEvent): Promise<void>;
  /** Looks at changed holdings and at measures whose day has come or whose time is over; true where more waits. */
  review(): Promise<boolean>;
}

/** Bounds the transaction: people with a handful of holdings each. */
const REVIEWS_AT_ONCE = 200;
const BEGINNINGS_AT_ONCE = 100;
const ENDS_AT_ONCE = 100;

/** Whoever changes orders by measures holds the police cursor: one at a time, so that none misses another's work. */
export function createOrderKeeper(
  book: OrderBook,
  { database, cursors, clock }: { database: Database; cursors: CursorStore; clock: Clock },
): OrderKeeper {
  async function settle(tx: Kysely<unknown>, measures: readonly StandingMeasure[], at: Date): Promise<void> {
    const ruled = measures.filter(
      measure =>
        book.rules[measure.kind] !== undefined && (measure.endedBy !== null || isInForce(measure, at)),
    );
    if (ruled.length === 0) return;
    const orders = await book.lockOrders(tx, [...new Set(ruled.map(measure => measure.causeId))]);
    const targets = await book.targets(
      tx,
      ruled.filter(measure => measure.endedBy === null),
    );
    const planned = ruled.flatMap(measure => {
      const rule = book.rules[measure.kind];
      if (rule === undefined) return [];
      const ofCause = orders.filter(order => order.causeId === measure.causeId);
      return [{ measure, plan: planOrders(measure.endedBy, rule, targets.get(measure) ?? [], ofCause) }];
    });
    await book.carryOut(tx, planned, at);
  }

  async function reviewChanged(tx: Kysely<unknown>, at: Date): Promise<boolean> {
    const store = createMeasureStore(book.name, tx);
    const subjectIds = await store.takeReviews(REVIEWS_AT_ONCE);
    if (subjectIds.length === 0) return false;
    await book.lockForReview?.(tx, subjectIds);
    await settle(tx, await store.standing(subjectIds, await book.holdingIds(tx, subjectIds)), at);
    await book.reviewOthers?.(tx, subjectIds, at);
    return true;
  }

  async function orderBegun(tx: Kysely<unknown>, at: Date): Promise<boolean> {
    const begun = await createMeasureStore(book.name, tx).takeBegun(chinaDay(at), BEGINNINGS_AT_ONCE);
    await settle(tx, begun, at);
    return begun.length > 0;
  }

  async function endOverdue(tx: Kysely<unknown>, at: Date): Promise<boolean> {
    const store = createMeasureStore(book.name, tx);
    const over = await store.overdue(chinaDay(at), at, ENDS_AT_ONCE);
    if (over.length === 0) return false;
    await store.end(over, at, "EXPIRED");
    await settle(
      tx,
      over.map(measure => ({ ...measure, endedAt: at, endedBy: "EXPIRED" })),
      at,
    );
    await book.tellRestored(tx, [...new Set(over.map(({ causeId }) => causeId))], at);
    return true;
  }

  return {
    async hear(tx, event) {
      const store = createMeasureStore(book.name, tx);
      const at = clock();
      const named = toMeasures(event).filter(({ kind }) => book.rules[kind] !== undefined);
      const isBeginning = event.kind === "MEASURE_IN_FORCE";
      if (isBeginning) await store.begin(named, chinaDay(at));
      else await store.end(named, at, event.kind === "MEASURE_LIFTED" ? "LIFTED" : "EXPIRED");
      const stored = (await store.measuresOf([event.causeId])).filter(one =>
        named.some(({ kind, sector }) => kind === one.kind && sector === one.sector),
      );
      await book.takeOverEnds(
        tx,
        stored.filter(({ endedBy }) => endedBy === null),
        at,
      );
      await settle(tx, stored, at);
      // Also of one that has brought nothing about: the police wait for the word of all whom they told.
      if (!isBeginning) await book.tellRestored(tx, [event.causeId], at);
    },

    async review() {
      const at = clock();
      if (!(await createMeasureStore(book.name, database.db).hasWork(chinaDay(at), at))) return false;
      return database.transaction(async tx => {
        await cursors.lockPlace(tx, "police");
        const begun = await orderBegun(tx, at);
        const reviewed = await reviewChanged(tx, at);
        return (await endOverdue(tx, at)) || begun || reviewed;
      });
    },
  };
}

/**
 * Nothing is ordered before the first day, so that whoever is told then has nobody restricted too early, nor once the
 * time is over, where it is heard of late. What counts from a moment waits for no day: it begins when it is told, and two
 * clocks may differ about midnight.
 */
function isInForce({ startsOn, endsOn, startsAt, endsAt }: StandingMeasure, at: Date): boolean {
  const today = chinaDay(at);
  const hasBegun = startsAt !== null || startsOn <= today;
  return hasBegun && (endsOn === null || endsOn >= today) && (endsAt === null || endsAt > at);
}

function toMeasures(event: MeasureEvent): StandingMeasure[] {
  const { causeId, causeKind, subjectId, accountId, lineId, startsAt, endsAt, article, holderMark } = event;
  return event.measures.map(measure => ({
    ...measure,
    causeId,
    causeKind,
    // Whoever else stands beside an account in a case does not hold it, and has nothing restricted for it.
    subjectId: causeKind === "CASE_ACCOUNT" && !event.isHolderNamed ? null : subjectId,
    // Numbers are given to others; of an account its register knows better than the police who holds it.
    holderKnown: causeKind === "CASE_LINE" && event.isHolderNamed,
    holdingId: accountId ?? lineId,
    startsAt: startsAt === null ? null : new Date(startsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
    article,
    holderMark,
    endedAt: null,
    endedBy: null,
  }));
}
