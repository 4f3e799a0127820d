import { sql, type Kysely } from "kysely";
import { recordset } from "../../shared/store/recordset";
import type { MeasureTerm } from "../rules/suspendFiveYears";
import type { SanctionFacts } from "../rules/sanctionTargets";
import { keepUuids } from "./keepUuids";

/** A sanction as it is recognised. */
export interface NewSanction {
  readonly id: string;
  readonly subjectId: string;
  readonly role: string;
  readonly conduct: string;
  readonly instruments: readonly string[];
  readonly ruleVersion: string;
  readonly recognisedBy: string;
  readonly recognisedOfficer: string;
  readonly recognisedOn: string;
  readonly caseNumber: string;
  readonly reason: string;
  readonly remedy: string;
  readonly papers: readonly string[];
  readonly facts: SanctionFacts;
}

/** Whose and which sanction. */
export interface SanctionKey {
  readonly id: string;
  readonly subjectId: string;
}

/** A measure that has just ended. */
export interface EndedMeasure {
  readonly kind: MeasureTerm["kind"];
  readonly sector: MeasureTerm["sector"];
  readonly startsOn: string;
  readonly endsOn: string;
}

const IS_CONVICTED = sql`coalesce((s.facts ->> 'convicted')::boolean, s.conduct = 'CRIMINAL_CONVICTION')`;
const IS_NAMED = sql`m.kind = r.kind and m.sector = r.sector and m.starts_on = r."startsOn"`;
const MEASURE_COLUMNS = { kind: "text", sector: "text", startsOn: "date", endsOn: "date" };

