import type { Table } from "../table";
import type { Moment } from "./values";

/** Where a line stands now: its holder, its carrier, and as of when that is known. */
export interface LineLocation {
  readonly id: string;
  readonly subjectId: string;
  readonly carrier: string;
  readonly observedAt: Moment;
}

/** One row a line. */
export const LINE_DIRECTORY: Table<LineLocation> = {
  name: "telecom.line_directory",
  key: ["id"],
  columns: { id: "text", subjectId: "text", carrier: "text", observedAt: "timestamptz" },
};
