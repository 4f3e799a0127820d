import type { Table } from "../table";
import type { Moment } from "./values";

/** An outlet as stored. */
export interface OutletRecord {
  readonly institution: string;
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly agentCode: string | null;
  readonly agentName: string | null;
  readonly observedAt: Moment;
}

/** The outlets where lines are opened. */
export const OUTLET: Table<OutletRecord> = {
  name: "telecom.outlet",
  key: ["institution", "code"],
  columns: {
    institution: "text",
    code: "text",
    name: "text",
    region: "text",
    agentCode: "text",
    agentName: "text",
    observedAt: "timestamptz",
  },
};
