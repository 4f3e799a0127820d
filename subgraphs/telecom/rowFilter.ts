import type { View } from "../../schema/contract/claims";
import { institutionOfView, isPoliceView, personOfView } from "../shared/view";

/** Which rows about people a view is cut down to; null does not restrict. */
export interface RowFilter {
  readonly carrier: string | null;
  readonly person: string | null;
}

const EVERYTHING: RowFilter = { carrier: null, person: null };

/** Lines and what says who holds them. Null: this view sees no such rows at all. */
export function lineRowsOf(view: View): RowFilter | null {
  if (isPoliceView(view)) return EVERYTHING;
  const carrier = carrierOfView(view);
  if (carrier !== null) return { carrier, person: null };
  const person = personOfView(view);
  return person === null ? null : { carrier: null, person };
}

/** Flags: the telecom regulator reads them too, without the people behind them. */
export function flagRowsOf(view: View): RowFilter | null {
  return view === "regulator:telecom" ? EVERYTHING : lineRowsOf(view);
}

/** What a sanction made carriers do: the telecom regulator counts it, one's own is counted for the person. */
export function executionRowsOf(view: View): RowFilter | null {
  return view === "regulator:telecom" ? EVERYTHING : lineRowsOf(view);
}

/** The carrier whose view this is; banks and payment institutions hold no lines. */
export function carrierOfView(view: View): string | null {
  return view.startsWith("carrier:") ? institutionOfView(view) : null;
}

/** Figures and records of institutions: one institution's, or (null in it) everybody's. */
export interface FigureFilter {
  readonly institution: string | null;
}

/** Null: this view sees no figures of carriers. */
export function figuresOf(view: View): FigureFilter | null {
  if (isPoliceView(view) || view === "regulator:telecom") return { institution: null };
  const institution = carrierOfView(view);
  return institution === null ? null : { institution };
}
