import type { GraphQLError } from "graphql";
import type { RequestClaims } from "../../schema/contract/claims";
import type { Clock } from "../../schema/contract/clock";
import type {
  Alarm,
  AnsweredOperation,
  OperationAudit,
  RaiseAlarm,
  UnderstoodOperation,
} from "../requestContext";
import type { AuditEntry } from "./auditRecord";
import { createFloodGate } from "./createFloodGate";
import type { ResultDigest } from "./createResultDigest";
import { createDescribeOperation, type KeptFields, type OperationDescription } from "./describeOperation";
import { findSubjects } from "./findSubjects";
import type { AuditTrail } from "./openAuditTrail";
import { valuesAt } from "../valuesAt";

/** What records of operations are made with. */
export interface OperationAuditParts {
  readonly trail: Pick<AuditTrail, "expect" | "record">;
  readonly digest: ResultDigest;
  readonly clock: Clock;
  /** Which values of an answer a record keeps. Nothing said: none. */
  readonly kept?: KeptFields;
  /** Whether a text names a person by token, in whatever argument it stands. */
  readonly isSubject: (text: string) => boolean;
  /** Makes a client's own words fit to be kept: no number may stand in them. */
  readonly scrub: (text: string) => string;
}

/** Enough to tell one operation's text from any other's. */
const HASH_CHARACTERS = 16;
const UNKNOWN = "unknown";

/** Writes a record of each operation, and before a mutation what is about to be done. */
export function createOperationAudit(
  parts: OperationAuditParts,
): OperationAudit & { readonly raise: RaiseAlarm } {
  const { trail, digest, clock } = parts;
  const describe = createDescribeOperation(parts.kept ?? { ruleVersions: [] });
  const gate = createFloodGate(clock);
  const nameOf = ({ operationName, operationType, hash }: UnderstoodOperation): string =>
    `${parts.scrub(operationName ?? operationType)} ${hash.slice(0, HASH_CHARACTERS)}`;

  return {
    begin: () => trail.expect(),

    async intend(operation, claims, schema) {
      const root = `${schema.getMutationType()?.name}.`;
      const { fields } = describe(operation.document, schema);
      await trail.record({
        ...blank(clock, claims),
        kind: "INTENT",
        operation: nameOf(operation),
        subjectIds: distinct(subjectsIn(operation, parts)),
        fieldsReturned: fields.filter(field => field.startsWith(root)),
        outcome: "INTENT",
      });
    },

    record(answered) {
      const { operation, document, schema } = answered;
      return trail.record({
        ...blank(clock, answered.claims),
        ...shown(answered, subjectsIn(operation, parts), document && describe(document, schema)),
        operation: nameOf(operation),
        outcome: outcomeOf(answered),
        resultDigest: digest(answered.result.data),
      });
    },

    async refuse({ claims, caller, operationName, error }) {
      const passed = caller === null ? gate.pass() : { unrecorded: 0 };
      if (passed === null) return undefined;
      const name = parts.scrub(operationName ?? UNKNOWN);
      return trail.record({
        ...blank(clock, claims),
        ...(caller === null ? {} : placeOf(caller)),
        operation: passed.unrecorded === 0 ? name : `${name} (after ${passed.unrecorded} more like it)`,
        outcome: codeOf(error),
        resultDigest: digest(null),
      });
    },

    raise: async alarm => void (await trail.record(describeAlarm(alarm, clock))),
  };
}

function describeAlarm({ kind, caller, institution, subject, count }: Alarm, clock: Clock): AuditEntry {
  return {
    ...blank(clock, null),
    kind: "ALARM",
    caller: caller ?? "",
    institution: institution ?? "",
    subjectIds: subject === null ? [] : [subject],
    outcome: kind,
    alarmCount: count,
  };
}

/** What was shown of whom, and what was not. */
function shown(
  { clientPath, denied, people, servedFromCache, result }: AnsweredOperation,
  asked: readonly string[],
  description: OperationDescription | null,
): Pick<AuditEntry, "subjectIds" | "fieldsReturned" | "fieldsDenied" | "servedFromCache" | "ruleVersions"> {
  return {
    subjectIds: distinct([...asked, ...people]),
    fieldsReturned: description?.fields ?? [],
    fieldsDenied: denied,
    servedFromCache,
    ruleVersions: valuesAt(result.data, (description?.ruleVersions ?? []).map(clientPath)),
  };
}

function subjectsIn(
  { tokens, variables }: UnderstoodOperation,
  { isSubject }: Pick<OperationAuditParts, "isSubject">,
): string[] {
  return [...tokens, ...findSubjects(variables, isSubject)];
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** A record of somebody who has asked, and has seen nothing. */
function blank(clock: Clock, claims: RequestClaims | null): AuditEntry {
  return {
    kind: "OPERATION",
    at: clock().toISOString(),
    ...(claims === null ? { caller: UNKNOWN, institution: "" } : placeOf(claims.caller)),
    purpose: claims?.purpose ?? "",
    reference: claims?.reference ?? null,
    operation: "",
    subjectIds: [],
    fieldsReturned: [],
    fieldsDenied: [],
    servedFromCache: [],
    outcome: "",
    ruleVersions: [],
    resultDigest: "",
  };
}

/** An officer, and whom they act for: an institution, an organ, or what kind of authority they belong to. */
function placeOf({ id, institution, authority, kind }: RequestClaims["caller"]): {
  readonly caller: string;
  readonly institution: string;
} {
  return { caller: id, institution: institution ?? authority ?? kind };
}

function outcomeOf({ document, denied, sources, result }: AnsweredOperation): string {
  const [error] = result.errors ?? [];
  if (error !== undefined && (document === null || result.data === null || result.data === undefined))
    return codeOf(error);
  const isWhole =
    error === undefined && denied.length === 0 && !Object.values(sources).includes("NOT_ANSWERED");
  return isWhole ? "OK" : "PARTIAL";
}

function codeOf({ extensions }: GraphQLError): string {
  const { code } = extensions;
  return typeof code === "string" ? code : "INTERNAL";
}
