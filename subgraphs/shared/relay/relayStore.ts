import { sql, type Kysely, type RawBuilder } from "kysely";
import type { StoreName } from "../../../schema/database/migrate";
import { SUBGRAPH_AUDIENCE } from "../../../schema/contract/subgraphCaller";

/** The subgraphs that write changes. */
export type FeedName = Exclude<StoreName, "audit">;

/** What each subgraph's feed says a change is about: columns that outbox and feed have in common. */
const SUBJECT_COLUMNS: Readonly<Record<FeedName, readonly string[]>> = {
  telecom: ["subject_id", "line_id", "flag_id", "order_id", "rectification_id"],
  banking: ["institution", "subject_id", "account_id", "order_id"],
  police: ["subject_id", "sanction_id", "warning_id"],
};

/** A row that has been written and not been numbered yet. */
export interface WaitingChange {
  readonly position: number;
  readonly touched: readonly string[];
}

/** Turns outbox rows into the feed. */
export interface RelayStore {
  hasWaiting(): Promise<boolean>;
  /** Makes every other relay of this subgraph wait for the end of the transaction. */
  lockRelay(tx: Kysely<unknown>): Promise<void>;
  /** The oldest rows that are committed now. */
  waitingChanges(tx: Kysely<unknown>, limit: number): Promise<WaitingChange[]>;
  /** Gives rows their numbers, audience by audience, and takes them out of the outbox. */
  numberChanges(tx: Kysely<unknown>, positions: readonly number[]): Promise<void>;
}

/** The outbox and the feed of one subgraph. */
export function createRelayStore(name: FeedName, db: Kysely<unknown>): RelayStore {
  const [outbox, change, relay] = ["outbox", "change", "relay"].map(table => sql.id(name, table)) as [
    RawBuilder<unknown>,
    RawBuilder<unknown>,
    RawBuilder<unknown>,
  ];
  const about = sql.raw(SUBJECT_COLUMNS[name].join(", "));
  return {
    async hasWaiting() {
      const { rows } = await sql<{ waiting: boolean }>`/* RelayStore.hasWaiting */
        select exists (select 1 from ${outbox}) as waiting`.execute(db);
      return rows[0]?.waiting === true;
    },

    async lockRelay(tx) {
      await sql`/* RelayStore.lockRelay */ select id from ${relay} where id = 1 for update`.execute(tx);
    },

    async waitingChanges(tx, limit) {
      const { rows } = await sql<WaitingChange>`/* RelayStore.waitingChanges */
        select position, touched from ${outbox} order by position limit ${limit}::int`.execute(tx);
      return rows;
    },

    // One by one and not up to the last: a row with a lower position may be committed between two statements.
    // Materialized: PostgreSQL would draw the last number into the rows, and look for it once for each of them.
    async numberChanges(tx, positions) {
      await sql`/* RelayStore.numberChanges */
        with told as (
          select o.*, a.audience from ${outbox} o
          cross join lateral (select distinct unnest(o.audiences) as audience) a
          where o.position = any(${positions}::bigint[])
        ), last as materialized (
          select each.audience, (select max(c.sequence) from ${change} c where c.audience = each.audience) as sequence
          from (select distinct audience from told) each
        )
        insert into ${change} (audience, sequence, at, kind, ${about}, payload)
        select audience,
          coalesce(last.sequence, 0) + row_number() over (partition by audience order by told.position),
          at, kind, ${about}, case when audience like ${`${SUBGRAPH_AUDIENCE}%`} then payload end
        from told join last using (audience)`.execute(tx);
      await sql`/* RelayStore.removeNumbered */
        delete from ${outbox} where position = any(${positions}::bigint[])`.execute(tx);
    },
  };
}
