import type { WorldCase, WorldChunk } from "../worldModel";
import type { PoliceNaming } from "./policeNaming";
import type { RowsByTable } from "./rowsByTable";

/** Cases, who works on them, and what was done in them besides involvements. */
export function caseRows({ cases }: WorldChunk, naming: PoliceNaming): RowsByTable {
  return {
    case_file: cases.map(one => ({
      number: one.number,
      title: one.title,
      authority: one.authority,
      status: one.status,
      lead: one.lead,
      opened_on: one.openedOn,
      closed_on: one.closedOn,
    })),
    case_officer: cases.flatMap(officersOf),
    case_stage: cases.flatMap(({ number, stages }) =>
      stages.map(({ name, enteredOn }) => ({ case_number: number, name, entered_on: enteredOn })),
    ),
    access_approval: cases.flatMap(({ number, approvals }) =>
      approvals.map(approval => ({
        id: approval.id,
        case_number: number,
        officer: approval.officer,
        approved_by: approval.approvedBy,
        reason: approval.reason,
        approved_at: approval.approvedAt,
        expires_at: approval.expiresAt,
      })),
    ),
    surrender: cases.flatMap(({ number, surrenders }) =>
      surrenders.map(surrender => ({
        id: surrender.id,
        case_number: number,
        subject_id: naming.tokenOf(surrender.subject),
        surrendered_on: surrender.surrenderedOn,
        confessed: surrender.confessed,
        exposed_others: surrender.exposedOthers,
      })),
    ),
  };
}

/** The lead is assigned like everybody else: one look answers who may see the case. */
function officersOf({ number, lead, officers, openedOn }: WorldCase) {
  const assigned_at = `${openedOn}T00:00:00+08:00`;
  return [...new Set([lead, ...officers])].map(officer => ({ officer, case_number: number, assigned_at }));
}
