import type { RequestClaims } from "../../schema/contract/claims";
import { HubError } from "../../schema/contract/errors";
import { personOfView } from "../shared/view";

/** An auditor reads everything; a person reads their own record, and that in days. */
export type AuditReader =
  { readonly kind: "AUDITOR" } | { readonly kind: "PERSON"; readonly subjectId: string };

/** Who reads. Throws FORBIDDEN for all others, whatever scope a token of theirs holds. */
export function auditReaderOf({ caller, view }: RequestClaims): AuditReader {
  if (caller.kind === "AUDITOR") return { kind: "AUDITOR" };
  const subjectId = personOfView(view);
  if (caller.kind === "PERSON" && subjectId !== null) return { kind: "PERSON", subjectId };
  throw new HubError("FORBIDDEN", "Only auditors, and people for themselves, read access records.");
}
