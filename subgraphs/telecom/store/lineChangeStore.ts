import { sql, type Kysely } from "kysely";
import { WRONG_RECORD } from "../../shared/objections/wrongRecord";
import type { ConfirmedNotice } from "../input/parseNotice";
import type { LineOrderKind, LineStatus } from "../types/enums";
import type { LinePlace } from "./linePlace";
import { onLines } from "./rowCondition";
import { isStandingStop } from "./standingStop";

/** What came of verifying a holder again. */
export interface Verification {
  readonly method: string;
  readonly passed: boolean;
  readonly photoReference: string | null;
  readonly at: Date;
}

/** What a carrier did to a line by orders of one kind: since when a stop stands, or when it was last restored. */
export interface DoneToLine extends LinePlace {
  readonly carrier: string;
  readonly kind: string;
  readonly at: Date;
}

/** Changes single lines that a transaction holds; see `LineReportStore.lockLines`. */
export interface LineChangeStore {
  acknowledgeNotice(line: LinePlace, notice: ConfirmedNotice): Promise<void>;
  recordVerification(line: LinePlace, status: LineStatus, verification: Verification): Promise<void>;
  /** Is the line to be suspended, or has been, by an order whose cause has not been lifted? */
  isSuspensionOrdered(line: LinePlace): Promise<boolean>;
  /** What carriers have done to these lines by orders: stops that have not been undone, and the last restoration. */
  stopsAndRestores(lines: readonly LinePlace[]): Promise<readonly DoneToLine[]>;
  /** The state in which the line will be once orders that stand do not stop it any more; null where none does. */
  statusBeforeStop(line: LinePlace): Promise<LineStatus | null>;
  changeStatusBeforeStop(line: LinePlace, status: LineStatus): Promise<void>;
  /**
   * Answers the ids of the orders that were open until now. What is to be corrected stays open: only the carrier knows
   * when it is.
   */
  executeOpenOrders(line: LinePlace, kinds: readonly LineOrderKind[], at: Date): Promise<readonly string[]>;
}

/** The lines of one transaction. */
export function createLineChangeStore(db: Kysely<unknown>): LineChangeStore {
  return {
    async acknowledgeNotice({ subjectId, lineId }, { noticeVersion, noticeDigest, acknowledgedAt }) {
      await sql`/* LineChangeStore.acknowledgeNotice */
        update telecom.line set risk_notice_version = ${noticeVersion}, risk_notice_digest = ${noticeDigest},
          risk_notice_at = ${acknowledgedAt}::timestamptz
        where subject_id = ${subjectId} and id = ${lineId}
          and (risk_notice_at is null or risk_notice_at <= ${acknowledgedAt}::timestamptz)`.execute(db);
    },

    async recordVerification({ subjectId, lineId }, status, { method, passed, photoReference, at }) {
      await sql`/* LineChangeStore.recordVerification: former */
        insert into telecom.former_evidence (subject_id, line_id, real_name_verified_at, real_name_method,
          online_check_passed, photo_reference)
        select subject_id, id, real_name_verified_at, real_name_method, online_check_passed, photo_reference
        from telecom.line where subject_id = ${subjectId} and id = ${lineId} and real_name_verified_at is not null
        on conflict do nothing`.execute(db);
      await sql`/* LineChangeStore.recordVerification */
        update telecom.line set status = ${status}, real_name_method = ${method},
          real_name_verified_at = ${at}::timestamptz, online_check_passed = ${passed},
          photo_reference = coalesce(${photoReference}::text, photo_reference),
          real_name_result = ${passed ? "PASSED" : "FAILED"},
          method_mark = null, check_mark = null, photo_mark = null,
          -- A report of before the verification must not undo it.
          observed_at = greatest(observed_at, ${at}::timestamptz)
        where subject_id = ${subjectId} and id = ${lineId}`.execute(db);
    },

    async isSuspensionOrdered({ subjectId, lineId }) {
      const { rows } = await sql`/* LineChangeStore.isSuspensionOrdered */
        select 1 from telecom.line_order o
        where o.subject_id = ${subjectId} and o.line_id = ${lineId}
          and o.kind in ('SUSPEND', 'STOP_UNREGISTERED') and o.status in ('ISSUED', 'DELIVERED', 'EXECUTED')
          and o.given_away_at is null
          and not exists (
            select 1 from telecom.line_order lifted
            where lifted.subject_id = o.subject_id and lifted.line_id = o.line_id
              and lifted.kind = 'RESTORE' and lifted.cause_id = o.cause_id and lifted.given_away_at is null)
        limit 1`.execute(db);
      return rows.length > 0;
    },

    async stopsAndRestores(lines) {
      if (lines.length === 0) return [];
      const { rows } = await sql<DoneToLine>`/* LineChangeStore.stopsAndRestores */
        select o.subject_id as "subjectId", o.line_id as "lineId", o.carrier, o.kind,
          case when o.kind = 'RESTORE' then max(o.executed_at) else min(o.executed_at) end as at
        from telecom.line_order o
        where ${onLines(lines, "o")}
          and (${isStandingStop("o")} or (o.kind = 'RESTORE' and o.status = 'EXECUTED'))
        group by o.subject_id, o.line_id, o.carrier, o.kind`.execute(db);
      return rows;
    },

    async statusBeforeStop({ subjectId, lineId }) {
      const { rows } = await sql<{ status: LineStatus | null }>`/* LineChangeStore.statusBeforeStop */
        select min(o.status_before) as status from telecom.line_order o
        where o.subject_id = ${subjectId} and o.line_id = ${lineId} and ${isStandingStop("o")}`.execute(db);
      return rows[0]?.status ?? null;
    },

    async changeStatusBeforeStop({ subjectId, lineId }, status) {
      await sql`/* LineChangeStore.changeStatusBeforeStop */
        update telecom.line_order o set status_before = ${status}
        where o.subject_id = ${subjectId} and o.line_id = ${lineId} and ${isStandingStop("o")}`.execute(db);
    },

    async executeOpenOrders({ subjectId, lineId }, kinds, at) {
      const { rows } = await sql<{ id: string }>`/* LineChangeStore.executeOpenOrders */
        update telecom.line_order set status = 'EXECUTED', executed_at = ${at}::timestamptz,
          delivered_at = coalesce(delivered_at, ${at}::timestamptz)
        where subject_id = ${subjectId} and line_id = ${lineId} and kind = any(${[...kinds]}::text[])
          and status in ('ISSUED', 'DELIVERED') and reason ->> 'ruleId' <> ${WRONG_RECORD} returning id`.execute(
        db,
      );
      return rows.map(row => row.id).sort();
    },
  };
}
