import { sql, type RawBuilder } from "kysely";

/**
 * The row policy `case_assigned` as a condition: only officers assigned to the case see it or what belongs to
 * it. Written once, so that no statement has a policy of its own. The lead is always assigned.
 */
export function assignedTo(officer: string, caseNumber: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from police.case_officer assigned
    where assigned.case_number = ${caseNumber} and assigned.officer = ${officer})`;
}
