import { sql, type Kysely } from "kysely";

/** The person to whom an application number belongs, and since when. */
export interface ApplicationRow {
  readonly subjectId: string;
  readonly boundAt: Date;
}

/** Application numbers and the first person each was used for. */
export function createApplicationStore(db: Kysely<unknown>) {
  return {
    async findApplication(institution: string, reference: string): Promise<ApplicationRow | null> {
      const { rows } = await sql<ApplicationRow>`/* ApplicationStore.findApplication */
        select subject_id as "subjectId", bound_at as "boundAt" from banking.application
        where institution = ${institution} and reference = ${reference}`.execute(db);
      return rows[0] ?? null;
    },

    /** Binds the number to the person unless it is bound already, and answers whose it is. */
    async bindApplication(
      institution: string,
      reference: string,
      subjectId: string,
      at: Date,
    ): Promise<ApplicationRow> {
      // Writing the row's own value back is what makes the statement answer it, whoever was first.
      const { rows } = await sql<ApplicationRow>`/* ApplicationStore.bindApplication */
        insert into banking.application as a (institution, reference, subject_id, bound_at)
        values (${institution}, ${reference}, ${subjectId}, ${at}::timestamptz)
        on conflict (institution, reference) do update set subject_id = a.subject_id
        returning subject_id as "subjectId", bound_at as "boundAt"`.execute(db);
      const bound = rows[0];
      if (bound === undefined) throw new Error("an upsert that returns no row");
      return bound;
    },
  };
}
