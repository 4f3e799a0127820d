/** The one row that must be there, since the same transaction has just written or locked it. */
export async function requireRow<Row>(rows: Promise<readonly Row[]>, what: string): Promise<Row> {
  const [row] = await rows;
  if (row === undefined) throw new Error(`The store has lost ${what}.`);
  return row;
}
