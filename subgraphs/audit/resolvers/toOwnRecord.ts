import type { OwnLook } from "../store/lookStore";
import type { AccessRecord } from "../types/AccessRecord";

/** A look as the person concerned sees it: institution, purpose, and the midnight that the day began with. */
export function toOwnRecord({ day, institution, purpose }: OwnLook, subjectId: string): AccessRecord {
  return {
    at: new Date(`${day}T00:00:00+08:00`),
    institution,
    purpose,
    subjectIds: [subjectId],
    sequence: "",
    chain: "",
    caller: "",
    reference: null,
    operation: "",
    fieldsReturned: [],
    fieldsDenied: [],
    servedFromCache: [],
    outcome: "",
    ruleVersions: [],
    resultDigest: "",
    hash: "",
  };
}
