/** Rows that stand together in a file and are written in one transaction. Plain values: it goes to another thread. */
export interface FileBatch {
  /** From 0; the same rows stand in it whenever the file is read. */
  readonly number: number;
  /** The cells of each row, in the order of the file's columns. */
  readonly rows: readonly (readonly string[])[];
  /** The line on which each row ends. */
  readonly lines: readonly number[];
  /** These rows of it were rejected before, and are tried again. */
  readonly isRetry: boolean;
}

/** Rows of one transaction: some hundred kilobytes, and a moment's work to do again after a kill. Never changed while
 * an import is under way: batches are counted off by their number. */
export const BATCH_ROWS = 1_000;
