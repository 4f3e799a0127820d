import type { WorldCase, WorldChunk, WorldInvolvement } from "../worldModel";
import type { PoliceNaming } from "./policeNaming";
import type { RowsByTable } from "./rowsByTable";

/** What belongs to the cases. Throws for a confirmation that the rule would not allow. */
export function involvementRows({ cases }: WorldChunk, naming: PoliceNaming): RowsByTable {
  return {
    involvement: cases.flatMap(one => one.involvements.map(involvement => toRow(one, involvement, naming))),
  };
}

function toRow(of: WorldCase, involvement: WorldInvolvement, naming: PoliceNaming) {
  requireLeadsConfirmation(of, involvement);
  const { id, subject, lineNumber, account } = involvement;
  return {
    id,
    case_number: of.number,
    role: involvement.role,
    standing: involvement.standing,
    subject_id: subject === null ? null : naming.tokenOf(subject),
    line_id: lineNumber === null ? null : naming.lineId(lineNumber),
    sealed_line_number:
      lineNumber === null ? null : naming.seal(lineNumber, `police.involvement.line_number|${id}`),
    account_id: account === null ? null : naming.accountId(account),
    account_institution: account?.institution ?? null,
    conduct: involvement.conduct,
    knowing: involvement.knowing,
    added_by: involvement.addedBy,
    marked_at: involvement.markedAt,
    confirmed_by: involvement.confirmedBy,
    confirmed_at: involvement.confirmedAt,
    recognised_by: involvement.recognisedBy,
    recognised_on: involvement.recognisedOn,
    withdrawn_at: involvement.withdrawnAt,
  };
}

/** No road into the store may confirm people otherwise than the mutation does: by the lead, for another's addition. */
function requireLeadsConfirmation(
  { number, lead }: WorldCase,
  { id, addedBy, confirmedBy }: WorldInvolvement,
): void {
  if (confirmedBy === null || (confirmedBy === lead && confirmedBy !== addedBy)) return;
  throw new Error(
    `Involvement ${id} of case ${number} is not confirmed by the lead, or by whoever added it.`,
  );
}
