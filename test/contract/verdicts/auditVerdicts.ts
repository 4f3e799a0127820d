import type { VerdictRow } from "./verdict";

/** Who saw what. The person is shown institution, purpose and day; all else of a record is blank for them. */
export const AUDIT_VERDICTS: readonly VerdictRow[] = [
  //                                                     police banks carriers regulators auditor person
  [
    "AccessRecord",
    "at caller chain fieldsDenied fieldsReturned hash institution operation outcome purpose reference resultDigest ruleVersions sequence servedFromCache subjectIds",
    "-- --- -- -- A o",
  ],
  ["AccessRecordConnection", "nodes pageInfo", "-- --- -- -- A o"],
  ["Alarm", "at caller count id institution kind subjectId", "-- --- -- -- A o"],
  ["AlarmConnection", "nodes pageInfo", "-- --- -- -- A o"],
  ["AuditChain", "chain firstBadSequence intact lastCheckpointAt length", "-- --- -- -- A o"],
];
