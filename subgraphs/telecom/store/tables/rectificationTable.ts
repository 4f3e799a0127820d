import type { RuleFinding } from "../../../shared/types/RuleFinding";
import type { Table } from "../table";
import type { Day } from "./values";

/** A rectification as stored: overdue is derived, never stored. */
export interface RectificationRecord {
  readonly id: string;
  readonly institution: string;
  readonly targetKind: string;
  readonly targetCode: string;
  readonly breach: RuleFinding;
  readonly status: string;
  readonly orderedOn: Day;
  readonly dueOn: Day;
  readonly closedOn: Day | null;
}

/** The rectifications. */
export const RECTIFICATION: Table<RectificationRecord> = {
  name: "telecom.rectification",
  key: ["id"],
  columns: {
    id: "text",
    institution: "text",
    targetKind: "text",
    targetCode: "text",
    breach: "jsonb",
    status: "text",
    orderedOn: "date",
    dueOn: "date",
    closedOn: "date",
  },
};
