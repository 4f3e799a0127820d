import { sql, type Kysely } from "kysely";

/** Keeps which looks made for a case the people who belong to it may know of. */
export function createReleaseStore(db: Kysely<unknown>) {
  return {
    /** Lets these people know of the looks made for a case up to a moment; an earlier one changes nothing. */
    async releaseCase(
      caseNumber: string,
      subjectIds: readonly string[],
      until: Date,
      tx: Kysely<unknown> = db,
    ): Promise<void> {
      await sql`/* ReleaseStore.releaseCase */
        insert into audit.released_look (subject_id, case_number, until)
        select distinct one.id, ${caseNumber}::text, ${until}::timestamptz
        from unnest(${subjectIds}::text[]) as one(id) order by one.id
        on conflict (subject_id, case_number) do update
          set until = greatest(audit.released_look.until, excluded.until)`.execute(tx);
    },
  };
}
