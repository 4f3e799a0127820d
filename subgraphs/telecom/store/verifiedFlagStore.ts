import { sql, type Kysely, type RawBuilder } from "kysely";
import { endOfChinaDay } from "../../../schema/contract/calendar";
import type { AbnormalFlagKind } from "../types/enums";
import type { LinePlace } from "./linePlace";
import { onLines } from "./rowCondition";

/** A kind of flag that has been verified on a line. */
export interface VerifiedKind {
  readonly lineId: string;
  readonly kind: AbnormalFlagKind;
}

/** What has been verified, for checks that name no flag and no holder. */
export interface VerifiedFlagStore {
  verifiedKinds(lines: readonly LinePlace[]): Promise<VerifiedKind[]>;
  /** When a forged document was last verified on these lines, under these holders. */
  forgedLines(lines: readonly LinePlace[]): Promise<(LinePlace & { readonly verifiedAt: Date })[]>;
  /** Their holder has shown the original document: what was verified of a forged one on this line has ended. */
  endForged(line: LinePlace, at: Date): Promise<void>;
  /** Of whom a forged document had been verified on a line at the carrier by the end of that day, and stood then. */
  forgedDocuments(
    subjectIds: readonly string[],
    carrier: string,
    day: string,
  ): Promise<{ subjectId: string }[]>;
}

/** The verified flags of one database. */
export function createVerifiedFlagStore(db: Kysely<unknown>): VerifiedFlagStore {
  return {
    async verifiedKinds(lines) {
      const { rows } = await sql<VerifiedKind>`/* VerifiedFlagStore.verifiedKinds */
        select distinct f.line_id as "lineId", f.kind from telecom.flag f
        where ${onLines(lines, "f")} and f.status = 'VERIFIED' and f.ended_at is null order by f.line_id, f.kind`.execute(
        db,
      );
      return rows;
    },

    async forgedLines(lines) {
      if (lines.length === 0) return [];
      const { rows } = await sql<LinePlace & { verifiedAt: Date }>`/* VerifiedFlagStore.forgedLines */
        select f.subject_id as "subjectId", f.line_id as "lineId",
          max(coalesce(f.verified_at, f.reported_at)) as "verifiedAt"
        from telecom.flag f where ${onLines(lines, "f")} and f.kind = 'FORGED_ID' and f.status = 'VERIFIED'
        group by f.subject_id, f.line_id`.execute(db);
      return rows;
    },

    async endForged({ subjectId, lineId }, at) {
      await sql`/* VerifiedFlagStore.endForged */
        update telecom.flag set ended_at = ${at}::timestamptz
        where subject_id = ${subjectId} and line_id = ${lineId} and kind = 'FORGED_ID' and status = 'VERIFIED'
          and ended_at is null`.execute(db);
    },

    async forgedDocuments(subjectIds, carrier, day) {
      const { rows } = await sql<{ subjectId: string }>`/* VerifiedFlagStore.forgedDocuments */
        select distinct f.subject_id as "subjectId" from telecom.flag f
        where f.subject_id = any(${[...subjectIds]}::text[]) and f.carrier = ${carrier}
          and f.kind = 'FORGED_ID' and ${stoodAt(endOfChinaDay(new Date(`${day}T00:00:00Z`)))}`.execute(db);
      return rows;
    },
  };
}

/** Had the flag been verified just before that moment, and had nothing ended it and nobody refuted it yet? */
function stoodAt(moment: Date): RawBuilder<unknown> {
  const at = sql`${moment}::timestamptz`;
  return sql`(f.ended_at is null or f.ended_at >= ${at}) and ((f.status = 'VERIFIED' and coalesce(f.verified_at, f.reported_at) < ${at})
    or (f.stood_from < ${at} and f.verified_at >= ${at}))`;
}
