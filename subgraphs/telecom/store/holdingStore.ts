import { sql, type Kysely, type RawBuilder } from "kysely";
import { someTexts } from "../../shared/store/someTexts";
import { endOfChinaDay } from "../../../schema/contract/calendar";
import type { LineKind } from "../types/enums";
import { GOVERNED } from "../rules/lineGovernance";
import { isNotHadAgain } from "./linePastStore";
import { mayBeValidOn, validOn } from "./rowCondition";

/** What one holder has at one carrier, by kind. */
export interface Holding {
  readonly subjectId: string;
  readonly carrier: string;
  readonly kind: LineKind;
  /** Lines that are not closed. */
  readonly active: number;
}

/** What an opening check needs to know of a holder's lines at one carrier. */
export interface OpeningCounts {
  readonly subjectId: string;
  readonly validMobileCards: number;
  /** With those that were closed since without anybody having said when. */
  readonly mobileCardsAtMost: number;
  /** Valid lines opened since evidence is asked for and without all of it. */
  readonly unprovedLines: number;
  readonly unprovedLinesAtMost: number;
}

/** From the notice on, a new user's document is read, checked online and photographed (N16-3). */
const EVIDENCE_SINCE = "2016-09-23";

/** Counts what people hold at carriers on a day; no number and no line leaves here. */
export interface HoldingStore {
  /** Not cut down to a view: whoever reads it shows what the view may see of it. */
  holdings(subjectIds: readonly string[], day: string): Promise<Holding[]>;
  openingCounts(subjectIds: readonly string[], carrier: string, day: string): Promise<OpeningCounts[]>;
  holdsValidLine(
    subjectIds: readonly string[],
    carrier: string,
    day: string,
  ): Promise<{ subjectId: string }[]>;
}

/** Is the evidence of `idVerification` and `governedLine`, as it stands on the line or stood before, incomplete? */
function isIncomplete(alias: string): RawBuilder<unknown> {
  const [method, check, photo] = ["real_name_method", "online_check_passed", "photo_reference"].map(name =>
    sql.ref(`${alias}.${name}`),
  );
  return sql`(${method} is null or ${check} is not true
    or (${photo} is null and s.kind is distinct from 'UNIT' and l.kind <> all(${[...GOVERNED]}::text[])))`;
}

/** The holdings of one database. */
export function createHoldingStore(db: Kysely<unknown>): HoldingStore {
  return {
    async holdings(subjectIds, day) {
      const { rows } = await sql<Holding>`/* HoldingStore.holdings */
        select l.subject_id as "subjectId", l.carrier, l.kind,
          count(*) filter (where ${validOn(day, "l")}) as active
        from telecom.line l where l.subject_id = any(${someTexts(subjectIds)})
        group by l.subject_id, l.carrier, l.kind order by l.subject_id, l.carrier, l.kind`.execute(db);
      return rows;
    },

    async openingCounts(subjectIds, carrier, day) {
      const endOfDay = sql`${endOfChinaDay(new Date(`${day}T00:00:00Z`))}::timestamptz`;
      // Whoever was verified again since had been verified before: that is what was there on the day.
      const { rows } = await sql<OpeningCounts>`/* HoldingStore.openingCounts */
        with held as (
          select l.subject_id, l.id, l.kind, l.registered_on, ${validOn(day, "l")} as is_valid,
            l.real_name_verified_at, l.real_name_method, l.online_check_passed, l.photo_reference
          from telecom.line l
          where l.subject_id = any(${[...subjectIds]}::text[]) and l.carrier = ${carrier}
            and (${validOn(day, "l")} or ${mayBeValidOn(day, "l")})
          union all
          select l.subject_id, l.line_id, l.kind, l.registered_on, l.is_end_known,
            l.real_name_verified_at, l.real_name_method, l.online_check_passed, l.photo_reference
          from telecom.former_line l
          where l.subject_id = any(${[...subjectIds]}::text[]) and l.carrier = ${carrier}
            and l.registered_on <= ${day}::date and l.ended_on > ${day}::date and ${isNotHadAgain("l")}
        ), line as (
          select l.subject_id, l.kind, l.is_valid,
            l.registered_on >= ${EVIDENCE_SINCE}::date and case
              when l.real_name_verified_at < ${endOfDay} then ${isIncomplete("l")}
              when f.real_name_verified_at is not null then ${isIncomplete("f")}
              else true end as is_unproved
          from held l left join telecom.subject s on s.id = l.subject_id
          left join lateral (
            select * from telecom.former_evidence f
            where f.subject_id = l.subject_id and f.line_id = l.id and f.real_name_verified_at < ${endOfDay}
            order by f.real_name_verified_at desc limit 1) f on true
        )
        select subject_id as "subjectId",
          count(*) filter (where is_valid and kind = 'MOBILE') as "validMobileCards",
          count(*) filter (where kind = 'MOBILE') as "mobileCardsAtMost",
          count(*) filter (where is_valid and is_unproved) as "unprovedLines",
          count(*) filter (where is_unproved) as "unprovedLinesAtMost"
        from line group by subject_id`.execute(db);
      return rows;
    },

    async holdsValidLine(subjectIds, carrier, day) {
      const { rows } = await sql<{ subjectId: string }>`/* HoldingStore.holdsValidLine */
        select distinct l.subject_id as "subjectId" from telecom.line l
        where l.subject_id = any(${[...subjectIds]}::text[]) and l.carrier = ${carrier} and ${validOn(day, "l")}`.execute(
        db,
      );
      return rows;
    },
  };
}
