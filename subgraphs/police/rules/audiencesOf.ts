// N20-5: measures are carried out by banks, payment institutions and carriers, and lifted there; each sector's regulator
// supervises its own. A change goes to the subgraphs that act on it and to the feeds of those who may read sanctions.
import { SUBGRAPH_AUDIENCES, type PoliceEvent } from "../../../schema/contract/policeEvents";

const FINANCIAL = [SUBGRAPH_AUDIENCES.banking, "regulator:financial"] as const;
const TELECOM = [SUBGRAPH_AUDIENCES.telecom, "regulator:telecom"] as const;

/** For whom an event is numbered. */
export function audiencesOf(event: PoliceEvent): readonly string[] {
  switch (event.kind) {
    case "MEASURE_IN_FORCE":
    case "MEASURE_LIFTED":
    case "MEASURE_EXPIRED":
      return ["police", ...sectorsOf(event.measures.map(({ sector }) => sector === "TELECOM"))];
    case "OBJECTION_FILED":
    case "OBJECTION_DECIDED":
      // Regulators supervise sanctions; what else is objected to lies between the person and the police.
      return event.target === "SANCTION"
        ? ["police", ...FINANCIAL, ...TELECOM]
        : ["police", SUBGRAPH_AUDIENCES.banking, SUBGRAPH_AUDIENCES.telecom];
    case "WARNING_PUBLISHED":
      return ["police", ...FINANCIAL, ...TELECOM];
    // Between police and one institution: no feed tells others of it.
    case "POLICE_NOTICE":
    case "INVOLVEMENT_WITHDRAWN":
      return [SUBGRAPH_AUDIENCES.telecom];
    case "STATEMENT_REQUESTED":
      return [SUBGRAPH_AUDIENCES.banking];
    // No feed tells that there was a look at all.
    case "LOOKUPS_RELEASED":
      return [SUBGRAPH_AUDIENCES.audit];
  }
}

/** A lifted sanction may end measures in both sectors. */
function sectorsOf(areTelecom: readonly boolean[]): readonly string[] {
  return [...(areTelecom.includes(false) ? FINANCIAL : []), ...(areTelecom.includes(true) ? TELECOM : [])];
}
