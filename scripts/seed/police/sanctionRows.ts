import { endOfDay, later } from "../world/worldCalendar";
import type { WorldChunk, WorldLineOrder, WorldSanction } from "../worldModel";
import type { PoliceNaming } from "./policeNaming";
import type { RowsByTable } from "./rowsByTable";

interface Ordered {
  readonly orders: readonly WorldLineOrder[];
}

/** Sanctions with their measures and objections. */
export function sanctionRows(chunk: WorldChunk, naming: PoliceNaming, today: string): RowsByTable {
  const { sanctions } = chunk;
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
        expiry_told_at: measure.liftedAt === null && measure.endsOn < today ? endOfDay(measure.endsOn) : null,
      })),
    ),
    restoration: sanctions.flatMap(sanction => restorationRows(sanction, chunk)),
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

/** Of a lifted sanction each sector says when all that it had brought about there was undone. */
function restorationRows(sanction: WorldSanction, { accounts, lines }: WorldChunk) {
  const lifted = sanction.measures.filter(({ liftedAt }) => liftedAt !== null);
  const rowsOf = (source: string, measures: typeof lifted, holdings: readonly Ordered[]) => {
    const [liftedAt] = measures.map(measure => measure.liftedAt);
    if (liftedAt === undefined) return [];
    const restores = holdings
      .flatMap(({ orders }) => orders)
      .filter(({ kind, causeId }) => kind === "RESTORE" && causeId === sanction.id);
    const moments = restores.map(({ executedAt }) => executedAt);
    const restored_at = moments.reduce(
      (last, at) => (last === null || at === null ? null : later(last, at)),
      liftedAt,
    );
    return [{ cause_id: sanction.id, source, restored_at }];
  };
  const isTelecom = ({ sector }: (typeof lifted)[number]): boolean => sector === "TELECOM";
  return [
    ...rowsOf(
      "banking",
      lifted.filter(one => !isTelecom(one)),
      accounts,
    ),
    ...rowsOf("telecom", lifted.filter(isTelecom), lines),
  ];
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
