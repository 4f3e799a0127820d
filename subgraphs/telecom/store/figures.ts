import { sql, type RawBuilder } from "kysely";

/** The rows of one carrier, or (null) of all. */
export function atCarrier(alias: string, carrier: string | null): RawBuilder<unknown> {
  return carrier === null ? sql`true` : sql`${sql.ref(`${alias}.carrier`)} = ${carrier}`;
}

/** Involved lines among ten thousand, to two decimals. */
export function perTenThousand(part: string, whole: string): RawBuilder<unknown> {
  return sql.raw(`round((${part} * 10000.0 / ${whole})::numeric, 2)::float8`);
}
