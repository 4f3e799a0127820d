import { sql, type Kysely } from "kysely";
import type { Database } from "../../../../../schema/database/openDatabase";

/** A row as a test writes it. */
export interface WrittenChange {
  readonly kind: string;
  readonly audiences: readonly string[];
  readonly touched?: readonly string[];
  readonly payload?: object;
}

/** Writes an outbox row of the telecom subgraph in the caller's transaction. */
export async function writeChange(
  tx: Kysely<unknown>,
  { kind, audiences, touched = [], payload }: WrittenChange,
): Promise<void> {
  await sql`insert into telecom.outbox (at, kind, audiences, touched, payload)
    values (now(), ${kind}, ${audiences}::text[], ${touched}::text[],
      ${payload === undefined ? null : JSON.stringify(payload)}::text::jsonb)`.execute(tx);
}

/** What an audience's feed holds, in its order. */
export async function feedOf(
  { db }: Database,
  audience: string,
): Promise<{ sequence: number; kind: string; payload: unknown }[]> {
  const { rows } = await sql<{ sequence: number; kind: string; payload: unknown }>`
    select sequence, kind, payload from telecom.change where audience = ${audience} order by sequence`.execute(
    db,
  );
  return rows;
}

/** How many rows wait to be numbered. */
export async function waiting({ db }: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from telecom.outbox`.execute(db);
  return rows[0]!.count;
}

/** Begins anew: nothing written, nothing numbered. */
export async function emptyFeed({ db }: Database): Promise<void> {
  await sql`truncate telecom.outbox, telecom.change`.execute(db);
}
