import { sql, type Kysely } from "kysely";

/** A line that a measure may reach. */
export interface TargetLine {
  readonly id: string;
  readonly subjectId: string;
  readonly institution: string;
  readonly status: string;
}

interface LinePlaceNow {
  readonly subjectId: string;
  readonly carrier: string;
}

/** Finds, in a transaction, the lines that measures reach. */
export function createMeasureTargetStore(tx: Kysely<unknown>) {
  return {
    /** Who holds lines now, and with whom. */
    async placesOf(lineIds: readonly string[]): Promise<ReadonlyMap<string, LinePlaceNow>> {
      const { rows } = await sql<LinePlaceNow & { readonly id: string }>`/* MeasureTargetStore.placesOf */
        select id, subject_id as "subjectId", carrier from telecom.line_directory
        where id = any(${lineIds}::text[])`.execute(tx);
      return new Map(rows.map(row => [row.id, row]));
    },

    async lineIdsOf(subjectIds: readonly string[]): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`/* MeasureTargetStore.lineIdsOf */
        select id from telecom.line where subject_id = any(${subjectIds}::text[])`.execute(tx);
      return rows.map(row => row.id);
    },

    /** What these people hold and have not closed. */
    async linesOf(subjectIds: readonly string[]): Promise<TargetLine[]> {
      const { rows } = await sql<TargetLine>`/* MeasureTargetStore.linesOf */
        select id, subject_id as "subjectId", carrier as institution, status from telecom.line
        where subject_id = any(${subjectIds}::text[]) and status <> 'CLOSED' order by subject_id, id`.execute(
        tx,
      );
      return rows;
    },

    /** Writes on lines since when they count as used in a case, by the recognitions that stand. */
    async markInvolved(lineIds: readonly string[]): Promise<void> {
      if (lineIds.length === 0) return;
      await sql`/* MeasureTargetStore.markInvolved */
        update telecom.line l set involved_on = (
          select min(m.starts_on) from telecom.measure m
          where m.holding_id = l.id and m.cause_kind = 'CASE_LINE' and m.ended_at is null)
        from telecom.line_directory d
        where d.id = any(${lineIds}::text[]) and l.subject_id = d.subject_id and l.id = d.id`.execute(tx);
    },
  };
}
