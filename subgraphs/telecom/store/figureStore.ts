import { sql, type Kysely } from "kysely";
import type { FigureFilter } from "../rowFilter";
import { atCarrier, perTenThousand } from "./figures";
import { LINE_OPENINGS } from "./lineOpenings";
import { isNotHadAgain } from "./linePastStore";
import { mayBeValidOn, validOn } from "./rowCondition";

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

/** Counts over many people's lines: no row about a person leaves here but the clean-up list's. */
export interface FigureStore {
  /** As it was on the day: lines that were passed on or ported since are counted where and with whom they were. */
  realNameCounts(day: string, filter: FigureFilter): Promise<RealNameCount[]>;
  /** Natural persons with more valid mobile cards at the carrier than the limit, by token. */
  cleanUpList(
    carrier: string,
    page: { readonly above: number; readonly limit: number; readonly after: string | null },
    day: string,
  ): Promise<CleanUpRow[]>;
  /** How many lines of a carrier are known, whatever their state. */
  countLines(carrier: string): Promise<number>;
  /** Among all that each has opened, whoever has the lines now: as accountability counts them. */
  involvedPerTenThousand(carriers: readonly string[]): Promise<{ carrier: string; involved: number }[]>;
}

/** The figures of one database. */
export function createFigureStore(db: Kysely<unknown>): FigureStore {
  return {
    async realNameCounts(day, filter) {
      const { rows } = await sql<RealNameCount>`/* FigureStore.realNameCounts */
        with unregistered as (
          select distinct p.line_id, p.carrier from telecom.unregistered_period p
          where p.opened_on <= ${day}::date and p.ended_on > ${day}::date and ${atCarrier("p", filter.institution)}
        ), held as (
          select l.id, l.carrier, l.subject_id from telecom.line l
          where (${validOn(day, "l")} or ${mayBeValidOn(day, "l")}) and ${atCarrier("l", filter.institution)}
          union all
          select f.line_id, f.carrier, f.subject_id from telecom.former_line f
          where f.registered_on <= ${day}::date and f.ended_on > ${day}::date and ${isNotHadAgain("f")}
            and ${atCarrier("f", filter.institution)}
        ), line as (
          select h.id, h.carrier, h.subject_id like '-%' or u.line_id is not null as is_nobodys
          from held h left join unregistered u on u.line_id = h.id and u.carrier = h.carrier
        ), counted as (
          select carrier, is_nobodys from line
          union all
          select u.carrier, true from unregistered u
          where not exists (select 1 from line where line.id = u.line_id and line.carrier = u.carrier)
        )
        select carrier, count(*) filter (where not is_nobodys) as registered, count(*) as total
        from counted group by carrier order by carrier`.execute(db);
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

    async countLines(carrier) {
      const { rows } = await sql<{ lines: number }>`/* FigureStore.countLines */
        select count(*) as lines from telecom.line l where l.carrier = ${carrier}`.execute(db);
      return rows[0]?.lines ?? 0;
    },

    async involvedPerTenThousand(carriers) {
      const { rows } = await sql<{
        carrier: string;
        involved: number;
      }>`/* FigureStore.involvedPerTenThousand */
        select l.carrier, ${perTenThousand("count(l.involved_on)", "count(*)")} as involved
        from (${LINE_OPENINGS}) l where l.carrier = any(${[...carriers]}::text[]) group by l.carrier`.execute(
        db,
      );
      return rows;
    },
  };
}
