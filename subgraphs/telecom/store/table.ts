import { sql, type RawBuilder } from "kysely";
import { recordset } from "../../shared/store/recordset";

/** A table's columns by property, with the types in which a batch of rows is handed over. */
export interface Table<Row> {
  readonly name: string;
  /** Empty where rows have no name but their place: they are written in the order given, as a test of flags watches. */
  readonly key: readonly (keyof Row & string)[];
  readonly columns: Readonly<Record<keyof Row & string, string>>;
}

/** `subjectId` → `subject_id`. */
function columnName(property: string): string {
  return property.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

function properties<Row>(table: Table<Row>): string[] {
  return Object.keys(table.columns);
}

/** The columns as the database names them. */
export function columnNames<Row>(table: Table<Row>): string[] {
  return properties(table).map(columnName);
}

/** All columns of the table under their properties' names: `l.subject_id as "subjectId", …`. */
export function columnsOf<Row>(table: Table<Row>, alias: string): RawBuilder<unknown> {
  return sql.raw(
    properties(table)
      .map(property => `${alias}.${columnName(property)} as "${property}"`)
      .join(", "),
  );
}

/** A batch of rows read as a table `r`, by the properties' names. */
export function rowsOf<Row extends object>(table: Table<Row>, rows: readonly Row[]): RawBuilder<unknown> {
  return recordset(rows, table.columns);
}

/** `insert into … select …` for a batch; what to do on a conflict is for the caller to add. */
export function insertRows<Row extends object>(table: Table<Row>, rows: readonly Row[]): RawBuilder<unknown> {
  const names = columnNames(table).join(", ");
  const values = properties(table)
    .map(property => `r."${property}"`)
    .join(", ");
  const key = table.key.map(property => `r."${property}"`).join(", ");
  const order = key === "" ? "" : `order by ${key}`;
  // In the order of their keys, so that two batches lock common rows in the same order and never wait for each other.
  return sql`insert into ${sql.raw(table.name)} as t (${sql.raw(names)})
    select ${sql.raw(values)} from ${rowsOf(table, rows)} ${sql.raw(order)}`;
}

/** `on conflict (key) do update set …`: the batch's values take the place of the stored ones. */
export function replaceOnConflict<Row>(table: Table<Row>): RawBuilder<unknown> {
  const key = table.key.map(columnName).join(", ");
  const assignments = properties(table)
    .filter(property => !(table.key as readonly string[]).includes(property))
    .map(columnName)
    .map(name => `${name} = excluded.${name}`);
  return sql.raw(`on conflict (${key}) do update set ${assignments.join(", ")}`);
}
