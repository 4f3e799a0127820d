import { sql, type Kysely } from "kysely";
import type { Database } from "../../../schema/database/openDatabase";
import { createCheckpointStore, type Checkpoint } from "../../shared/checkpoints/checkpointStore";

/** What is found of one chain. */
export interface ChainFindings {
  readonly chain: string;
  readonly records: number;
  readonly lastSequence: number;
  readonly lastCheckpointAt: Date | null;
  /** The first checkpoint, old enough to count, that no record bears out. */
  readonly unconfirmed: number | null;
  /** The first record that does not follow the one before it; null without a gap. */
  readonly gap: number | null;
}

interface ChainCount extends Omit<ChainFindings, "gap"> {
  readonly unconfirmed: number | null;
}

/** Keeps the chains and their checkpoints, and holds the records against them. */
export function createChainStore(database: Database) {
  const { db } = database;
  return {
    /** The same one again changes nothing; one that contradicts another is kept beside it. */
    async depositCheckpoint(checkpoint: Checkpoint): Promise<void> {
      const { chain, at } = checkpoint;
      await database.transaction(async tx => {
        await sql`/* ChainStore.registerChain */
          insert into audit.chain (chain, first_seen_at) values (${chain}, ${at}::timestamptz)
          on conflict do nothing`.execute(tx);
        await createCheckpointStore("audit", tx).depositCheckpoint(checkpoint);
      });
    },

    /** Checkpoints after `countedUntil` are passed over: their records may still be on the way to this copy. */
    async inspectChains(countedUntil: Date): Promise<ChainFindings[]> {
      const counts = await countRecords(db, countedUntil);
      // Numbers run from 1: only where fewer are there than the last one says can one be missing.
      const holed = counts
        .filter(({ records, lastSequence }) => records < lastSequence)
        .map(({ chain }) => chain);
      const gaps = holed.length === 0 ? new Map<string, number>() : await findGaps(db, holed);
      return counts.map(count => ({ ...count, gap: gaps.get(count.chain) ?? null }));
    },
  };
}

async function countRecords(db: Kysely<unknown>, countedUntil: Date): Promise<ChainCount[]> {
  const { rows } = await sql<ChainCount>`/* ChainStore.countRecords */
    with recorded as (
      select chain, count(*) as records, max(sequence) as last from audit.access_record group by chain
    ), vouched as (
      select c.chain, max(c.at) as last_at,
        min(c.sequence) filter (where c.sequence >= 1 and c.at <= ${countedUntil}
          and (r.hash is null or r.hash <> c.hash)) as unconfirmed
      from audit.checkpoint c left join audit.access_record r on r.chain = c.chain and r.sequence = c.sequence
      group by c.chain
    )
    select chain, coalesce(recorded.records, 0) as records, coalesce(recorded.last, 0) as "lastSequence",
      vouched.last_at as "lastCheckpointAt", vouched.unconfirmed
    from (select chain from audit.chain union select chain from recorded) known
    left join recorded using (chain) left join vouched using (chain)
    order by chain`.execute(db);
  return rows;
}

async function findGaps(
  db: Kysely<unknown>,
  chains: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ chain: string; gap: number }>`/* ChainStore.findGaps */
    select chain, min(expected) as gap from (
      select chain, sequence, row_number() over (partition by chain order by sequence) as expected
      from audit.access_record where chain = any(${chains}::text[])
    ) numbered
    where sequence <> expected
    group by chain`.execute(db);
  return new Map(rows.map(row => [row.chain, row.gap]));
}
