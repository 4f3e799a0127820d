import { sql, type Kysely } from "kysely";

/** Keeps which looks made for a case the people concerned may know of. */
export function createReleaseStore(db: Kysely<unknown>) {
  return {
    /** Lets the people concerned know of the looks made for a case up to a moment; an earlier one changes nothing. */
    async releaseCase(caseNumber: string, until: Date, tx: Kysely<unknown> = db): Promise<void> {
      await sql`/* ReleaseStore.releaseCase */
        insert into audit.released_case (case_number, until) values (${caseNumber}, ${until})
        on conflict (case_number) do update
          set until = greatest(audit.released_case.until, excluded.until)`.execute(tx);
    },
  };
}
