import { createOperationAudit } from "../../gateway/audit/createOperationAudit";
import { createResultDigest } from "../../gateway/audit/createResultDigest";
import { scrub } from "../../gateway/errors/scrub";
import type { OperationAudit } from "../../gateway/requestContext";
import { openHubAuditTrail, type HubAuditParts } from "./openHubAuditTrail";

/** Values of an answer that a record keeps: by which rules was decided, and who was seen. */
const KEPT_FIELDS = {
  ruleVersions: ["OpeningDecision.ruleVersion", "Sanction.ruleVersion"],
  subjects: ["Subject.id"],
};
/** The form of a subject token: its version, and 32 bytes in base64url. */
const SUBJECT_TOKEN = /^1[A-Za-z0-9_-]{43}$/;

/** What leaves a record of every operation, and how to end it. */
export interface HubAudit {
  readonly audit: OperationAudit;
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
    isSubject: text => SUBJECT_TOKEN.test(text),
    scrub,
  });
  return { audit, close: () => trail.close() };
}
