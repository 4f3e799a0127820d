import type { RowFilter } from "../rowFilter";

/** For what a command reads back to change or to answer it, once it is settled that the caller may. */
export const EVERY_ROW: RowFilter = { carrier: null, person: null };
