import { sql, type Kysely } from "kysely";

/** An account that a measure may reach. */
export interface TargetAccount {
  readonly id: string;
  readonly subjectId: string;
  readonly institution: string;
  readonly sector: string;
  readonly sealedName: string | null;
}

/** Finds, in a transaction, the accounts that measures reach. */
export function createMeasureTargetStore(tx: Kysely<unknown>) {
  return {
    async holdersOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const { rows } = await sql<{ id: string; subjectId: string }>`/* MeasureTargetStore.holdersOf */
        select id, subject_id as "subjectId" from banking.account_directory
        where id = any(${accountIds}::text[])`.execute(tx);
      return new Map(rows.map(row => [row.id, row.subjectId]));
    },

    /** Whose other accounts case accounts restrict: whoever held one when this was first asked of it stays known as that. */
    async caseHolders(causeIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
      if (causeIds.length === 0) return new Map();
      await sql`/* MeasureTargetStore.caseHolders: keep */
        update banking.measure m set subject_id = d.subject_id, holder_known = true
        from banking.account_directory d
        where m.cause_id = any(${causeIds}::text[]) and m.cause_kind = 'CASE_ACCOUNT' and not m.holder_known
          and d.id = m.holding_id`.execute(tx);
      const { rows } = await sql<{ causeId: string; subjectId: string }>`/* MeasureTargetStore.caseHolders */
        select distinct cause_id as "causeId", subject_id as "subjectId" from banking.measure
        where cause_id = any(${causeIds}::text[]) and holder_known`.execute(tx);
      return new Map(rows.map(row => [row.causeId, row.subjectId]));
    },

    async accountIdsOf(subjectIds: readonly string[]): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`/* MeasureTargetStore.accountIdsOf */
        select id from banking.account where subject_id = any(${subjectIds}::text[])`.execute(tx);
      return rows.map(row => row.id);
    },

    /** What these people hold and have not closed. */
    async openAccountsOf(subjectIds: readonly string[]): Promise<TargetAccount[]> {
      const { rows } = await sql<TargetAccount>`/* MeasureTargetStore.openAccountsOf */
        select a.id, a.subject_id as "subjectId", a.institution, i.sector, s.sealed_name as "sealedName"
        from banking.account a join banking.institution i on i.code = a.institution
        left join banking.subject s on s.id = a.subject_id
        where a.subject_id = any(${subjectIds}::text[]) and a.reported_status <> 'CLOSED'
        order by a.subject_id, a.id`.execute(tx);
      return rows;
    },

    /** Writes on accounts since when they count as used in a case, by the recognitions that stand. */
    async markInvolved(accountIds: readonly string[]): Promise<void> {
      if (accountIds.length === 0) return;
      await sql`/* MeasureTargetStore.markInvolved */
        update banking.account a set involved_on = (
          select min(m.starts_on) from banking.measure m
          where m.holding_id = a.id and m.cause_kind = 'CASE_ACCOUNT' and m.ended_at is null)
        from banking.account_directory d
        where d.id = any(${accountIds}::text[]) and a.subject_id = d.subject_id and a.id = d.id`.execute(tx);
    },
  };
}
