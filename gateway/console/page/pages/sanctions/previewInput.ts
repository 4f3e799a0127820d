import type { PreviewSanctionQueryVariables } from "../../../generated/operations";

export type PreviewInput = PreviewSanctionQueryVariables["input"];
export type DocumentOf = PreviewInput["document"];

/** What the form holds; everything but the person and the case. */
export interface RecogniseFields {
  readonly role?: PreviewInput["role"];
  readonly conduct?: PreviewInput["conduct"];
  readonly instruments?: PreviewInput["instruments"];
  readonly recognisedOn?: string;
  readonly cardsOrAccounts?: number | null;
  readonly occasions?: number | null;
  readonly counterparties?: number | null;
  readonly convicted?: boolean;
  readonly repeat?: boolean;
}

/** What can be foreseen from the form as it stands; null while something is missing that decides the measures. */
export function toPreviewInput(
  fields: RecogniseFields,
  document: DocumentOf,
  caseNumber: string,
): PreviewInput | null {
  const { role, conduct, instruments, recognisedOn } = fields;
  if (role === undefined || conduct === undefined || (instruments ?? []).length === 0 || !recognisedOn)
    return null;
  return {
    caseNumber,
    document,
    role,
    conduct,
    instruments: instruments ?? [],
    recognisedOn,
    facts: {
      cardsOrAccounts: fields.cardsOrAccounts ?? 0,
      occasions: fields.occasions ?? 0,
      counterparties: fields.counterparties ?? 0,
      convicted: fields.convicted ?? false,
      repeat: fields.repeat ?? false,
    },
  };
}

/** The papers of a notice, one on a line; blank lines are none. */
export function toPapers(text: string): string[] {
  return text
    .split("\n")
    .map(line => line.trim())
    .filter(line => line !== "");
}
