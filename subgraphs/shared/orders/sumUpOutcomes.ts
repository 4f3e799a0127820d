import { WRONG_RECORD } from "../objections/wrongRecord";
import type { OwnOrder, Restored } from "./holdingOrderStore";
import type { SettledOrder } from "./judgeOutcomes";
import { RESTORE } from "./planOrders";

/** What became of an order, as it is written down. */
export interface SavedOutcome {
  readonly subjectId: string;
  readonly id: string;
  readonly status: "EXECUTED" | "REFUSED";
  readonly executedAt: Date | null;
  readonly refusalReason: string | null;
  readonly reference: string | null;
  readonly at: Date;
}

interface OutcomesSummedUp<Order> {
  readonly saved: SavedOutcome[];
  readonly executed: Order[];
  readonly refused: Order[];
  /** Withdrawn before their institution said that they are carried out. */
  readonly late: SettledOrder<Order>[];
  /** Orders to undo something that have come to an end, and their causes, each once. */
  readonly restores: Order[];
  readonly restoredCauses: string[];
  /** The confirmed objections to wrong records that have been corrected, with when. */
  readonly corrected: Restored[];
}

/** What follows from orders that have come to an end: what is written down, who is told what, which causes may be over. */
export function sumUpOutcomes<Order extends OwnOrder>(
  settled: readonly SettledOrder<Order>[],
  at: Date,
): OutcomesSummedUp<Order> {
  const ordersWith = (status: SavedOutcome["status"]): Order[] =>
    settled.filter(({ outcome }) => outcome.status === status).map(({ order }) => order);
  const restores = settled.map(({ order }) => order).filter(({ kind }) => kind === RESTORE);
  return {
    saved: settled.map(
      ({ order: { id, subjectId }, outcome: { status, at: doneAt, refusalReason, reference } }) => ({
        subjectId,
        id,
        status,
        executedAt: status === "EXECUTED" ? doneAt : null,
        refusalReason,
        reference,
        at,
      }),
    ),
    executed: ordersWith("EXECUTED"),
    refused: ordersWith("REFUSED"),
    late: settled.filter(({ order }) => order.status === "EXPIRED"),
    restores,
    restoredCauses: [...new Set(restores.map(order => order.causeId))],
    corrected: settled
      .filter(({ order, outcome }) => order.ruleId === WRONG_RECORD && outcome.status === "EXECUTED")
      .map(({ order, outcome }) => ({ causeId: order.causeId, lastRestoredAt: outcome.at })),
  };
}
