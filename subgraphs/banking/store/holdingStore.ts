import { sql, type Kysely } from "kysely";
import type { AccountClass, AccountKind } from "../types/enums";
import { openOn } from "./rowCondition";

/** How many accounts of a kind a person has open at an institution. */
export interface OpenAccountCount {
  readonly subjectId: string;
  readonly institution: string;
  readonly kind: AccountKind;
  readonly accountClass: AccountClass | null;
  readonly open: number;
}

/** Tells who holds what where, without the accounts themselves. */
export function createHoldingStore(db: Kysely<unknown>) {
  return {
    /** Accounts open on a day, counted over all institutions: who may see which count is decided above. */
    async openCounts(subjectIds: readonly string[], day: string): Promise<OpenAccountCount[]> {
      const { rows } = await sql<OpenAccountCount>`/* HoldingStore.openCounts */
        select a.subject_id as "subjectId", a.institution, a.kind, a.account_class as "accountClass",
          count(*) as open
        from banking.account a
        where a.subject_id = any(${subjectIds}::text[]) and ${openOn(day, "a")}
        group by a.subject_id, a.institution, a.kind, a.account_class
        order by a.institution, a.kind, a.account_class nulls last`.execute(db);
      return rows;
    },

    /** Those of the people who have an account open at the institution. */
    async customersAmong(
      institution: string,
      subjectIds: readonly string[],
      day: string,
    ): Promise<ReadonlySet<string>> {
      const { rows } = await sql<{ subjectId: string }>`/* HoldingStore.customersAmong */
        select distinct a.subject_id as "subjectId" from banking.account a
        where a.subject_id = any(${subjectIds}::text[]) and a.institution = ${institution}
          and ${openOn(day, "a")}`.execute(db);
      return new Set(rows.map(row => row.subjectId));
    },
  };
}
