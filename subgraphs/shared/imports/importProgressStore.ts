import { sql, type Kysely } from "kysely";
import type { StoreName } from "../../../schema/database/migrate";

/** A file by its digest, read as one kind of rows. */
export interface ImportFile {
  readonly digest: string;
  readonly kind: string;
}

/** A row that was not stored: where it stands and why. */
export interface RejectedRow {
  readonly line: number;
  readonly code: string;
  readonly reason: string;
}

/** What became of the rows of one batch. */
export interface BatchResult {
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: readonly RejectedRow[];
}

/** Counts over all batches of a file. */
export interface ImportTotals {
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
}

/** How far the imports of files have come, one table in each subgraph's schema. */
export function createImportProgressStore(db: Kysely<unknown>, name: StoreName) {
  const table = sql.id(name, "import_progress");
  const ofFile = ({ digest, kind }: ImportFile) => sql`file_digest = ${digest} and kind = ${kind}`;
  return {
    /** The batches that have been written, each with the lines that were rejected in it. */
    async batchesWritten(file: ImportFile): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
      const { rows } = await sql<{ batch: number; lines: number[] }>`/* ImportProgressStore.batchesWritten */
        select batch, array(select (r->>'line')::int from jsonb_array_elements(rejected) r) as lines
        from ${table} where ${ofFile(file)}`.execute(db);
      return new Map(rows.map(({ batch, lines }) => [batch, new Set(lines)]));
    },

    /** Takes a batch for this transaction; false: it has been written. Whoever else has taken it is waited for. */
    async claimBatch({ digest, kind }: ImportFile, batch: number, at: Date): Promise<boolean> {
      const { rows } = await sql`/* ImportProgressStore.claimBatch */
        insert into ${table} (file_digest, kind, batch, accepted, duplicate, rejected, at)
        values (${digest}, ${kind}, ${batch}::int, 0, 0, '[]'::jsonb, ${at}::timestamptz)
        on conflict (file_digest, kind, batch) do nothing returning batch`.execute(db);
      return rows.length > 0;
    },

    /** Takes what was rejected in a batch for another attempt; false: somebody has attempted it since. */
    async claimRejected(file: ImportFile, batch: number, lines: readonly number[]): Promise<boolean> {
      const { rows } = await sql<{ rejected: RejectedRow[] }>`/* ImportProgressStore.claimRejected */
        select rejected from ${table} where ${ofFile(file)} and batch = ${batch}::int for update`.execute(db);
      const standing = rows[0]?.rejected.map(({ line }) => line) ?? [];
      return standing.length === lines.length && lines.every(line => standing.includes(line));
    },

    /** Keeps what became of a batch, or of the rows of it that had been rejected. */
    async completeBatch(file: ImportFile, batch: number, result: BatchResult): Promise<void> {
      await sql`/* ImportProgressStore.completeBatch */
        update ${table} set accepted = accepted + ${result.accepted}::int,
          duplicate = duplicate + ${result.duplicate}::int,
          rejected = ${JSON.stringify(result.rejected)}::text::jsonb
        where ${ofFile(file)} and batch = ${batch}::int`.execute(db);
    },

    async totals(file: ImportFile): Promise<ImportTotals> {
      const { rows } = await sql<ImportTotals>`/* ImportProgressStore.totals */
        select coalesce(sum(accepted), 0)::bigint as accepted, coalesce(sum(duplicate), 0)::bigint as duplicate,
          coalesce(sum(jsonb_array_length(rejected)), 0)::bigint as rejected
        from ${table} where ${ofFile(file)}`.execute(db);
      return rows[0] ?? { accepted: 0, duplicate: 0, rejected: 0 };
    },

    /** The rejected rows of the first batches after one that have any, in the order of the file. */
    async rejectedAfter(
      file: ImportFile,
      after: number,
      limit: number,
    ): Promise<{ readonly batch: number; readonly rejected: readonly RejectedRow[] }[]> {
      const { rows } = await sql<{
        batch: number;
        rejected: RejectedRow[];
      }>`/* ImportProgressStore.rejectedAfter */
        select batch, rejected from ${table}
        where ${ofFile(file)} and batch > ${after}::int and jsonb_array_length(rejected) > 0
        order by batch limit ${limit}::int`.execute(db);
      return rows;
    },
  };
}
