import { sql, type Kysely } from "kysely";

/** Whom an application number stands for, and since when. */
export interface Application {
  readonly subjectId: string;
  readonly boundAt: Date;
}

/** Application numbers and the people they are bound to. */
export interface ApplicationStore {
  /** Binds an unused number to the person; answers whom it is bound to now. */
  bind(institution: string, reference: string, subjectId: string, now: Date): Promise<Application>;
  find(institution: string, reference: string): Promise<Application | null>;
}

/** The applications of one database or transaction. */
export function createApplicationStore(db: Kysely<unknown>): ApplicationStore {
  async function find(institution: string, reference: string): Promise<Application | null> {
    const { rows } = await sql<Application>`/* ApplicationStore.find */
      select subject_id as "subjectId", bound_at as "boundAt" from telecom.application
      where institution = ${institution} and reference = ${reference}`.execute(db);
    return rows[0] ?? null;
  }

  return {
    find,
    async bind(institution, reference, subjectId, now) {
      // Two at once: the key lets one in, and both then read the same.
      await sql`/* ApplicationStore.bind */
        insert into telecom.application (institution, reference, subject_id, bound_at)
        values (${institution}, ${reference}, ${subjectId}, ${now}::timestamptz)
        on conflict (institution, reference) do nothing`.execute(db);
      const bound = await find(institution, reference);
      if (bound === null) throw new Error("An application that was just bound is gone.");
      return bound;
    },
  };
}
