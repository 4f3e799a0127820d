import { randomUUID } from "node:crypto";
import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { requireOfficer } from "../input/requireOfficer";
import type { PoliceContext } from "../policeContext";
import { requireImposingAuthority } from "../rules/imposingAuthority";
import { requireDayOfCase } from "../rules/recognitionDay";
import { requireSanctionTarget, type SanctionTarget } from "../rules/sanctionTargets";
import type { RuleTerms } from "../rules/ruleVersions";
import { CaseStatus, type AuthorityLevel } from "../types/enums";
import type { SanctionPreview } from "../types/SanctionPreview";
import type { SanctionPreviewInput } from "../types/SanctionPreviewInput";
import { foreseeMeasures } from "./foreseeMeasures";
import { parseRecognition } from "./parseRecognition";
import { requireAuthority } from "./requireOrgan";

/**
 * What a recognition would bring about, by the same rules, written nowhere. An organ of too low a rank is told the
 * measures as well, and that it cannot impose them: it has to send the matter up.
 */
export async function previewSanction(
  input: SanctionPreviewInput,
  { claims, clock, stores }: PoliceContext,
): Promise<SanctionPreview> {
  const officer = requireOfficer(claims);
  const at = clock();
  const recognition = parseRecognition(input, at);
  const { level } = await requireAuthority(officer.authority, { read: stores });
  const obstacle = findObstacle(recognition, level);
  const found = (await stores.cases.assignedCases([input.caseNumber], officer.id)).get(input.caseNumber);
  if (found === undefined || found.status === CaseStatus.CLOSED)
    throw new HubError("NOT_FOUND", "There is no such open case, or you are not assigned to it.");
  requireDayOfCase(input.recognisedOn, found.openedOn, chinaDay(at));
  const { subjectId, terms } = recognition;
  return {
    id: randomUUID(),
    subjectId,
    ruleVersion: terms.version,
    article: terms.article,
    obstacle,
    measures: await foreseeMeasures(recognition, input.recognisedOn, { read: stores }),
  };
}

/** Why this organ cannot recognise it; what no organ could is thrown. */
function findObstacle(
  { terms, target }: { terms: RuleTerms; target: SanctionTarget },
  level: AuthorityLevel,
): string | null {
  try {
    requireSanctionTarget(target, terms, level);
    requireImposingAuthority(level);
    return null;
  } catch (error) {
    if (error instanceof HubError && error.code === "AUTHORITY_TOO_LOW") return error.message;
    throw error;
  }
}
