// N16-4: trunks, one-number, switchboard and 400 numbers and gateways are real-named, checked, and marked as checked.
import { OpeningOutcome } from "../../shared/types/enums";
import { LineKind } from "../types/enums";
import type { LineOpeningFacts } from "./lineOpeningFacts";
import { isSinceNotice2016 } from "./ruleVersion";
import type { RuleVerdict } from "./ruleVerdict";

/** The kinds of line that the notice has cleaned up and watched over. */
export const GOVERNED: readonly LineKind[] = [
  LineKind.VOICE_TRUNK,
  LineKind.ONE_NUMBER,
  LineKind.SWITCHBOARD,
  LineKind.NUMBER_400,
  LineKind.INTERNATIONAL_GATEWAY,
];

/** Is this a kind of line that the notice has cleaned up and watched over? */
export function isGoverned(kind: LineKind): boolean {
  return GOVERNED.includes(kind);
}

/** Is this a kind of line whose use has to be looked at before it is opened? */
export function lineGovernance({ kind, on }: LineOpeningFacts): readonly RuleVerdict[] {
  if (!isGoverned(kind) || !isSinceNotice2016(on)) return [];
  const message = "A line of this kind is checked and marked as checked before it is opened.";
  const finding = { ruleId: "lineGovernance", article: "N16-4", message, until: null, fact: kind };
  return [{ outcome: OpeningOutcome.REVIEW, finding }];
}
