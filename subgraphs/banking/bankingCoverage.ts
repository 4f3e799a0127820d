import { isPoliceView } from "../shared/view";
import type { BankingContext } from "./bankingContext";
import { coverageState, withoutFinding } from "./coverageState";
import type { InstitutionAnswer } from "./types/InstitutionAnswer";

/** Who has answered for a person, as of when; what was found where is for the police alone. */
export async function bankingCoverage(
  subjectId: string,
  { claims, loaders, clock }: BankingContext,
): Promise<InstitutionAnswer[]> {
  const isPolice = isPoliceView(claims.view);
  const [institutions, held] = await Promise.all([
    loaders.declaredInstitutions(),
    isPolice ? loaders.accountsBySubject.load(subjectId) : [],
  ]);
  const holding = new Set(held.map(account => account.institution));
  const now = clock();
  return institutions.map(institution => {
    const { completeAsOf: asOf } = institution;
    const state = coverageState(holding.has(institution.code), asOf, now);
    return { institution, state: isPolice ? state : withoutFinding(state), asOf };
  });
}
