// N16-6: whoever leaks personal data answers for it, so a person may know who looked; but nobody is tipped off.
import type { Purpose } from "../../../schema/contract/claims";

// Listed one by one, so that a purpose added later, or none at all, is withheld until somebody decides. ORDER is not
// among them: a bank that carries out a stop-payment or a request for a statement looks at a person who must not know.
const OPEN_PURPOSES: ReadonlySet<string> = new Set<Purpose>([
  "ACCOUNT_OPENING",
  "LINE_OPENING",
  "ONGOING_REVIEW",
  "REPORTING",
  "SELF",
]);
// A refused attempt saw nothing; and one with a false purpose would show who tried.
const SEEN_OUTCOMES: ReadonlySet<string> = new Set(["OK", "PARTIAL"]);
// Reports look at nobody else's rows. Of the other purposes it is not asked, since whoever looks could hide their look
// behind a field of an order that they ask for beside it.
const ORDER_WORK = /^(?:AccountOrder\.|LineOrder\.|Mutation\.execute(?:Account|Line)Orders$)/;

/**
 * May the person concerned be told of a look at once? Police look-ups wait for their release. What an institution
 * looked at for an order, or reports with the order, is never told: the record names the order and neither its kind
 * nor its case, so that nobody here knows when it may be known.
 */
export function mayPersonKnow({
  purpose,
  outcome,
  fieldsReturned,
}: {
  readonly purpose: string;
  readonly outcome: string;
  readonly fieldsReturned: readonly string[];
}): boolean {
  const isOrderWork = purpose === "REPORTING" && fieldsReturned.some(field => ORDER_WORK.test(field));
  return OPEN_PURPOSES.has(purpose) && SEEN_OUTCOMES.has(outcome) && !isOrderWork;
}
