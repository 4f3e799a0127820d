import type { RequestClaims } from "../../schema/contract/claims";
import { isPoliceView, personOfView } from "../shared/view";
import { OTHER_INSTITUTIONS, unlistedInstitution } from "./otherInstitutions";
import { accountInstitutionOf } from "./rowFilter";
import type { OpenAccountCount } from "./store/holdingStore";
import type { Institution } from "./types/Institution";
import type { InstitutionAccountCount } from "./types/InstitutionAccountCount";

/**
 * A holder's open accounts as a caller may count them: the police, the financial regulator and the person by
 * institution; an institution its own in full, and all others as one total, without kind or class, so that it
 * tells nothing of where. Null for those who count no person's accounts.
 */
export function countAccountsFor(
  { view, caller }: RequestClaims,
  subjectId: string,
  counts: readonly OpenAccountCount[],
  institutions: readonly Institution[],
): InstitutionAccountCount[] | null {
  const byCode = new Map(institutions.map(institution => [institution.code, institution]));
  const inFull = (count: OpenAccountCount): InstitutionAccountCount => ({
    institution: byCode.get(count.institution) ?? unlistedInstitution(count.institution),
    kind: count.kind,
    accountClass: count.accountClass,
    open: count.open,
  });
  if (isPoliceView(view) || view === "regulator:financial") return counts.map(inFull);
  const person = personOfView(view);
  // Another's accounts are absent for a person, as if there were none.
  if (person !== null) return person === subjectId ? counts.map(inFull) : [];
  const own = accountInstitutionOf(view);
  if (own === null) return null;
  const atOwn = counts.filter(count => count.institution === own).map(inFull);
  // Reporting users read their institution's accounts and count none elsewhere.
  if (!caller.scopes.includes("account:count")) return atOwn;
  return [...atOwn, ...elsewhere(counts.filter(count => count.institution !== own))];
}

function elsewhere(counts: readonly OpenAccountCount[]): InstitutionAccountCount[] {
  const open = counts.reduce((total, count) => total + count.open, 0);
  return open === 0 ? [] : [{ institution: OTHER_INSTITUTIONS, kind: null, accountClass: null, open }];
}
