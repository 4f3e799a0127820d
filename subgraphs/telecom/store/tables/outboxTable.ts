import type { RestorationEvent } from "../../../../schema/contract/restorationEvents";
import type { EntityKey } from "../../../shared/touched";
import type { Table } from "../table";
import type { Moment } from "./values";

/** A change as it waits to be numbered. */
export interface OutboxRecord {
  readonly at: Moment;
  readonly kind: string;
  readonly audiences: readonly string[];
  readonly subjectId: string | null;
  readonly lineId: string | null;
  readonly flagId: string | null;
  readonly orderId: string | null;
  readonly rectificationId: string | null;
  readonly touched: readonly EntityKey[];
  /** What another subgraph is to act upon, where an audience is one. */
  readonly payload?: RestorationEvent;
}

/** What changed and has not been told yet. */
export const OUTBOX: Table<OutboxRecord> = {
  name: "telecom.outbox",
  key: [],
  columns: {
    at: "timestamptz",
    kind: "text",
    audiences: "text[]",
    subjectId: "text",
    lineId: "text",
    flagId: "text",
    orderId: "text",
    rectificationId: "text",
    touched: "text[]",
    payload: "jsonb",
  },
};
