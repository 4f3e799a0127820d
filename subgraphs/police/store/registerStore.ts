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
        select code, name, level, region, superior from police.authority where code = any(${codes}::text[])`.execute(
        db,
      );
      return new Map(rows.map(row => [row.code, row]));
    },

    /** The organ itself and those above it, the nearest first. Four ranks make three steps up. */
    async organAndAbove(code: string): Promise<string[]> {
      const { rows } = await sql<Record<string, string | null>>`/* RegisterStore.organAndAbove */
        select a.code as own, a.superior as first, b.superior as second, c.superior as third
        from police.authority a
        left join police.authority b on b.code = a.superior
        left join police.authority c on c.code = b.superior
        where a.code = ${code}`.execute(db);
      const [{ own, first, second, third } = {}] = rows;
      return [own, first, second, third].filter(organ => typeof organ === "string");
    },

    /** The organ above all others. */
    async highestOrgan(): Promise<string | null> {
      const { rows } = await sql<{ code: string }>`/* RegisterStore.highestOrgan */
        select code from police.authority where superior is null order by code limit 1`.execute(db);
      return rows[0]?.code ?? null;
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
