/** A row as it stands in the file. */
export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file that is being read: its columns, then its rows, some at a time. */
export interface FileReading {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly FileRow[]>;
}
