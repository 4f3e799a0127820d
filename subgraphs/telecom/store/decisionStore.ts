import { sql, type Kysely } from "kysely";
import { recordset } from "../../shared/store/recordset";
import type { FiledDecision } from "../../shared/showDecision";

/** A decision, and whose it is. */
export interface DecisionRow extends FiledDecision {
  readonly carrier: string;
}

/** Keeps decisions on openings. */
export interface DecisionStore {
  /** Files decisions and answers those that stand: the same facts were decided the same way before. */
  fileDecisions(decisions: readonly DecisionRow[]): Promise<DecisionRow[]>;
  /** A decision that the carrier was given; another's is absent. */
  findDecision(id: string, carrier: string): Promise<DecisionRow | null>;
}

interface StoredDecision {
  readonly subjectId: string;
  readonly carrier: string;
  readonly decision: Omit<
    DecisionRow,
    "subjectId" | "carrier" | "decidedAt" | "coverageAsOf" | "on" | "product"
  > & {
    readonly coverageAsOf: string | null;
    readonly on?: string;
    readonly product?: string;
  };
  readonly decidedAt: Date;
}

const GIVEN = {
  id: "text",
  subjectId: "text",
  carrier: "text",
  decision: "jsonb",
  decidedAt: "timestamptz",
};
const COLUMNS = sql`d.subject_id as "subjectId", d.carrier, d.decision, d.decided_at as "decidedAt"`;

/** The decisions of one database. */
export function createDecisionStore(db: Kysely<unknown>): DecisionStore {
  return {
    async fileDecisions(decisions) {
      const rows = decisions.map(({ subjectId, carrier, decidedAt, ...decision }) => ({
        id: decision.id,
        subjectId,
        carrier,
        decision,
        decidedAt,
      }));
      const given = recordset(rows, GIVEN);
      await sql`/* DecisionStore.fileDecisions: directory */
        insert into telecom.opening_decision_directory (id, subject_id)
        select r.id, r."subjectId" from ${given} order by r.id on conflict (id) do nothing`.execute(db);
      await sql`/* DecisionStore.fileDecisions */
        insert into telecom.opening_decision (subject_id, id, carrier, decision, decided_at)
        select r."subjectId", r.id, r.carrier, r.decision, r."decidedAt" from ${given}
        order by r."subjectId", r.id on conflict (subject_id, id) do nothing`.execute(db);
      const filed = await sql<StoredDecision>`/* DecisionStore.fileDecisions: filed */
        select ${COLUMNS} from telecom.opening_decision d
        where d.subject_id = any(${decisions.map(one => one.subjectId)}::text[])
          and d.id = any(${decisions.map(one => one.id)}::text[])`.execute(db);
      return filed.rows.map(toRow);
    },

    async findDecision(id, carrier) {
      const located = await sql<{ subjectId: string }>`/* DecisionStore.findDecision: directory */
        select subject_id as "subjectId" from telecom.opening_decision_directory where id = ${id}`.execute(
        db,
      );
      if (located.rows[0] === undefined) return null;
      const { rows } = await sql<StoredDecision>`/* DecisionStore.findDecision */
        select ${COLUMNS} from telecom.opening_decision d
        where d.subject_id = ${located.rows[0].subjectId} and d.id = ${id} and d.carrier = ${carrier}`.execute(
        db,
      );
      return rows[0] === undefined ? null : toRow(rows[0]);
    },
  };
}

function toRow({ subjectId, carrier, decision, decidedAt }: StoredDecision): DecisionRow {
  const { coverageAsOf } = decision;
  return {
    ...decision,
    on: decision.on ?? null,
    product: decision.product ?? null,
    subjectId,
    carrier,
    coverageAsOf: coverageAsOf === null ? null : new Date(coverageAsOf),
    decidedAt,
  };
}
