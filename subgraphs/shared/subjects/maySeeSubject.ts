import type { View } from "../../../schema/contract/claims";
import { personOfView } from "../view";

/** The row policy `own_person`: a person sees themself alone; for all others scopes and purposes decide. */
export function maySeeSubject(view: View, subjectId: string): boolean {
  // A caller whose token names neither person nor institution has no rows at all.
  if (view === "none") return false;
  const person = personOfView(view);
  return person === null || person === subjectId;
}
