import { sql, type Kysely } from "kysely";
import type { Institution } from "../types/Institution";
import type { AccountabilityKey } from "../../shared/types/enums";
import type { Outlet } from "../../shared/types/Outlet";
import { columnsOf, insertRows, replaceOnConflict } from "./table";
import { COVERAGE, type CoverageRecord } from "./tables/coverageTable";
import { INSTITUTION, type InstitutionRecord } from "./tables/institutionTable";
import { OUTLET, type OutletRecord } from "./tables/outletTable";

/** A carrier with what it has declared. */
export interface InstitutionRow extends Institution {
  /** As of when everything it holds has been reported; null: half-way, or silent. */
  readonly completeAsOf: Date | null;
}

/** An outlet with the carrier it belongs to. */
export interface OutletRow extends Outlet {
  readonly institution: string;
}

/** Reads and stores carriers, their outlets and their declarations. */
export interface InstitutionStore {
  /** All of them: there are some dozens of carriers. */
  institutions(): Promise<InstitutionRow[]>;
  outletsByCodes(outlets: readonly { institution: string; code: string }[]): Promise<OutletRow[]>;
  upsertInstitutions(institutions: readonly InstitutionRecord[]): Promise<void>;
  /** Answers the codes of those that were taken: what is older than what is known is left aside. Each at most once. */
  upsertOutlets(outlets: readonly OutletRecord[]): Promise<readonly string[]>;
  /** The carriers that have such an outlet or agent, or are it. */
  ownersOf(kind: AccountabilityKey, code: string): Promise<readonly string[]>;
  /**
   * Of two declarations the one that speaks of the later moment stands, whichever was made first; of two that speak of
   * the same moment the one that was made last. Answers the carriers of which what was declared now stands.
   */
  declareCoverage(declarations: readonly CoverageRecord[]): Promise<readonly string[]>;
}

/** The carriers of one database or transaction. */
export function createInstitutionStore(db: Kysely<unknown>): InstitutionStore {
  return {
    async institutions() {
      const { rows } = await sql<InstitutionRow>`/* InstitutionStore.institutions */
        select ${columnsOf(INSTITUTION, "i")}, c.complete_as_of as "completeAsOf"
        from telecom.institution i left join telecom.coverage c on c.institution = i.code
        order by i.code`.execute(db);
      return rows;
    },

    async outletsByCodes(outlets) {
      const { rows } = await sql<OutletRow>`/* InstitutionStore.outletsByCodes */
        select o.institution, o.code, o.name, o.region, coalesce(o.agent_name, o.agent_code) as agent
        from telecom.outlet o
        where o.institution = any(${outlets.map(outlet => outlet.institution)}::text[])
          and o.code = any(${outlets.map(outlet => outlet.code)}::text[])`.execute(db);
      return rows;
    },

    async upsertInstitutions(institutions) {
      if (institutions.length === 0) return;
      await sql`/* InstitutionStore.upsertInstitutions */
        ${insertRows(INSTITUTION, institutions)} ${replaceOnConflict(INSTITUTION)}`.execute(db);
    },

    async upsertOutlets(outlets) {
      if (outlets.length === 0) return [];
      // Of two of the same moment the text decides, so that it does not matter which came first.
      const { rows } = await sql<{ code: string }>`/* InstitutionStore.upsertOutlets */
        ${insertRows(OUTLET, outlets)} ${replaceOnConflict(OUTLET)}
        where (t.observed_at, t.name, t.region, coalesce(t.agent_code, ''), coalesce(t.agent_name, ''))
          < (excluded.observed_at, excluded.name, excluded.region, coalesce(excluded.agent_code, ''),
            coalesce(excluded.agent_name, ''))
        returning code`.execute(db);
      return rows.map(row => row.code);
    },

    async ownersOf(kind, code) {
      const { rows } = await sql<{ institution: string }>`/* InstitutionStore.ownersOf */
        select i.code as institution from telecom.institution i
        where ${kind} = 'INSTITUTION' and i.code = ${code}
        union
        select o.institution from telecom.outlet o
        where (${kind} = 'OUTLET' and o.code = ${code}) or (${kind} = 'AGENT' and o.agent_code = ${code})
        order by institution`.execute(db);
      return rows.map(row => row.institution);
    },

    async declareCoverage(declarations) {
      if (declarations.length === 0) return [];
      const { rows } = await sql<{ institution: string }>`/* InstitutionStore.declareCoverage */
        ${insertRows(COVERAGE, declarations)} ${replaceOnConflict(COVERAGE)}
        where t.as_of is null or (t.as_of, t.declared_at) <= (excluded.as_of, excluded.declared_at)
        returning institution`.execute(db);
      return rows.map(({ institution }) => institution);
    },
  };
}
