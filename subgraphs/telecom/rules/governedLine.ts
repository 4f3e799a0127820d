// N16-4: trunks, one-number, switchboard and 400 numbers and gateways are real-named, checked, and marked as checked.
import type { RuleFinding } from "../../shared/types/RuleFinding";
import type { LineActivationFacts } from "./lineActivationFacts";
import { isGoverned } from "./lineGovernance";
import { isSinceNotice2016 } from "./ruleVersion";

/** Is a line of a governed kind marked as checked? Older ones are cleaned up as well: the day of use counts. */
export function governedLine({ kind, on, evidence }: LineActivationFacts): readonly RuleFinding[] {
  if (!isGoverned(kind) || !isSinceNotice2016(on)) return [];
  if (evidence !== null && evidence.method !== null && evidence.onlineCheckPassed === true) return [];
  const message = "A line of this kind is checked, and reported as checked, before it is in service.";
  return [{ ruleId: "lineGovernance", article: "N16-4", message, until: null, fact: kind }];
}
