import { sql, type Kysely } from "kysely";
import { openOn } from "./rowCondition";

/** A holder of more debit cards than the limit. */
export interface CardHolderRow {
  readonly subjectId: string;
  readonly cards: number;
}

/** Finds holders of more debit cards than the limit at one institution. */
export function createCleanUpStore(db: Kysely<unknown>) {
  return {
    /** Most cards first. Exempt cards do not count. */
    async holdersAbove(
      institution: string,
      cardLimit: number,
      day: string,
      after: CardHolderRow | null,
      limit: number,
    ): Promise<CardHolderRow[]> {
      const { rows } = await sql<CardHolderRow>`/* CleanUpStore.holdersAbove */
        select a.subject_id as "subjectId", count(*) as cards
        from banking.account a
        where a.institution = ${institution} and a.kind = 'DEBIT_CARD' and a.exempt_from_limit is null
          and ${openOn(day, "a")}
        group by a.subject_id
        having count(*) > ${cardLimit}::int and (${after?.subjectId ?? null}::text is null
          or count(*) < ${after?.cards ?? 0}::bigint
          or (count(*) = ${after?.cards ?? 0}::bigint and a.subject_id > ${after?.subjectId ?? null}::text))
        order by count(*) desc, a.subject_id limit ${limit}::int`.execute(db);
      return rows;
    },
  };
}
