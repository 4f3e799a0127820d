import { sql, type Kysely } from "kysely";
import { randomUUID } from "node:crypto";

/** A token, or an officer with all their tokens, that is refused from a moment on. */
export interface Revocation {
  readonly tokenId: string | null;
  readonly officerId: string | null;
  readonly revokedAt: Date;
}

/** Keeps which tokens and officers are refused. */
export function createRevocationStore(db: Kysely<unknown>) {
  return {
    /** Exactly one of token and officer is named; the store refuses both and none. */
    async revoke({ tokenId, officerId, revokedAt }: Revocation, reason: string): Promise<void> {
      await sql`/* RevocationStore.revoke */
        insert into audit.revocation (id, token_id, officer_id, revoked_at, reason)
        values (${randomUUID()}::uuid, ${tokenId}, ${officerId}, ${revokedAt}, ${reason})`.execute(db);
    },

    async listRevocations(): Promise<Revocation[]> {
      const { rows } = await sql<Revocation>`/* RevocationStore.listRevocations */
        select token_id as "tokenId", officer_id as "officerId", revoked_at as "revokedAt" from audit.revocation
        order by revoked_at, id`.execute(db);
      return rows;
    },
  };
}
