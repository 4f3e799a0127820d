import { sql, type Kysely } from "kysely";

/** A line that a measure may reach. */
export interface TargetLine {
  readonly id: string;
  readonly subjectId: string;
  readonly institution: string;
  readonly status: string;
}

/** The targets of one transaction. */
export type MeasureTargetStore = ReturnType<typeof createMeasureTargetStore>;

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

    /** Whose lines cases mean: whoever held one when this was first asked of it stays known as that; nobody does not. */
    async caseHolders(causeIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
      if (causeIds.length === 0) return new Map();
      await sql`/* MeasureTargetStore.caseHolders: keep */
        update telecom.measure m set subject_id = d.subject_id, holder_known = true
        from telecom.line_directory d
        where m.cause_id = any(${causeIds}::text[]) and m.cause_kind = 'CASE_LINE' and not m.holder_known
          and d.id = m.holding_id and d.subject_id not like '-%'`.execute(tx);
      const { rows } = await sql<{ causeId: string; subjectId: string }>`/* MeasureTargetStore.caseHolders */
        select distinct cause_id as "causeId", subject_id as "subjectId" from telecom.measure
        where cause_id = any(${causeIds}::text[]) and holder_known`.execute(tx);
      return new Map(rows.map(row => [row.causeId, row.subjectId]));
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
          where m.holding_id = l.id and m.cause_kind = 'CASE_LINE' and m.ended_at is null
            and (not m.holder_known or m.subject_id = l.subject_id))
        from telecom.line_directory d
        where d.id = any(${lineIds}::text[]) and l.subject_id = d.subject_id and l.id = d.id`.execute(tx);
      await sql`/* MeasureTargetStore.markInvolved: former */
        update telecom.former_line l set involved_on = (
          select min(m.starts_on) from telecom.measure m
          where m.holding_id = l.line_id and m.cause_kind = 'CASE_LINE' and m.ended_at is null
            and m.holder_known and m.subject_id = l.subject_id)
        where l.line_id = any(${lineIds}::text[])`.execute(tx);
    },
  };
}
