import { sql, type Kysely } from "kysely";
import type { Institution } from "../types/Institution";
import { recordset } from "../../shared/store/recordset";

/** What an institution declares of its reports. */
export interface CoverageRecord {
  readonly institution: string;
  /** The moment it speaks of. */
  readonly asOf: Date;
  /** The same where all accounts that it names have come; null: nothing is answered. */
  readonly completeAsOf: Date | null;
  readonly records: number | null;
  readonly declaredAt: Date;
}

/** An outlet as it was reported. */
export interface OutletRecord {
  readonly institution: string;
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly agentCode: string | null;
  readonly agentName: string | null;
  readonly observedAt: Date;
}

const INSTITUTION_COLUMNS = { code: "text", name: "text", sector: "text", region: "text" };
const COVERAGE_COLUMNS = {
  institution: "text",
  asOf: "timestamptz",
  completeAsOf: "timestamptz",
  records: "bigint",
  declaredAt: "timestamptz",
};
const OUTLET_COLUMNS = {
  institution: "text",
  code: "text",
  name: "text",
  region: "text",
  agentCode: "text",
  agentName: "text",
  observedAt: "timestamptz",
};

/** Writes institutions, what they declare, and their outlets. */
export function createInstitutionReportStore(db: Kysely<unknown>) {
  return {
    async saveInstitutions(institutions: readonly Institution[]): Promise<void> {
      if (institutions.length === 0) return;
      await sql`/* InstitutionReportStore.saveInstitutions */
        insert into banking.institution (code, name, sector, region)
        select r.code, r.name, r.sector, r.region
        from ${recordset(institutions, INSTITUTION_COLUMNS)}
        on conflict (code) do update set name = excluded.name, sector = excluded.sector,
          region = excluded.region`.execute(db);
    },

    /**
     * Of two declarations the one that speaks of the later moment stands, whichever was made first; of two that speak of
     * the same moment the one that was made last. Answers the institutions of which what was declared now stands.
     */
    async saveCoverage(declarations: readonly CoverageRecord[]): Promise<string[]> {
      if (declarations.length === 0) return [];
      const { rows } = await sql<{ institution: string }>`/* InstitutionReportStore.saveCoverage */
        insert into banking.coverage as c (institution, as_of, complete_as_of, records, declared_at)
        select r.institution, r."asOf", r."completeAsOf", r.records, r."declaredAt"
        from ${recordset(declarations, COVERAGE_COLUMNS)}
        on conflict (institution) do update set as_of = excluded.as_of, complete_as_of = excluded.complete_as_of,
          records = excluded.records, declared_at = excluded.declared_at
        where c.as_of is null or (c.as_of, c.declared_at) <= (excluded.as_of, excluded.declared_at)
        returning institution`.execute(db);
      return rows.map(({ institution }) => institution);
    },

    /** As of when an institution has declared that all its accounts have come; null: it has not. */
    async completeAsOf(institution: string): Promise<Date | null> {
      const { rows } = await sql<{ completeAsOf: Date | null }>`/* InstitutionReportStore.completeAsOf */
        select complete_as_of as "completeAsOf" from banking.coverage where institution = ${institution}`.execute(
        db,
      );
      return rows[0]?.completeAsOf ?? null;
    },

    /** How many accounts of an institution have come in. */
    async countAccounts(institution: string): Promise<number> {
      const { rows } = await sql<{ total: number }>`/* InstitutionReportStore.countAccounts */
        select count(*) as total from banking.account where institution = ${institution}`.execute(db);
      return rows[0]?.total ?? 0;
    },

    /** Each code once in a batch. Answers those that were written; of two of the same moment the text decides. */
    async saveOutlets(
      outlets: readonly OutletRecord[],
    ): Promise<{ readonly institution: string; readonly code: string }[]> {
      if (outlets.length === 0) return [];
      const { rows } = await sql<{
        institution: string;
        code: string;
      }>`/* InstitutionReportStore.saveOutlets */
        insert into banking.outlet as o (institution, code, name, region, agent_code, agent_name, observed_at)
        select r.institution, r.code, r.name, r.region, r."agentCode", r."agentName", r."observedAt"
        from ${recordset(outlets, OUTLET_COLUMNS)}
        order by r.institution, r.code
        on conflict (institution, code) do update set name = excluded.name, region = excluded.region,
          agent_code = excluded.agent_code, agent_name = excluded.agent_name, observed_at = excluded.observed_at
        where (o.observed_at, o.name, o.region, coalesce(o.agent_code, ''), coalesce(o.agent_name, ''))
          < (excluded.observed_at, excluded.name, excluded.region, coalesce(excluded.agent_code, ''),
            coalesce(excluded.agent_name, ''))
        returning institution, code`.execute(db);
      return rows;
    },
  };
}
