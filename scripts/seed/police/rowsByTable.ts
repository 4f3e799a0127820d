import type { ImportRow, ImportTable } from "../../../subgraphs/police/store/importStore";

/** Rows of several tables, to be inserted in the order given. */
export type RowsByTable = { readonly [Table in ImportTable]?: readonly ImportRow<Table>[] };
