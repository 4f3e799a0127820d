/** A chained record as the gateway hands it over to be indexed; ids only, no number and no name. */
export interface AccessRecordRow {
  readonly chain: string;
  readonly sequence: number;
  readonly kind: "INTENT" | "OPERATION" | "ALARM";
  readonly at: string;
  readonly caller: string;
  readonly institution: string;
  readonly purpose: string;
  readonly reference: string | null;
  readonly operation: string;
  readonly subjectIds: readonly string[];
  readonly fieldsReturned: readonly string[];
  readonly fieldsDenied: readonly string[];
  readonly servedFromCache: readonly string[];
  readonly outcome: string;
  readonly ruleVersions: readonly string[];
  readonly resultDigest: string;
  /** Of an alarm: how many it was. */
  readonly alarmCount?: number | null;
  readonly hash: string;
}
