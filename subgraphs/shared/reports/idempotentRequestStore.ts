import { sql, type Kysely } from "kysely";
import type { StoreName } from "../../../schema/database/migrate";
import type { ReportOutcome } from "../types/ReportOutcome";

/** What an institution's request id was used for. */
export interface KnownRequest {
  readonly bodyDigest: string;
  readonly outcome: ReportOutcome;
}

/** A request by who sent it, under which id, and what it said. */
export interface GivenRequest {
  readonly institution: string;
  readonly requestId: string;
  readonly bodyDigest: string;
  readonly at: Date;
}

/** Request ids that have been used, one table in each subgraph's schema. */
export interface IdempotentRequestStore {
  /**
   * Takes the id for this transaction and answers null, or answers what it was used for. Two at once: the second
   * waits for the first to end, and then reads its outcome or takes the id that it gave back.
   */
  claim(request: GivenRequest): Promise<KnownRequest | null>;
  complete(request: GivenRequest, outcome: ReportOutcome): Promise<void>;
  /** Gives an id back that nobody can send again: an import keeps its progress elsewhere. */
  forget(institution: string, requestId: string): Promise<void>;
}

/** The request ids of one transaction. */
export function createIdempotentRequestStore(tx: Kysely<unknown>, name: StoreName): IdempotentRequestStore {
  const table = sql.id(name, "idempotent_request");
  return {
    async claim({ institution, requestId, bodyDigest, at }) {
      const taken = await sql`/* IdempotentRequestStore.claim */
        insert into ${table} (institution, request_id, body_digest, outcome, at)
        values (${institution}, ${requestId}, ${bodyDigest}, 'null'::jsonb, ${at}::timestamptz)
        on conflict (institution, request_id) do nothing returning request_id`.execute(tx);
      if (taken.rows.length > 0) return null;
      const { rows } = await sql<KnownRequest>`/* IdempotentRequestStore.claim: known */
        select body_digest as "bodyDigest", outcome from ${table}
        where institution = ${institution} and request_id = ${requestId}`.execute(tx);
      if (rows[0] === undefined) throw new Error("A request id that is taken is gone.");
      return rows[0];
    },

    async complete({ institution, requestId }, outcome) {
      await sql`/* IdempotentRequestStore.complete */
        update ${table} set outcome = ${JSON.stringify(outcome)}::text::jsonb
        where institution = ${institution} and request_id = ${requestId}`.execute(tx);
    },

    async forget(institution, requestId) {
      await sql`/* IdempotentRequestStore.forget */
        delete from ${table} where institution = ${institution} and request_id = ${requestId}`.execute(tx);
    },
  };
}
