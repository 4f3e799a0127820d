import type { DocumentNode, ExecutionResult } from "graphql";
import type { RequestClaims } from "../../schema/contract/claims";
import type { QueryPlan } from "../queryPlan";
import type { ResponsePath } from "./json";
import type { OperationNotes } from "./operationNotes";
import type { PublicError } from "./publicError";

/** Whether a subgraph that was asked has answered every time. */
export type SourceState = "ANSWERED" | "NOT_ANSWERED";

/** A fetch, or one root field of it, that brought nothing. */
export interface Loss extends PublicError {
  readonly subgraph: string;
  readonly document: DocumentNode;
  /** Where in the answer it would have been merged; `@` stands for every element of a list. */
  readonly path: readonly (string | number)[];
  /** The one root field that is lost; null: all that was asked. */
  readonly field: string | null;
  /** A later fetch was sent without what is lost, and tells of it in its own way. */
  readonly isStoodIn: boolean;
}

/** What the fetches of one operation share: who asks, until when, what has been asked, what is lost. */
export interface FetchState {
  readonly claims: RequestClaims;
  readonly operationType: "query" | "mutation";
  readonly deadlineAt: number;
  /** Values of variables in the form in which subgraphs get them, where it differs from the client's. */
  readonly subgraphVariables: ReadonlyMap<string, unknown>;
  readonly sources: Map<string, SourceState>;
  readonly losses: Loss[];
  /** Answers of this operation, so that the same question is answered once and alike. */
  readonly answers: Map<string, Promise<ExecutionResult>>;
  readonly notes: OperationNotes;
  /** Where something is referred to that a subgraph has not got, for this caller: plan paths. */
  readonly absent: ResponsePath[];
  /** The fetches that were carried out, by their documents. */
  readonly asked: Set<DocumentNode>;
  readonly plan: QueryPlan;
}

type Given = Pick<FetchState, "claims" | "operationType" | "deadlineAt" | "subgraphVariables" | "plan">;

/** A fresh state for one operation. */
export function createFetchState(given: Given): FetchState {
  const notes = {
    servedFromCache: new Set<string>(),
    people: new Set<string>(),
    extensions: new Map<string, unknown>(),
  };
  return {
    ...given,
    notes,
    sources: new Map(),
    losses: [],
    answers: new Map(),
    absent: [],
    asked: new Set(),
  };
}
