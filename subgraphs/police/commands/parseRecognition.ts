import { chinaDay } from "../../../schema/contract/calendar";
import { documentKind } from "../../../schema/contract/identityDocument";
import { requireToken } from "../../shared/subjects/requireToken";
import { requireRulesOfToday } from "../rules/recognitionDay";
import { ruleTermsOn, type RuleTerms } from "../rules/ruleVersions";
import type { SanctionTarget } from "../rules/sanctionTargets";
import type { SanctionPreviewInput } from "../types/SanctionPreviewInput";

/** What is to be recognised, of whom, and by which version of the rules. */
export interface Recognition {
  readonly subjectId: string;
  readonly terms: RuleTerms;
  readonly target: SanctionTarget;
}

/** Reads what a recognition and its preview have in common. Throws BAD_INPUT for a day that is not of today's rules. */
export function parseRecognition(input: SanctionPreviewInput, at: Date): Recognition {
  const { document, role, conduct, facts, recognisedOn } = input;
  requireRulesOfToday(recognisedOn, chinaDay(at));
  const instruments = [...new Set(input.instruments)];
  return {
    subjectId: requireToken(document),
    terms: ruleTermsOn(recognisedOn),
    target: { kind: documentKind(document.type), role, conduct, instruments, facts },
  };
}
