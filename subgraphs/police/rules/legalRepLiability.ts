// PT: for a communication tool in a unit's name, verified by the police as involved, the responsible persons and the legal
// representative answer too. Recorded, so that the case shows who answers; it restricts nothing by itself: an account or
// a line of theirs restricts only once an organ has recognised that one (N16-5).
import { InvolvementRole, InvolvementStanding } from "../types/enums";

/** Who is in a case, as far as it matters here. */
export interface CaseMember {
  readonly id: string;
  readonly role: InvolvementRole;
  readonly standing: InvolvementStanding;
  readonly subjectId: string | null;
  /** Null for somebody known by token alone, of whom no document has come yet. */
  readonly kind: "PERSON" | "UNIT" | null;
  /** Does the entry name an account or a line? */
  readonly hasHolding: boolean;
}

const ANSWERING: readonly InvolvementRole[] = [
  InvolvementRole.LEGAL_REPRESENTATIVE,
  InvolvementRole.RESPONSIBLE_PERSON,
];

/**
 * The leads that are recognised along with a unit's involvement. Where a case may hold several units nobody
 * follows by rule: the case does not say whose representative they are, and an organ recognises each by name.
 */
export function legalRepLiability(unitId: string, members: readonly CaseMember[]): readonly string[] {
  const units = new Set(members.filter(({ kind }) => kind !== "PERSON").map(({ subjectId }) => subjectId));
  if (units.size !== 1 || !units.has(unitId)) return [];
  return members
    .filter(
      ({ role, standing, kind, hasHolding }) =>
        ANSWERING.includes(role) && standing === InvolvementStanding.LEAD && kind === "PERSON" && !hasHolding,
    )
    .map(({ id }) => id);
}
