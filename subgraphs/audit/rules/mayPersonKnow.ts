// N16-6: whoever leaks personal data answers for it, so a person may know who looked; but nobody is tipped off.
import type { Purpose } from "../../../schema/contract/claims";

// Listed one by one, so that a purpose added later, or none at all, is withheld until somebody decides.
const OPEN_PURPOSES: ReadonlySet<string> = new Set<Purpose>([
  "ACCOUNT_OPENING",
  "LINE_OPENING",
  "ONGOING_REVIEW",
  "ORDER",
  "REPORTING",
  "SELF",
]);
// A refused attempt saw nothing; and one with a false purpose would show who tried.
const SEEN_OUTCOMES: ReadonlySet<string> = new Set(["OK", "PARTIAL"]);

/** May the person concerned be told of a look at once? Police look-ups wait for their release. */
export function mayPersonKnow({
  purpose,
  outcome,
}: {
  readonly purpose: string;
  readonly outcome: string;
}): boolean {
  return OPEN_PURPOSES.has(purpose) && SEEN_OUTCOMES.has(outcome);
}
