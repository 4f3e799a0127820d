import { sql, type Kysely } from "kysely";
import type { Authority } from "../types/Authority";
import type { Institution } from "../types/Institution";
import type { RegionRange } from "../rules/regionRange";

interface InstitutionQuery {
  readonly sector: string | null;
  readonly range: RegionRange | null;
  readonly afterCode: string | null;
  readonly limit: number;
}

/** Reads organs and institutions: names, ranks, regions. */
export function createRegisterStore(db: Kysely<unknown>) {
  return {
    async authoritiesByCodes(codes: readonly string[]): Promise<ReadonlyMap<string, Authority>> {
      const { rows } = await sql<Authority>`/* RegisterStore.authoritiesByCodes */
        select code, name, level, region from police.authority where code = any(${codes}::text[])`.execute(
        db,
      );
      return new Map(rows.map(row => [row.code, row]));
    },

    async institutionsByCodes(codes: readonly string[]): Promise<ReadonlyMap<string, Institution>> {
      const { rows } = await sql<Institution>`/* RegisterStore.institutionsByCodes */
        select code, name, sector, region from police.institution where code = any(${codes}::text[])`.execute(
        db,
      );
      return new Map(rows.map(row => [row.code, row]));
    },

    async listInstitutions({ sector, range, afterCode, limit }: InstitutionQuery): Promise<Institution[]> {
      const { rows } = await sql<Institution>`/* RegisterStore.listInstitutions */
        select code, name, sector, region from police.institution
        where (${sector}::text is null or sector = ${sector})
          and (${range?.from ?? null}::text is null or region between ${range?.from ?? null} and ${range?.to ?? null})
          and (${afterCode}::text is null or code > ${afterCode})
        order by code
        limit ${limit}`.execute(db);
      return rows;
    },
  };
}
