import type { WorldChunk, WorldSanction } from "../worldModel";
import type { PoliceNaming } from "./policeNaming";
import type { RowsByTable } from "./rowsByTable";

/** Sanctions with their measures and objections. */
export function sanctionRows({ sanctions }: WorldChunk, naming: PoliceNaming): RowsByTable {
  const placed = sanctions.map(sanction => ({ sanction, subject_id: naming.tokenOf(sanction.subject) }));
  return {
    sanction_directory: placed.map(({ sanction, subject_id }) => ({ id: sanction.id, subject_id })),
    sanction: placed.map(({ sanction, subject_id }) => toRow(sanction, subject_id)),
    measure: placed.flatMap(({ sanction, subject_id }) =>
      sanction.measures.map(measure => ({
        subject_id,
        sanction_id: sanction.id,
        kind: measure.kind,
        sector: measure.sector,
        starts_on: measure.startsOn,
        ends_on: measure.endsOn,
        recorded_at: measure.recordedAt,
        lifted_at: measure.liftedAt,
        // What is over before it comes here is history: nobody is told of its end.
        expiry_told_at: sanction.status === "EXPIRED" ? measure.recordedAt : null,
      })),
    ),
    objection: placed.flatMap(({ sanction, subject_id }) =>
      sanction.objections.map(objection => ({
        id: objection.id,
        target: "SANCTION",
        target_id: sanction.id,
        subject_id,
        authority: sanction.recognisedBy,
        status: objection.status,
        grounds: objection.grounds,
        documents: [],
        filed_at: objection.filedAt,
        due_at: objection.dueAt,
        decided_at: objection.decidedAt,
        decision: objection.decision,
        restored_at: objection.restoredAt,
      })),
    ),
  };
}

/** What is derived on reading is stored as what it was derived from. */
const STATES: Readonly<Record<string, string>> = { OBJECTED: "ACTIVE", EXPIRED: "ACTIVE" };

function toRow(sanction: WorldSanction, subject_id: string) {
  return {
    subject_id,
    id: sanction.id,
    role: sanction.role,
    conduct: sanction.conduct,
    instruments: sanction.instruments,
    rule_version: sanction.ruleVersion,
    recognised_by: sanction.recognisedBy,
    recognised_on: sanction.recognisedOn,
    served_on: sanction.servedOn,
    state: STATES[sanction.status] ?? sanction.status,
    lifted_at: sanction.status === "LIFTED" ? (sanction.measures[0]?.liftedAt ?? null) : null,
    case_number: sanction.caseNumber,
    reason: sanction.reason,
    remedy: sanction.remedy,
    papers: sanction.papers,
  };
}
