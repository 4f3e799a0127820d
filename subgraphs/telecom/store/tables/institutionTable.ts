import type { Table } from "../table";

/** A carrier as stored. */
export interface InstitutionRecord {
  readonly code: string;
  readonly name: string;
  readonly sector: string;
  readonly region: string;
}

/** The carriers. */
export const INSTITUTION: Table<InstitutionRecord> = {
  name: "telecom.institution",
  key: ["code"],
  columns: { code: "text", name: "text", sector: "text", region: "text" },
};
