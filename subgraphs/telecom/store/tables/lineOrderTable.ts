import type { RuleFinding } from "../../../shared/types/RuleFinding";
import type { Table } from "../table";
import type { Moment } from "./values";

/** An order as stored. */
export interface OrderRecord {
  readonly subjectId: string;
  readonly id: string;
  readonly lineId: string;
  readonly carrier: string;
  readonly kind: string;
  readonly status: string;
  readonly reason: RuleFinding;
  readonly causeId: string;
  readonly issuedAt: Moment;
  readonly deliveredAt: Moment | null;
  readonly dueAt: Moment;
  readonly executedAt: Moment | null;
  readonly refusalReason: string | null;
}

/** The orders, by whoever held the line when they were made. */
export const LINE_ORDER: Table<OrderRecord> = {
  name: "telecom.line_order",
  key: ["subjectId", "id"],
  columns: {
    subjectId: "text",
    id: "text",
    lineId: "text",
    carrier: "text",
    kind: "text",
    status: "text",
    reason: "jsonb",
    causeId: "text",
    issuedAt: "timestamptz",
    deliveredAt: "timestamptz",
    dueAt: "timestamptz",
    executedAt: "timestamptz",
    refusalReason: "text",
  },
};
