import { sql, type Kysely, type RawBuilder } from "kysely";
import { AccountabilityKey } from "../../shared/types/enums";
import type { FigureFilter } from "../rowFilter";
import type { LineAccountability } from "../types/LineAccountability";
import { atCarrier, perTenThousand } from "./figures";
import { LINE_OPENINGS } from "./lineOpenings";

/** Which openings are counted, and which part of the ranking is asked for. */
export interface AccountabilityPage {
  readonly by: AccountabilityKey;
  readonly carrier: string | null;
  readonly region: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly limit: number;
  /** Key of the last entry of the page before. */
  readonly after: string | null;
}

/** Who opens the card is responsible (N20-3). */
export interface AccountabilityStore {
  /** Openings by who opened them, those with the most involved lines first. */
  ranking(page: AccountabilityPage, filter: FigureFilter): Promise<LineAccountability[]>;
}

/** The openings of one database. */
export function createAccountabilityStore(db: Kysely<unknown>): AccountabilityStore {
  return {
    async ranking(page, filter) {
      const key = GROUPINGS[page.by];
      const after =
        page.after === null
          ? sql`true`
          : sql`place > (select max(last.place) from ranked last where last.key = ${page.after})`;
      const { rows } = await sql<LineAccountability>`/* AccountabilityStore.ranking */
        with line as (${LINE_OPENINGS}), opened as (
          select ${key.code} as key, max(${key.name}) as name, count(*) as opened,
            count(*) filter (where exists (
              select 1 from telecom.flag f
              where f.subject_id = l.subject_id and f.line_id = l.id and f.status = 'VERIFIED')) as flagged,
            count(*) filter (where l.involved_on is not null) as involved
          from line l
          join telecom.institution i on i.code = l.carrier
          left join telecom.outlet o on o.institution = l.carrier and o.code = l.outlet_code
          where ${key.code} is not null and ${openings(page)} and ${atCarrier("l", filter.institution)}
          group by 1
        ), ranked as (
          select key, name, opened, flagged, involved, ${perTenThousand("involved", "opened")} as "involvedPerTenThousand",
            row_number() over (order by involved::float8 / opened desc, opened desc, key) as place
          from opened
        )
        select key, name, opened, flagged, involved, "involvedPerTenThousand" from ranked
        where ${after} order by place limit ${page.limit}`.execute(db);
      return rows;
    },
  };
}

interface Grouping {
  /** Two carriers may use the same code for an outlet or an agent; a region is one for all. */
  readonly code: RawBuilder<unknown>;
  readonly name: RawBuilder<unknown>;
}

/** A line without an outlet counts for its carrier's own region, and for no outlet or agent. */
const GROUPINGS: Readonly<Record<AccountabilityKey, Grouping>> = {
  [AccountabilityKey.OUTLET]: { code: sql`i.code || '/' || o.code`, name: sql`o.name` },
  [AccountabilityKey.AGENT]: {
    code: sql`i.code || '/' || o.agent_code`,
    name: sql`coalesce(o.agent_name, o.agent_code)`,
  },
  [AccountabilityKey.INSTITUTION]: { code: sql`i.code`, name: sql`i.name` },
  [AccountabilityKey.REGION]: {
    code: sql`coalesce(o.region, i.region)`,
    name: sql`coalesce(o.region, i.region)`,
  },
};

function openings({ carrier, region, from, to }: AccountabilityPage): RawBuilder<unknown> {
  return sql`${atCarrier("l", carrier)}
    and ${region === null ? sql`true` : sql`coalesce(o.region, i.region) like ${regionPattern(region)}`}
    and ${from === null ? sql`true` : sql`l.registered_on >= ${from}::date`}
    and ${to === null ? sql`true` : sql`l.registered_on <= ${to}::date`}`;
}

/** A division code covers all that lie in it: 990100 all of the city, 990000 all of the province. */
function regionPattern(region: string): string {
  return `${region.replace(/(00)+$/, "")}%`;
}