/** Changes sanctions; each method runs inside the caller's transaction. */
export function createSanctionWriteStore(tx: Kysely<unknown>) {
  return {
    async insertSanction(sanction: NewSanction): Promise<void> {
      await sql`/* SanctionWriteStore.insertSanction */
        insert into police.sanction (subject_id, id, role, conduct, instruments, rule_version, recognised_by,
          recognised_officer, recognised_on, state, case_number, reason, remedy, papers, facts)
        values (${sanction.subjectId}, ${sanction.id}::uuid, ${sanction.role}, ${sanction.conduct},
          ${sanction.instruments}::text[], ${sanction.ruleVersion}, ${sanction.recognisedBy},
          ${sanction.recognisedOfficer}, ${sanction.recognisedOn}::date, 'RECOGNISED', ${sanction.caseNumber},
          ${sanction.reason}, ${sanction.remedy}, ${sanction.papers}::text[],
          ${JSON.stringify(sanction.facts)}::jsonb)`.execute(tx);
      await sql`/* SanctionWriteStore.insertSanctionDirectory */
        insert into police.sanction_directory (id, subject_id)
        values (${sanction.id}::uuid, ${sanction.subjectId})`.execute(tx);
    },

    /** The id of the same organ's same recognition, word for word, that has not been lifted; null for none. */
    async findSame(sanction: NewSanction): Promise<string | null> {
      const { rows } = await sql<{ id: string }>`/* SanctionWriteStore.findSame */
        select id from police.sanction
        where subject_id = ${sanction.subjectId} and state <> 'LIFTED' and case_number = ${sanction.caseNumber}
          and recognised_by = ${sanction.recognisedBy} and recognised_on = ${sanction.recognisedOn}::date
          and role = ${sanction.role} and conduct = ${sanction.conduct}
          and instruments = ${sanction.instruments}::text[] and reason = ${sanction.reason}
          and remedy = ${sanction.remedy} and papers = ${sanction.papers}::text[]
          and facts = ${JSON.stringify(sanction.facts)}::jsonb limit 1`.execute(tx);
      return rows[0]?.id ?? null;
    },

    async insertMeasures(
      { id, subjectId }: SanctionKey,
      measures: readonly MeasureTerm[],
      at: Date,
      imposed: { readonly by: string; readonly reason: string } | null = null,
    ): Promise<void> {
      if (measures.length === 0) return;
      await sql`/* SanctionWriteStore.insertMeasures */
        insert into police.measure (subject_id, sanction_id, kind, sector, starts_on, ends_on, recorded_at,
          imposed_by, imposing_reason)
        select ${subjectId}, ${id}::uuid, r.kind, r.sector, r."startsOn", r."endsOn", ${at}::timestamptz,
          ${imposed?.by ?? null}, ${imposed?.reason ?? null}
        from ${recordset(measures, MEASURE_COLUMNS)}`.execute(tx);
    },

    /** Holds a sanction against other changes until the transaction ends; null where there is none. */
    async lockSanction(id: string): Promise<(SanctionKey & { readonly convicted: boolean }) | null> {
      const { rows } = await sql<
        SanctionKey & { readonly convicted: boolean }
      >`/* SanctionWriteStore.lockSanction */
        select s.id, s.subject_id as "subjectId",
          ${IS_CONVICTED} as convicted from police.sanction_directory d
        join police.sanction s on s.subject_id = d.subject_id and s.id = d.id
        where d.id = any(${keepUuids([id])}::uuid[])
        for update of s`.execute(tx);
      return rows[0] ?? null;
    },

    /** Nobody else decides on the person's sanctions meanwhile: what runs decides what is added. */
    async lockSubject(subjectId: string): Promise<void> {
      await sql`/* SanctionWriteStore.lockSubject */
        select id from police.subject where id = ${subjectId} for update`.execute(tx);
    },

    /** The person's sanctions that rest on a conviction. */
    async convictedOf(subjectId: string): Promise<ReadonlySet<string>> {
      const { rows } = await sql<{ id: string }>`/* SanctionWriteStore.convictedOf */
        select id from police.sanction s where subject_id = ${subjectId} and ${IS_CONVICTED}`.execute(tx);
      return new Set(rows.map(row => row.id));
    },

    /** Of a sanction that stands: measures that nothing is left of. */
    async liftMeasures(
      { id, subjectId }: SanctionKey,
      measures: readonly MeasureTerm[],
      at: Date,
    ): Promise<void> {
      await sql`/* SanctionWriteStore.liftMeasures */
        update police.measure m set lifted_at = ${at}::timestamptz from ${recordset(measures, MEASURE_COLUMNS)}
        where m.subject_id = ${subjectId} and m.sanction_id = ${id}::uuid and ${IS_NAMED}`.execute(tx);
    },

    /** Measures that end earlier than they were said to. */
    async shortenMeasures({ id, subjectId }: SanctionKey, measures: readonly MeasureTerm[]): Promise<void> {
      await sql`/* SanctionWriteStore.shortenMeasures */
        update police.measure m set ends_on = r."endsOn" from ${recordset(measures, MEASURE_COLUMNS)}
        where m.subject_id = ${subjectId} and m.sanction_id = ${id}::uuid and ${IS_NAMED}`.execute(tx);
    },

    async serveSanction({ id, subjectId }: SanctionKey, servedOn: string, method: string): Promise<void> {
      await sql`/* SanctionWriteStore.serveSanction */
        update police.sanction set state = 'SERVED', served_on = ${servedOn}::date, service_method = ${method}
        where subject_id = ${subjectId} and id = ${id}::uuid`.execute(tx);
    },

    /** Answers the measures that stood until now; those that had ended before are over by themselves. */
    async liftSanction(
      { id, subjectId }: SanctionKey,
      by: string,
      reason: string,
      at: Date,
    ): Promise<EndedMeasure[]> {
      await sql`/* SanctionWriteStore.liftSanction */
        update police.sanction set state = 'LIFTED', lifted_at = ${at}, lifted_by = ${by}, lifting_reason = ${reason}
        where subject_id = ${subjectId} and id = ${id}::uuid`.execute(tx);
      const { rows } = await sql<EndedMeasure>`/* SanctionWriteStore.liftSanction: measures */
        update police.measure set lifted_at = ${at}
        where subject_id = ${subjectId} and sanction_id = ${id}::uuid and lifted_at is null
          and expiry_told_at is null
        returning kind, sector, starts_on as "startsOn", ends_on as "endsOn"`.execute(tx);
      return rows;
    },
  };
}

export type SanctionWriteStore = ReturnType<typeof createSanctionWriteStore>;
