import { sql, type Kysely } from "kysely";
import { someTexts } from "../../shared/store/someTexts";
import type { Institution } from "../types/Institution";
import { recordset } from "../../shared/store/recordset";

/** A bank or payment institution with what it has declared to have reported. */
export interface DeclaredInstitution extends Institution {
  /** Null: not everything yet, or nothing was ever declared. */
  readonly completeAsOf: Date | null;
}

/** An outlet as an account shows it. */
export interface OutletRow {
  readonly institution: string;
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly agent: string | null;
}

/** The registers of institutions, their declarations and their outlets. */
export function createInstitutionStore(db: Kysely<unknown>) {
  return {
    async institutionsByCodes(codes: readonly string[]): Promise<Institution[]> {
      const { rows } = await sql<Institution>`/* InstitutionStore.institutionsByCodes */
        select code, name, sector, region from banking.institution
        where code = any(${someTexts(codes)})`.execute(db);
      return rows;
    },

    /** All institutions, banks first: who is not in the list does not exist for coverage. */
    async declaredInstitutions(): Promise<DeclaredInstitution[]> {
      const { rows } = await sql<DeclaredInstitution>`/* InstitutionStore.declaredInstitutions */
        select i.code, i.name, i.sector, i.region, c.complete_as_of as "completeAsOf"
        from banking.institution i left join banking.coverage c on c.institution = i.code
        order by i.sector, i.code`.execute(db);
      return rows;
    },

    async outletsByKeys(
      keys: readonly { readonly institution: string; readonly code: string }[],
    ): Promise<OutletRow[]> {
      const { rows } = await sql<OutletRow>`/* InstitutionStore.outletsByKeys */
        select o.institution, o.code, o.name, o.region, coalesce(o.agent_name, o.agent_code) as agent
        from ${recordset(keys, { institution: "text", code: "text" })}
        join banking.outlet o on o.institution = r.institution and o.code = r.code`.execute(db);
      return rows;
    },
  };
}
