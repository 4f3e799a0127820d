import { sql, type Kysely } from "kysely";

/** One change as it stands in an audience's feed. */
export interface ChangeRow {
  readonly sequence: number;
  readonly at: Date;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly lineId: string | null;
  readonly flagId: string | null;
  readonly orderId: string | null;
  readonly rectificationId: string | null;
}

/** Reads the feed. */
export interface ChangeStore {
  /** What came after a place in the sequence, oldest first. */
  changesAfter(audience: string, sequence: number, limit: number): Promise<ChangeRow[]>;
}

/** The feed of one database. */
export function createChangeStore(db: Kysely<unknown>): ChangeStore {
  return {
    async changesAfter(audience, sequence, limit) {
      const { rows } = await sql<ChangeRow>`/* ChangeStore.changesAfter */
        select sequence, at, kind, subject_id as "subjectId", line_id as "lineId", flag_id as "flagId",
          order_id as "orderId", rectification_id as "rectificationId"
        from telecom.change where audience = ${audience} and sequence > ${sequence}
        order by sequence limit ${limit}`.execute(db);
      return rows;
    },
  };
}
