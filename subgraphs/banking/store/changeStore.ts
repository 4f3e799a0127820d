import { sql, type Kysely } from "kysely";
import type { BankingChange } from "../types/BankingChange";

/** A numbered change, with the ids of what it is about. */
export interface ChangeRow extends BankingChange {
  readonly subjectId: string | null;
  readonly accountId: string | null;
  readonly orderId: string | null;
}

/** Reads the feed. */
export function createChangeStore(db: Kysely<unknown>) {
  return {
    /** One audience's changes after a sequence number; `institution` narrows them to those about one. */
    async changesAfter(
      audience: string,
      institution: string | null,
      after: number,
      limit: number,
    ): Promise<ChangeRow[]> {
      const { rows } = await sql<ChangeRow>`/* ChangeStore.changesAfter */
        select sequence, at, kind, subject_id as "subjectId", account_id as "accountId", order_id as "orderId"
        from banking.change
        where audience = ${audience} and sequence > ${after}::bigint
          and (${institution}::text is null or institution = ${institution})
        order by sequence limit ${limit}::int`.execute(db);
      return rows;
    },
  };
}
