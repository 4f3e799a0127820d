import { sql, type Kysely, type RawBuilder } from "kysely";
import { AccountabilityKey } from "../../shared/types/enums";
import type { AccountAccountability } from "../types/AccountAccountability";
import { OPENINGS } from "./accountOpenings";
import { standingAt } from "./rowCondition";

/** Which openings are counted. */
export interface OpeningSelection {
  readonly by: AccountabilityKey;
  readonly institution: string | null;
  /** First digits of a division code: a district, a city or a province. */
  readonly regionPrefix: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** What was counted for one outlet, agent, institution or region. */
export type AccountFigures = Omit<AccountAccountability, "involvedPerTenThousand">;

interface Grouping {
  readonly key: RawBuilder<unknown>;
  readonly name: RawBuilder<unknown>;
}

const GROUPINGS: Readonly<Record<AccountabilityKey, Grouping>> = {
  [AccountabilityKey.OUTLET]: { key: sql`a.institution || '/' || o.code`, name: sql`max(o.name)` },
  [AccountabilityKey.AGENT]: {
    key: sql`a.institution || '/' || o.agent_code`,
    name: sql`max(coalesce(o.agent_name, o.agent_code))`,
  },
  [AccountabilityKey.INSTITUTION]: { key: sql`a.institution`, name: sql`max(i.name)` },
  // Names of divisions are nobody's here: the code stands for itself.
  [AccountabilityKey.REGION]: {
    key: sql`coalesce(o.region, i.region)`,
    name: sql`max(coalesce(o.region, i.region))`,
  },
};

/** Counts what became of accounts by who opened them. */
export function createAccountabilityStore(db: Kysely<unknown>) {
  return {
    /** The highest rate of involvement first, after the entry whose key is given. */
    async figures(
      { by, institution, regionPrefix, from, to }: OpeningSelection,
      now: Date,
      afterKey: string | null,
      limit: number,
    ): Promise<AccountFigures[]> {
      const { key, name } = GROUPINGS[by];
      const { rows } = await sql<AccountFigures>`/* AccountabilityStore.figures */
        with ${OPENINGS}, figures as (
          select ${key} as key, ${name} as name, count(*) as opened,
            count(*) filter (where exists (select 1 from banking.restriction t
              where t.subject_id = a.subject_id and t.account_id = a.id and ${standingAt(now, "t")})) as restricted,
            count(*) filter (where a.is_involved) as involved,
            count(*) filter (where a.is_involved)::float8 / count(*) as share
          from opening a join banking.institution i on i.code = a.institution
          left join banking.outlet o on o.institution = a.institution and o.code = a.outlet_code
          where ${key} is not null
            and (${institution}::text is null or a.institution = ${institution})
            and (${regionPrefix}::text is null
              or left(coalesce(o.region, i.region), length(${regionPrefix}::text)) = ${regionPrefix})
            and (${from}::date is null or a.opened_on >= ${from}::date)
            and (${to}::date is null or a.opened_on <= ${to}::date)
          group by 1
        )
        select f.key, f.name, f.opened, f.restricted, f.involved
        from figures f left join figures last on last.key = ${afterKey}
        where ${afterKey}::text is null or f.share < last.share or (f.share = last.share and f.key > last.key)
        order by f.share desc, f.key limit ${limit}::int`.execute(db);
      return rows;
    },
  };
}
