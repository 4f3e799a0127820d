import { sql, type Kysely, type RawBuilder } from "kysely";
import { AccountabilityKey } from "../../shared/types/enums";
import type { AccountAccountability } from "../types/AccountAccountability";
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

/** Is an account recognised as used in a case by whoever holds it in this row? */
function isInvolved(alias: string): RawBuilder<unknown> {
  return sql`exists (select 1 from banking.measure m
    where m.holding_id = ${sql.ref(`${alias}.id`)} and m.subject_id = ${sql.ref(`${alias}.subject_id`)}
      and m.cause_kind = 'CASE_ACCOUNT' and m.holder_known and m.ended_at is null)`;
}

/**
 * Accounts whose number has been given to somebody else since, who opened it anew: an opening of its own. That the next
 * holder has had it since as early is a correction of the record, and a corrected day the same opening.
 */
const FORMER_OPENINGS = sql`select f.*, ${isInvolved("f")} as is_involved from (
  select p.subject_id, p.account_id as id, p.institution, p.outlet_code, p.opened_on
  from banking.account_past p
  join banking.account_directory d on d.id = p.account_id
  join banking.account now on now.subject_id = d.subject_id and now.id = d.id
  where now.subject_id <> p.subject_id and now.opened_on > p.opened_on and not exists (
    select 1 from banking.account_past n where n.account_id = p.account_id and n.until > p.until
      and (n.subject_id = p.subject_id or n.opened_on <= p.opened_on))) f`;

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
        with former as (${FORMER_OPENINGS}), opening as (
          select a.subject_id, a.id, a.institution, a.outlet_code, a.opened_on, a.involved_on is not null and (
            ${isInvolved("a")} or not exists (select 1 from former f where f.id = a.id and f.is_involved)) as is_involved
          from banking.account a
          union all
          select * from former
        ), figures as (
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
