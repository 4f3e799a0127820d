/** What the supergraph says about reusing answers, as a fetch needs to know it. */
export interface CacheRules {
  readonly hasAny: boolean;
  isEntity(typeName: string): boolean;
  maxAgeOf(typeName: string, fieldName: string): number | null;
  mayStandWithin(typeName: string): boolean;
  isDecidedByRow(typeName: string, fieldName: string): boolean;
  /** Fields of a flat key that the subgraph itself can answer. */
  keyOf(subgraph: string, typeName: string): readonly string[];
}

/** How a value that names a person carries its token on the way to a subgraph. */
export interface TokenInput {
  readonly inputType: string;
  readonly tokenField: string;
}
