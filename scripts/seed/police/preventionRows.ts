import type { WorldChunk } from "../worldModel";
import type { PoliceNaming } from "./policeNaming";
import type { RowsByTable } from "./rowsByTable";

/** Visits, tips, indicators and warnings. */
export function preventionRows(
  { visits, tips, indicators, warnings }: WorldChunk,
  naming: PoliceNaming,
): RowsByTable {
  return {
    visit: visits.map(visit => ({
      id: visit.id,
      subject_id: naming.tokenOf(visit.subject),
      region: visit.region,
      status: visit.status,
      planned_on: visit.plannedOn,
      met_on: visit.metOn,
      commitment_reference: visit.commitmentReference,
    })),
    tip: tips.map(tip => ({
      id: tip.id,
      received_at: tip.receivedAt,
      sealed_content: naming.seal(tip.content, `police.tip.content|${tip.id}`),
      status: tip.status,
      case_number: tip.caseNumber,
      reward_due: tip.rewardDue,
    })),
    indicator: indicators.map(indicator => ({
      id: indicator.id,
      kind: indicator.kind,
      status: indicator.status,
      value: indicator.value,
      case_number: indicator.caseNumber,
      recorded_at: indicator.recordedAt,
    })),
    warning: warnings.map(warning => ({
      id: warning.id,
      title: warning.title,
      body: warning.body,
      regions: warning.regions,
      published_at: warning.publishedAt,
    })),
  };
}
