import { sql, type Kysely, type RawBuilder } from "kysely";
import { FigureKey } from "../types/enums";
import type { SanctionFigure } from "../types/SanctionFigure";

// By instrument a sanction counts once for each: it may rest on a phone card and an account both.
const KEYS: Readonly<Record<FigureKey, RawBuilder<string>>> = {
  [FigureKey.AUTHORITY]: sql`s.recognised_by`,
  [FigureKey.REGION]: sql`a.region`,
  [FigureKey.CONDUCT]: sql`s.conduct`,
  [FigureKey.INSTRUMENT]: sql`unnest(s.instruments)`,
};

/** Counts sanctions and how fast objections to them were decided and undone. */
export function createFigureStore(db: Kysely<unknown>) {
  return {
    /** Sanctions recognised from one day to another, both included, and what has become of them since. */
    async sanctionFigures(
      from: string,
      to: string,
      by: FigureKey,
      sectors: readonly string[] | "ALL",
    ): Promise<SanctionFigure[]> {
      const { rows } = await sql<SanctionFigure>`/* FigureStore.sanctionFigures */
        with counted as (
          select ${KEYS[by]} as key, s.id, s.state
          from police.sanction s join police.authority a on a.code = s.recognised_by
          where s.recognised_on between ${from}::date and ${to}::date and ${hasMeasureIn(sectors)}
        )
        select c.key, count(distinct c.id) as recognised,
          count(distinct c.id) filter (where c.state = 'LIFTED') as lifted,
          count(o.id) as objections,
          count(o.id) filter (where o.status = 'CONFIRMED') as confirmed,
          percentile_cont(0.5) within group (order by extract(epoch from o.decided_at - o.filed_at)::float8 / 3600)
            filter (where o.decided_at is not null) as "medianHoursToDecide",
          percentile_cont(0.5) within group (order by extract(epoch from greatest(o.restored_at, o.decided_at) - o.decided_at)::float8 / 3600)
            filter (where o.restored_at is not null and o.decided_at is not null) as "medianHoursToRestore"
        from counted c left join police.objection o on o.target = 'SANCTION' and o.target_id = c.id::text
        group by c.key
        order by recognised desc, c.key`.execute(db);
      return rows;
    },
  };
}

function hasMeasureIn(sectors: readonly string[] | "ALL"): RawBuilder<boolean> {
  if (sectors === "ALL") return sql<boolean>`true`;
  return sql<boolean>`exists (select from police.measure m
    where m.subject_id = s.subject_id and m.sanction_id = s.id and m.sector = any(${sectors}::text[]))`;
}
