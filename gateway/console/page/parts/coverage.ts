/** What one institution said about a person. */
export interface InstitutionAnswer {
  readonly state: string;
  readonly asOf: string | null;
  readonly institution: { readonly code: string; readonly name: string; readonly sector: string };
}

const SILENT = ["NOT_ANSWERED", "STALE"];

/** Who has answered, who has not, and who has nothing. Silence is never counted as an answer. */
export function readCoverage(answers: readonly InstitutionAnswer[]): {
  readonly answered: readonly InstitutionAnswer[];
  readonly silent: readonly InstitutionAnswer[];
  readonly withNothing: readonly InstitutionAnswer[];
} {
  return {
    answered: answers.filter(({ state }) => !SILENT.includes(state)),
    silent: answers.filter(({ state }) => SILENT.includes(state)),
    withNothing: answers.filter(({ state }) => state === "NONE"),
  };
}

/** What all registers together said; null where one of them cannot even be told apart from silence. */
export function joinCoverage({
  telecomCoverage,
  bankingCoverage,
  policeCoverage,
}: Readonly<
  Record<"telecomCoverage" | "bankingCoverage" | "policeCoverage", readonly InstitutionAnswer[] | null>
>): readonly InstitutionAnswer[] | null {
  if (telecomCoverage === null || bankingCoverage === null || policeCoverage === null) return null;
  return [...telecomCoverage, ...bankingCoverage, ...policeCoverage];
}
