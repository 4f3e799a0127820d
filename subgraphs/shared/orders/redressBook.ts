import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import type { RestorationEvent } from "../../../schema/contract/restorationEvents";
import type { HoldingOrderStore, Restored } from "./holdingOrderStore";
import type { KnownOrder, MeasureRule } from "./planOrders";
import type { Restore } from "./restoreOf";
import type { StandingMeasure } from "./standingMeasure";

/** What the police decided on an objection. */
export type ObjectionDecision = Extract<PoliceEvent, { kind: "OBJECTION_DECIDED" }>;

/** What one subgraph does about single orders that are to be undone; all in one transaction, at one moment. */
export interface RedressBook {
  readonly store: HoldingOrderStore;
  readonly rules: Readonly<Partial<Record<StandingMeasure["kind"], MeasureRule>>>;
  /** Kinds that took something away; what else was ordered leaves nothing to be undone. */
  readonly restricting: ReadonlySet<string>;
  /** All orders of the causes, held so that none changes its standing until the transaction has ended. */
  ordersOf(causeIds: readonly string[]): Promise<readonly KnownOrder[]>;
  measuresOf(causeIds: readonly string[]): Promise<readonly StandingMeasure[]>;
  /** Lifts what stood on the holding by this order, and what it stood on if that was for this order alone. */
  release(order: KnownOrder, decision: ObjectionDecision): Promise<void>;
  addRestores(restores: readonly Restore[]): Promise<void>;
  restoreDueAt(at: Date): Date;
  tell(kind: "ORDER_ISSUED" | "ORDER_EXPIRED", orders: readonly KnownOrder[]): Promise<unknown>;
  tellRestored(restored: readonly Restored[]): Promise<void>;
  /** Tells the police alone what became of causes. */
  tellRedress(events: readonly RestorationEvent[]): Promise<void>;
}
