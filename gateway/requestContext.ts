import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from "graphql";
import type { AlarmKind } from "../schema/contract/alarmKinds";
import type { Caller, RequestClaims } from "../schema/contract/claims";

/** One request of a client, from the moment it is known who asks. */
export interface HubRequest {
  readonly claims: RequestClaims;
  /** After which an answer is no longer in time, by `performance.now()`. */
  readonly deadlineAt: number;
}

/** An operation that has been understood and not yet permitted. */
export interface UnderstoodOperation {
  /** One operation without a literal; the same object each time the same thing is asked. */
  readonly document: DocumentNode;
  readonly operationType: "query" | "mutation";
  readonly operationName: string | null;
  /** Differs wherever the document does. */
  readonly hash: string;
  /** Checked, defaults filled in, documents normalised. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The people named by documents anywhere in the variables. */
  readonly tokens: readonly string[];
  /** The people named in a part of the variables. */
  readonly tokensIn: (value: unknown) => readonly string[];
  /** Ranges of numbers that a person's own stands in, by names that tell nobody the number; the narrowest first. */
  readonly rangesOf: (token: string) => readonly string[];
}

/** What a caller may have of an operation. */
export interface Permission {
  /**
   * What is planned; null where nothing is left. It asks nothing about the schema, which is the guard's to answer. The
   * same object for the same document and rights.
   */
  readonly document: DocumentNode | null;
  /** Differs wherever the document does. */
  readonly hash: string;
  /** Why the operation is refused whole; null if it is not. */
  readonly refusal: GraphQLError | null;
  /** What subgraphs are told of the caller, widened by what was found out. */
  readonly claims: RequestClaims;
  /** By variable: positions in its list that no subgraph is asked for. */
  readonly leftOut: ReadonlyMap<string, { has(position: number): boolean }>;
  /** `Type.field` of what was taken out. */
  readonly denied: readonly string[];
  /** The people whom an answer shows, as it came and before it is restored. */
  peopleIn(result: ExecutionResult): readonly string[];
  /** The response keys that the caller wrote for a road through `document`, where those had to be others. */
  clientPath(path: readonly string[]): readonly string[];
  /** Puts null and an error where something was taken out. */
  restore(result: ExecutionResult): ExecutionResult;
}

/** Decides, before anything is planned, what a caller may have. A throw refuses the operation whole. */
export interface OperationGuard {
  permit(operation: UnderstoodOperation, claims: RequestClaims): Promise<Permission>;
}

/** What is known of an operation once its answer stands. */
export interface AnsweredOperation {
  readonly claims: RequestClaims;
  readonly operation: UnderstoodOperation;
  /** What the operation was read with. */
  readonly schema: GraphQLSchema;
  /** What was planned; null where the operation was refused whole or nothing was left of it. */
  readonly document: DocumentNode | null;
  readonly clientPath: Permission["clientPath"];
  readonly denied: readonly string[];
  /** The people whom it shows or is about, by key: named or come upon, whatever was selected of them. */
  readonly people: readonly string[];
  /** `Type.field` of what came from a cache. */
  readonly servedFromCache: readonly string[];
  /** Which subgraphs were asked, and whether they answered. */
  readonly sources: Readonly<Record<string, "ANSWERED" | "NOT_ANSWERED">>;
  readonly result: ExecutionResult;
}

/** A request that was refused before its operation was understood. */
export interface RefusedRequest {
  /** Null where it never became known what the request was for. */
  readonly claims: RequestClaims | null;
  /** Null where it never became known who asks. */
  readonly caller: Caller | null;
  /** As the client has it. */
  readonly operationName: string | null;
  readonly error: GraphQLError;
}

/** Something about the looking itself that an auditor should see. */
export interface Alarm {
  readonly kind: AlarmKind;
  /** Null where it is not about one of them. */
  readonly caller: string | null;
  readonly institution: string | null;
  readonly subject: string | null;
  /** How many it was when the alarm was raised. */
  readonly count: number;
}

/** Charges an operation to its caller before anybody is asked anything; throws RATE_LIMITED. */
export type ChargeOperation = (
  claims: RequestClaims,
  cost: number,
  operation: UnderstoodOperation,
  schema: GraphQLSchema,
) => Promise<void>;

/** What the client is told of a record. */
export type OperationReceipt = object;

/** Keeps a record of each operation. A throw withholds the answer. */
export interface OperationAudit {
  /** An operation has begun; what it returns is called when it has been recorded, or will not be. */
  begin(): () => void;
  /** Before a mutation is sent on. */
  intend(operation: UnderstoodOperation, claims: RequestClaims, schema: GraphQLSchema): Promise<void>;
  /** Before an answer leaves; gives what the client is told of the record. */
  record(answered: AnsweredOperation): Promise<OperationReceipt>;
  /** Before a refusal leaves; undefined where so many came that not each is recorded by itself. */
  refuse(refused: RefusedRequest): Promise<OperationReceipt | undefined>;
}

/** Keeps alarms among the records, where none can be lost or taken out unnoticed. A throw: it does not stand. */
export type RaiseAlarm = (alarm: Alarm) => Promise<void>;
