import type { View } from "../../schema/contract/claims";
import { institutionOfView, isPoliceView, personOfView } from "../shared/view";

/** Which rows about people a view is cut down to; null does not restrict. */
export interface RowFilter {
  readonly institution: string | null;
  readonly person: string | null;
}

const EVERYTHING: RowFilter = { institution: null, person: null };

/** Accounts and what hangs on them. Null: this view sees no such rows at all. */
export function accountRowsOf(view: View): RowFilter | null {
  if (isPoliceView(view)) return EVERYTHING;
  const institution = accountInstitutionOf(view);
  if (institution !== null) return { institution, person: null };
  const person = personOfView(view);
  return person === null ? null : { institution: null, person };
}

/** What a sanction made institutions do: figures for the financial regulator too, one's own for the person. */
export function executionRowsOf(view: View): RowFilter | null {
  return view === "regulator:financial" ? EVERYTHING : accountRowsOf(view);
}

/** The bank or payment institution whose view this is; carriers keep no accounts. */
export function accountInstitutionOf(view: View): string | null {
  return view.startsWith("carrier:") ? null : institutionOfView(view);
}

/** Figures and records of institutions: one institution's, or (null in it) everybody's. */
export interface FigureFilter {
  readonly institution: string | null;
}

/** Null: this view sees no figures of banks and payment institutions. */
export function figuresOf(view: View): FigureFilter | null {
  if (isPoliceView(view) || view === "regulator:financial") return { institution: null };
  const institution = accountInstitutionOf(view);
  return institution === null ? null : { institution };
}
