import { sql, type Kysely, type RawBuilder } from "kysely";
import { AccountabilityKey } from "../../shared/types/enums";
import type { FigureFilter } from "../rowFilter";
import type { LineAccountability } from "../types/LineAccountability";
import { validOn } from "./rowCondition";

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

/** How many of a carrier's lines have a holder on a day. */
export interface RealNameCount {
  readonly carrier: string;
  readonly registered: number;
  readonly total: number;
}

/** A holder above the card limit. */
export interface CleanUpRow {
  readonly subjectId: string;
  readonly active: number;
}

/** What a carrier's orders say of it. */
export interface OrderRecordRow {
  readonly carrier: string;
  readonly overdue: number;
  readonly medianHoursToExecute: number | null;
  readonly medianHoursToRestore: number | null;
}

/** Counts over many people's lines: no row about a person leaves here but the clean-up list's. */
export interface FigureStore {
  accountability(page: AccountabilityPage, filter: FigureFilter): Promise<LineAccountability[]>;
  realNameCounts(day: string, filter: FigureFilter): Promise<RealNameCount[]>;
  /** Natural persons with more valid mobile cards at the carrier than the limit, by token. */
  cleanUpList(
    carrier: string,
    page: { readonly above: number; readonly limit: number; readonly after: string | null },
    day: string,
  ): Promise<CleanUpRow[]>;
  orderRecords(carriers: readonly string[], now: Date): Promise<OrderRecordRow[]>;
  involvedPerTenThousand(carriers: readonly string[]): Promise<{ carrier: string; involved: number }[]>;
}

/** The figures of one database. */
export function createFigureStore(db: Kysely<unknown>): FigureStore {
  return {
    async accountability(page, filter) {
      const key = GROUPINGS[page.by];
      const after =
        page.after === null
          ? sql`true`
          : sql`place > (select max(last.place) from ranked last where last.key = ${page.after})`;
      const { rows } = await sql<LineAccountability>`/* FigureStore.accountability */
        with opened as (
          select ${key.code} as key, ${key.owner} as owner, max(${key.name}) as name, count(*) as opened,
            count(*) filter (where exists (
              select 1 from telecom.flag f
              where f.subject_id = l.subject_id and f.line_id = l.id and f.status = 'VERIFIED')) as flagged,
            count(*) filter (where l.involved_on is not null) as involved
          from telecom.line l
          join telecom.institution i on i.code = l.carrier
          left join telecom.outlet o on o.institution = l.carrier and o.code = l.outlet_code
          where ${key.code} is not null and ${openings(page)} and ${atCarrier("l", filter.institution)}
          group by 1, 2
        ), ranked as (
          select key, name, opened, flagged, involved, ${perTenThousand("involved", "opened")} as "involvedPerTenThousand",
            row_number() over (order by involved::float8 / opened desc, opened desc, key, owner) as place
          from opened
        )
        select key, name, opened, flagged, involved, "involvedPerTenThousand" from ranked
        where ${after} order by place limit ${page.limit}`.execute(db);
      return rows;
    },

    async realNameCounts(day, filter) {
      const { rows } = await sql<RealNameCount>`/* FigureStore.realNameCounts */
        select l.carrier, count(*) filter (where l.subject_id not like '-%') as registered, count(*) as total
        from telecom.line l where ${validOn(day, "l")} and ${atCarrier("l", filter.institution)}
        group by l.carrier order by l.carrier`.execute(db);
      return rows;
    },

    async cleanUpList(carrier, { above, limit, after }, day) {
      const { rows } = await sql<CleanUpRow>`/* FigureStore.cleanUpList */
        select l.subject_id as "subjectId", count(*) as active
        from telecom.line l join telecom.subject s on s.id = l.subject_id and s.kind = 'PERSON'
        where l.carrier = ${carrier} and l.kind = 'MOBILE' and ${validOn(day, "l")}
          and ${after === null ? sql`true` : sql`l.subject_id > ${after}`}
        group by l.subject_id having count(*) > ${above} order by l.subject_id limit ${limit}`.execute(db);
      return rows;
    },

    async orderRecords(carriers, now) {
      const { rows } = await sql<OrderRecordRow>`/* FigureStore.orderRecords */
        select o.carrier,
          count(*) filter (where o.status in ('ISSUED', 'DELIVERED', 'EXPIRED') and o.due_at < ${now}::timestamptz) as overdue,
          percentile_cont(0.5) within group (order by ${HOURS_TAKEN})
            filter (where o.status = 'EXECUTED' and o.kind <> 'RESTORE') as "medianHoursToExecute",
          percentile_cont(0.5) within group (order by ${HOURS_TAKEN})
            filter (where o.status = 'EXECUTED' and o.kind = 'RESTORE') as "medianHoursToRestore"
        from telecom.line_order o where o.carrier = any(${[...carriers]}::text[]) group by o.carrier`.execute(
        db,
      );
      return rows;
    },

    async involvedPerTenThousand(carriers) {
      const { rows } = await sql<{
        carrier: string;
        involved: number;
      }>`/* FigureStore.involvedPerTenThousand */
        select l.carrier, ${perTenThousand("count(l.involved_on)", "count(*)")} as involved
        from telecom.line l where l.carrier = any(${[...carriers]}::text[]) group by l.carrier`.execute(db);
      return rows;
    },
  };
}

const HOURS_TAKEN = sql`extract(epoch from o.executed_at - o.issued_at)::float8 / 3600`;

interface Grouping {
  readonly code: RawBuilder<unknown>;
  readonly name: RawBuilder<unknown>;
  /** Two carriers may use the same code for an outlet or an agent; a region is one for all. */
  readonly owner: RawBuilder<unknown>;
}

/** A line without an outlet counts for its carrier's own region, and for no outlet or agent. */
const GROUPINGS: Readonly<Record<AccountabilityKey, Grouping>> = {
  [AccountabilityKey.OUTLET]: { code: sql`o.code`, name: sql`o.name`, owner: sql`i.code` },
  [AccountabilityKey.AGENT]: {
    code: sql`o.agent_code`,
    name: sql`coalesce(o.agent_name, o.agent_code)`,
    owner: sql`i.code`,
  },
  [AccountabilityKey.INSTITUTION]: { code: sql`i.code`, name: sql`i.name`, owner: sql`i.code` },
  [AccountabilityKey.REGION]: {
    code: sql`coalesce(o.region, i.region)`,
    name: sql`coalesce(o.region, i.region)`,
    owner: sql`''`,
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

function atCarrier(alias: string, carrier: string | null): RawBuilder<unknown> {
  return carrier === null ? sql`true` : sql`${sql.ref(`${alias}.carrier`)} = ${carrier}`;
}

function perTenThousand(part: string, whole: string): RawBuilder<unknown> {
  return sql.raw(`round((${part} * 10000.0 / ${whole})::numeric, 2)::float8`);
}
