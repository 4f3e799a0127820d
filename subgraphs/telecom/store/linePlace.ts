/** A line under its holder: what hangs on a line is stored with the holder. */
export interface LinePlace {
  readonly subjectId: string;
  readonly lineId: string;
}
