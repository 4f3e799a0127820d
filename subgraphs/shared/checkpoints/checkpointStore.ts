import { sql, type Kysely } from "kysely";
import type { StoreName } from "../../../schema/database/migrate";

/** A signed statement of how far a chain of access records had come. */
export interface Checkpoint {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
  /** ISO 8601, as it was signed. */
  readonly at: string;
  readonly signature: string;
}

/** Where a subgraph keeps checkpoints. */
export interface CheckpointStore {
  /** The same one again changes nothing; one that contradicts another is kept beside it. */
  depositCheckpoint(checkpoint: Checkpoint): Promise<void>;
  listChains(): Promise<string[]>;
  /** Some of a chain's checkpoints, in order, after one of them. */
  listCheckpoints(chain: string, after: Checkpoint | null, limit: number): Promise<Checkpoint[]>;
}

/** Keeps checkpoints in a subgraph's own store. Nothing is ever changed or removed. */
export function createCheckpointStore(name: StoreName, db: Kysely<unknown>): CheckpointStore {
  const table = sql.id(name, "checkpoint");
  return {
    async depositCheckpoint({ chain, sequence, hash, at, signature }) {
      await sql`/* CheckpointStore.depositCheckpoint */
        insert into ${table} (chain, sequence, hash, at, signature)
        values (${chain}, ${sequence}, ${hash}, ${at}::timestamptz, ${signature})
        on conflict do nothing`.execute(db);
    },

    async listChains() {
      const { rows } = await sql<{ chain: string }>`/* CheckpointStore.listChains */
        select distinct chain from ${table} order by chain`.execute(db);
      return rows.map(({ chain }) => chain);
    },

    async listCheckpoints(chain, after, limit) {
      const { rows } = await sql<Omit<Checkpoint, "at"> & { at: Date }>`/* CheckpointStore.listCheckpoints */
        select chain, sequence, hash, at, signature from ${table}
        where chain = ${chain} and (${after?.sequence ?? null}::bigint is null
          or (sequence, hash) > (${after?.sequence ?? null}::bigint, ${after?.hash ?? null}))
        order by sequence, hash
        limit ${limit}`.execute(db);
      return rows.map(row => ({ ...row, at: new Date(row.at).toISOString() }));
    },
  };
}
