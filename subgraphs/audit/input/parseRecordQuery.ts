import { HubError } from "../../../schema/contract/errors";
import type { RecordQuery } from "../store/lookStore";
import type { AccessRecordFilter } from "../types/AccessRecordFilter";
import { requireInterval } from "./requireInterval";

/** A question about more people is a list of its own; the index is asked person by person. */
const MAX_DOCUMENTS = 100;

/** An auditor's filter as the store takes it. Throws BAD_INPUT for a document without its token. */
export function parseRecordQuery(filter: AccessRecordFilter): Omit<RecordQuery, "after" | "limit"> {
  requireInterval(filter.from, filter.to);
  if ((filter.documents?.length ?? 0) > MAX_DOCUMENTS) {
    throw new HubError("LIMIT_EXCEEDED", `At most ${MAX_DOCUMENTS} documents can be asked for at once.`);
  }
  return {
    subjectIds: filter.documents ? filter.documents.map(document => requireToken(document.token)) : null,
    purpose: filter.purpose ?? null,
    reference: filter.reference ?? null,
    field: filter.field ?? null,
    deniedOnly: filter.deniedOnly ?? false,
    outcome: filter.outcome ?? null,
    caller: filter.caller ?? null,
    institution: filter.institution ?? null,
    from: filter.from,
    to: filter.to,
  };
}

function requireToken(token: string | null | undefined): string {
  if (!token) throw new HubError("BAD_INPUT", "The document came without its token.");
  return token;
}
