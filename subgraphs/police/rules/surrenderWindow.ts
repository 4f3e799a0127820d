// N16-1, N20-1: who surrenders within the window and confesses (N20-1: and exposes others) may be treated lightly.
import type { RuleFinding } from "../../shared/types/RuleFinding";

interface Window {
  readonly article: string;
  readonly from: string;
  readonly until: string;
  readonly needsExposure: boolean;
}

// Each notice opens its window on the day it was issued and closes it after the day it names.
const WINDOWS: readonly Window[] = [
  { article: "N16-1", from: "2016-09-23", until: "2016-10-31", needsExposure: false },
  { article: "N20-1", from: "2020-12-17", until: "2021-01-15", needsExposure: true },
];

/** What is known of a surrender. */
export interface SurrenderFacts {
  readonly surrenderedOn: string;
  readonly confessed: boolean;
  readonly exposedOthers: boolean;
}

/** Whether a surrender lies inside a notice's window, conditions included. What follows is for the court to say. */
export function surrenderWindow(facts: SurrenderFacts): { insideWindow: boolean; finding: RuleFinding } {
  const window = WINDOWS.find(
    ({ from, until }) => from <= facts.surrenderedOn && facts.surrenderedOn <= until,
  );
  if (window === undefined)
    return { insideWindow: false, finding: finding("N16-1, N20-1", "The day lies in neither window.", null) };
  const missing = missingCondition(window, facts);
  return {
    insideWindow: missing === null,
    finding: finding(
      window.article,
      missing ?? "Inside the window: lighter treatment is possible, and not decided here.",
      window.until,
    ),
  };
}

function missingCondition(window: Window, { confessed, exposedOthers }: SurrenderFacts): string | null {
  if (!confessed) return "The day lies in the window, but there was no truthful confession.";
  if (window.needsExposure && !exposedOthers)
    return "The day lies in the window, but nobody was actively exposed.";
  return null;
}

function finding(article: string, message: string, until: string | null): RuleFinding {
  return { ruleId: "surrenderWindow", article, message, until, fact: null };
}
