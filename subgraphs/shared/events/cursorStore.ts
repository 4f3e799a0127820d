import { sql, type Kysely } from "kysely";
import type { StoreName } from "../../../schema/database/migrate";

/** How far a subgraph has applied another's events; in its own store, so that place and effects stand together. */
export interface CursorStore {
  /** The place, 0 before the first event. */
  placeIn(source: string): Promise<number>;
  /** The same, for this transaction alone: another puller waits until it has ended. */
  lockPlace(tx: Kysely<unknown>, source: string): Promise<number>;
  move(tx: Kysely<unknown>, source: string, sequence: number): Promise<void>;
}

/** The places that one subgraph keeps. */
export function createCursorStore(name: StoreName, db: Kysely<unknown>): CursorStore {
  const table = sql.id(name, "event_cursor");
  return {
    async placeIn(source) {
      const { rows } = await sql<{ sequence: number }>`/* CursorStore.placeIn */
        select sequence from ${table} where source = ${source}`.execute(db);
      return rows[0]?.sequence ?? 0;
    },

    async lockPlace(tx, source) {
      await sql`/* CursorStore.lockPlace: first time */
        insert into ${table} (source, sequence) values (${source}, 0) on conflict (source) do nothing`.execute(
        tx,
      );
      const { rows } = await sql<{ sequence: number }>`/* CursorStore.lockPlace */
        select sequence from ${table} where source = ${source} for update`.execute(tx);
      return rows[0]?.sequence ?? 0;
    },

    async move(tx, source, sequence) {
      await sql`/* CursorStore.move */
        update ${table} set sequence = ${sequence}::bigint where source = ${source}`.execute(tx);
    },
  };
}
