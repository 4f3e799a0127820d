import { HubError } from "../../../schema/contract/errors";
import type { OutletReport } from "../../shared/types/OutletReport";
import { parseCode } from "../input/parseCode";
import { parseOptionalCode } from "../input/parseOptionalCode";
import { parseText } from "../input/parseText";
import { regionPrefix } from "../input/regionPrefix";
import { requirePast } from "../input/requirePast";
import type { OutletRecord } from "../store/institutionReportStore";

/** A street and a house fit into it. */
const MAX_NAME_LENGTH = 200;

/** Reads one reported outlet. Throws BAD_INPUT saying what is wrong. */
export function parseOutletReport(report: OutletReport, institution: string, now: Date): OutletRecord {
  const { region, observedAt } = report;
  // Codes of divisions are retired and go on being right: only their form is asked for.
  regionPrefix(region);
  requirePast("observedAt", observedAt, now);
  const agentCode = parseOptionalCode("agentCode", report.agentCode);
  const agentName = report.agentName ?? null;
  if (agentName !== null && agentCode === null)
    throw new HubError("BAD_INPUT", "An agent with a name has an `agentCode` too.");
  return {
    institution,
    code: parseCode("code", report.code),
    name: parseText("name", report.name, MAX_NAME_LENGTH),
    region,
    agentCode,
    agentName: agentName === null ? null : parseText("agentName", agentName, MAX_NAME_LENGTH),
    observedAt,
  };
}
