/** What a single operation may ask for. Each is well above what the hub's own operations need. */
export interface OperationLimits {
  /** Words and signs in the text; the parser stops there. */
  readonly maxTokens: number;
  /** Fields within fields, fragments written out. */
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  /** Times the same response name may be selected in one place. */
  readonly maxRepeats: number;
  readonly maxRootFields: number;
  /** Fields, weighed by depth and by literal `first`. */
  readonly maxCost: number;
}

/** The limits where nothing else is said. */
export const DEFAULT_LIMITS: OperationLimits = {
  maxTokens: 4_000,
  maxDepth: 14,
  maxAliases: 50,
  maxDirectives: 50,
  maxRepeats: 30,
  maxRootFields: 30,
  maxCost: 200_000,
};
