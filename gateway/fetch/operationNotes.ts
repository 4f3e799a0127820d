/** What the way to the subgraphs has to say about an operation, for its record and its client. */
export interface OperationNotes {
  /** `Type.field` of what came from a cache. */
  readonly servedFromCache: Set<string>;
  /** Whom answers are about beside those whom they show, by key. */
  readonly people: Set<string>;
  /** Members of the answer's `extensions`. */
  readonly extensions: Map<string, unknown>;
}
