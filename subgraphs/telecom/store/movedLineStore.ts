import { sql, type Kysely } from "kysely";
import { isOpenOrder } from "../../shared/orders/openOrderStore";
import type { KnownOrder } from "../../shared/orders/planOrders";
import type { RuleFinding } from "../../shared/types/RuleFinding";
import type { LinePlace } from "./linePlace";
import { onLines } from "./rowCondition";
import { isStandingStop } from "./standingStop";

/** An order with all that a like one to another carrier needs. */
export interface OrderOnLine extends KnownOrder {
  readonly reason: RuleFinding;
  /** The rule that it was issued by. */
  readonly ruleId: string;
  readonly executedAt: Date | null;
}

/** Where an order is waited for, or has stopped a line. */
interface OrderPlace extends LinePlace {
  readonly carrier: string;
}

/** Finds, in a transaction, orders that their lines may have left behind. */
export function createMovedLineStore(tx: Kysely<unknown>) {
  return {
    /** Where these people have orders that wait, or that stop a line. */
    async orderPlaces(subjectIds: readonly string[]): Promise<OrderPlace[]> {
      const { rows } = await sql<OrderPlace>`/* MovedLineStore.orderPlaces */
        select distinct o.subject_id as "subjectId", o.line_id as "lineId", o.carrier from telecom.line_order o
        where o.subject_id = any(${subjectIds}::text[]) and (${isOpenOrder("o")} or ${isStandingStop("o")})`.execute(
        tx,
      );
      return rows;
    },

    /** All orders on these lines under these holders, held; what is over since the line has been another's is none. */
    async lockOrders(places: readonly LinePlace[]): Promise<OrderOnLine[]> {
      const { rows } = await sql<OrderOnLine>`/* MovedLineStore.lockOrders */
        select o.id, o.cause_id as "causeId", o.kind, o.status, o.subject_id as "subjectId",
          o.line_id as "holdingId", o.carrier as institution, o.reason, o.reason ->> 'ruleId' as "ruleId",
          o.executed_at as "executedAt"
        from telecom.line_order o where ${onLines(places, "o")} and o.given_away_at is null order by o.subject_id, o.id for update`.execute(
        tx,
      );
      return rows;
    },

    /** Orders on lines that are another's are over. */
    async giveAway(orders: readonly KnownOrder[], at: Date): Promise<void> {
      if (orders.length === 0) return;
      await sql`/* MovedLineStore.giveAway */
        update telecom.line_order set given_away_at = ${at}::timestamptz
        where subject_id = any(${orders.map(order => order.subjectId)}::text[])
          and id = any(${orders.map(order => order.id)}::text[])`.execute(tx);
    },

    /** An order that undoes what another did under another holder: the line comes back to what it was before. */
    async takeStatusBefore(restore: KnownOrder, undone: KnownOrder): Promise<void> {
      await sql`/* MovedLineStore.takeStatusBefore */
        update telecom.line_order set status_before = (select o.status_before from telecom.line_order o
          where o.subject_id = ${undone.subjectId} and o.id = ${undone.id})
        where subject_id = ${restore.subjectId} and id = ${restore.id}`.execute(tx);
    },
  };
}
