// RN-3: another's, forged or altered documents must not be used to open a line.
import { OpeningOutcome } from "../../shared/types/enums";
import type { LineOpeningFacts } from "./lineOpeningFacts";
import type { RuleVerdict } from "./ruleVerdict";

/** Has a forged document been verified on a line that stands under this document, and its holder not been verified since? */
export function forgedId({ hasForgedDocument }: LineOpeningFacts): readonly RuleVerdict[] {
  if (!hasForgedDocument) return [];
  const message = "A forged document has been verified on a line of this holder: see the original document.";
  const finding = { ruleId: "forgedId", article: "RN-3", message, until: null, fact: null };
  return [{ outcome: OpeningOutcome.REVIEW, finding }];
}
