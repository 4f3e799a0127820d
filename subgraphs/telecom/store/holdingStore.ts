import { sql, type Kysely, type RawBuilder } from "kysely";
import { endOfChinaDay } from "../../../schema/contract/calendar";
import type { LineKind } from "../types/enums";
import { GOVERNED } from "../rules/lineGovernance";
import { validOn } from "./rowCondition";

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
  /** Valid lines opened since evidence is asked for and without all of it. */
  readonly unprovedLines: number;
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

/** The evidence of `idVerification` and `governedLine`, as far as it was there by that day. */
function isUnproved(day: string): RawBuilder<unknown> {
  return sql`(l.real_name_method is null or l.online_check_passed is not true
    or (l.photo_reference is null and s.kind is distinct from 'UNIT' and l.kind <> all(${[...GOVERNED]}::text[]))
    or coalesce(l.real_name_verified_at >= ${endOfChinaDay(new Date(`${day}T00:00:00Z`))}::timestamptz, true))`;
}

/** The holdings of one database. */
export function createHoldingStore(db: Kysely<unknown>): HoldingStore {
  return {
    async holdings(subjectIds, day) {
      const { rows } = await sql<Holding>`/* HoldingStore.holdings */
        select l.subject_id as "subjectId", l.carrier, l.kind,
          count(*) filter (where ${validOn(day, "l")}) as active
        from telecom.line l where l.subject_id = any(${[...subjectIds]}::text[])
        group by l.subject_id, l.carrier, l.kind order by l.subject_id, l.carrier, l.kind`.execute(db);
      return rows;
    },

    async openingCounts(subjectIds, carrier, day) {
      const { rows } = await sql<OpeningCounts>`/* HoldingStore.openingCounts */
        select l.subject_id as "subjectId",
          count(*) filter (where l.kind = 'MOBILE') as "validMobileCards",
          count(*) filter (where l.registered_on >= ${EVIDENCE_SINCE}::date and ${isUnproved(day)}) as "unprovedLines"
        from telecom.line l left join telecom.subject s on s.id = l.subject_id
        where l.subject_id = any(${[...subjectIds]}::text[]) and l.carrier = ${carrier} and ${validOn(day, "l")}
        group by l.subject_id`.execute(db);
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
