import { sql, type Kysely } from "kysely";
import type { FiledDecision } from "../../shared/showDecision";

/** A decision, and whose it is. */
export interface DecisionRow extends FiledDecision {
  readonly institution: string;
}

const DECISION = sql`d.id, d.institution, d.subject_id as "subjectId", d.asked_on as "on", d.product, d.outcome, d.findings,
  d.rule_version as "ruleVersion", d.coverage_state as "coverageState", d.coverage_as_of as "coverageAsOf",
  d.decided_at as "decidedAt"`;

/** Keeps decisions on openings. */
export function createDecisionStore(db: Kysely<unknown>) {
  return {
    /** Files a decision and answers the one that stands: the same facts were decided the same way before. */
    async fileDecision(decision: DecisionRow): Promise<DecisionRow> {
      // Writing the row's own value back is what makes the statement answer it, whoever was first.
      const { rows } = await sql<DecisionRow>`/* DecisionStore.fileDecision */
        insert into banking.opening_decision as d (id, institution, subject_id, asked_on, product, outcome, findings, rule_version,
          coverage_state, coverage_as_of, decided_at)
        values (${decision.id}, ${decision.institution}, ${decision.subjectId}, ${decision.on}::date,
          ${decision.product}, ${decision.outcome},
          ${JSON.stringify(decision.findings)}::jsonb, ${decision.ruleVersion}, ${decision.coverageState},
          ${decision.coverageAsOf}::timestamptz, ${decision.decidedAt}::timestamptz)
        on conflict (id) do update set id = d.id
        returning ${DECISION}`.execute(db);
      const filed = rows[0];
      if (filed === undefined) throw new Error("an upsert that returns no row");
      return filed;
    },

    /** A decision that the institution was given; another's is absent. */
    async findDecision(id: string, institution: string): Promise<DecisionRow | null> {
      const { rows } = await sql<DecisionRow>`/* DecisionStore.findDecision */
        select ${DECISION} from banking.opening_decision d
        where d.id = ${id} and d.institution = ${institution}`.execute(db);
      return rows[0] ?? null;
    },
  };
}
