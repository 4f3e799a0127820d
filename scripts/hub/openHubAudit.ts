import { createOperationAudit } from "../../gateway/audit/createOperationAudit";
import { createResultDigest } from "../../gateway/audit/createResultDigest";
import { scrub } from "../../gateway/errors/scrub";
import type { OperationAudit, RaiseAlarm } from "../../gateway/requestContext";
import { openHubAuditTrail, type HubAuditParts } from "./openHubAuditTrail";
import { isSubjectToken } from "./subjectTokens";

/** Values of an answer that a record keeps: by which rules was decided. */
const KEPT_FIELDS = { ruleVersions: ["OpeningDecision.ruleVersion", "Sanction.ruleVersion"] };

/** What leaves a record of every operation, and how to end it. */
export interface HubAudit {
  readonly audit: OperationAudit;
  readonly raise: RaiseAlarm;
  close(): Promise<void>;
}

/** Opens this start's access records: nothing is answered that they do not hold. */
export async function openHubAudit(parts: HubAuditParts): Promise<HubAudit> {
  const trail = await openHubAuditTrail(parts);
  const audit = createOperationAudit({
    trail,
    digest: createResultDigest(parts.signingKey),
    clock: parts.clock,
    kept: KEPT_FIELDS,
    isSubject: isSubjectToken,
    scrub,
  });
  return { audit, raise: audit.raise, close: () => trail.close() };
}
