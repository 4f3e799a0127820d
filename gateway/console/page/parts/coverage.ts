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

/** Who looks at a person, by how much an empty table tells them. */
export type Viewer = "police" | "institution" | "person";

/**
 * What an empty table means to whoever looks at it. The police are told who has nothing; the person sees all that is
 * theirs, so that whoever answered had nothing; an institution only knows that it has nothing itself.
 */
export function sayNothingHeld(
  viewer: Viewer,
  { answered, withNothing }: ReturnType<typeof readCoverage>,
): { readonly text: "nobodyAnswered" | "nothing" | "nothingOwn"; readonly names: readonly string[] } {
  if (answered.length === 0) return { text: "nobodyAnswered", names: [] };
  if (viewer === "institution") return { text: "nothingOwn", names: [] };
  const told = viewer === "person" ? answered : withNothing;
  return { text: "nothing", names: told.map(({ institution }) => institution.name) };
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
