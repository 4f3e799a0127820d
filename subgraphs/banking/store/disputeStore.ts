import { sql, type Kysely } from "kysely";
import type { Sector } from "../../shared/types/enums";

interface AccountKeeper {
  readonly institution: string;
  /** Null: an institution whose own entry has not come yet. */
  readonly sector: Sector | null;
}

/** Reads, in a transaction, what a dispute of an account stands on. */
export function createDisputeStore(tx: Kysely<unknown>) {
  return {
    /** Who keeps a person's own account, which is locked; null for another's and for none. */
    async lockOwnAccount(accountId: string, subjectId: string): Promise<AccountKeeper | null> {
      const { rows } = await sql<AccountKeeper>`/* DisputeStore.lockOwnAccount */
        select d.institution, i.sector from banking.account_directory d
        left join banking.institution i on i.code = d.institution
        where d.id = ${accountId} and d.subject_id = ${subjectId} for update of d`.execute(tx);
      return rows[0] ?? null;
    },

    /** The order under which the institution looks at such a dispute of the account already. */
    async findOpenReview(subjectId: string, accountId: string, ruleId: string): Promise<string | null> {
      const { rows } = await sql<{ id: string }>`/* DisputeStore.findOpenReview */
        select id from banking.account_order
        where subject_id = ${subjectId} and account_id = ${accountId} and kind = 'REVIEW'
          and status in ('ISSUED', 'DELIVERED') and reason ->> 'ruleId' = ${ruleId}
        order by issued_at limit 1`.execute(tx);
      return rows[0]?.id ?? null;
    },
  };
}
