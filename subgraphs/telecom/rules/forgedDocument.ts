// RN-3: a line registered with another's, a forged or an altered document stays out of service until the holder is verified anew.
import type { RuleFinding } from "../../shared/types/RuleFinding";
import type { LineActivationFacts } from "./lineActivationFacts";

/** Has the holder been verified since a forged document was found on the line? */
export function forgedDocument({ forgedDocumentAt, evidence }: LineActivationFacts): readonly RuleFinding[] {
  if (forgedDocumentAt === null || (evidence !== null && evidence.verifiedAt > forgedDocumentAt)) return [];
  const message =
    "A forged document has been verified on this line: record a verification of its holder first.";
  return [
    { ruleId: "forgedId", article: "RN-3", message, until: null, fact: `verified ${forgedDocumentAt}` },
  ];
}
