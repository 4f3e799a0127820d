import type { Caller, Purpose } from "../../../schema/contract/claims";

/**
 * Why a place in the answer is null: the caller may not see it, has not said what for, or whoever knows did not
 * answer. The last one is refused as firmly, and told apart: a caller would take an outage for a refusal.
 */
export type DenialCode = "FORBIDDEN" | "PURPOSE_REQUIRED" | "SUBGRAPH_UNAVAILABLE";

/** The variables of a request, as its caller sent them. */
export type Variables = Readonly<Record<string, unknown>>;

/** Granted, but for some of the people in the list that a variable holds: their positions in it, and why. */
export interface LeftOut {
  readonly variable: string;
  readonly positions: ReadonlyMap<number, DenialCode>;
}

/** Null grants. */
export type PolicyDecision = DenialCode | LeftOut | null;

/** One policy at one place of an operation, still to be decided for a request. */
export interface PolicyQuestion {
  /** Stable for the document: path, coordinate, arguments and policy. */
  readonly id: string;
  readonly policy: Policy;
  /** The argument that the policy names (`own_institution:input.carrier`), or null. */
  readonly argument: string | null;
  /** `Type.field` that carries the policy. */
  readonly coordinate: string;
  /** Response keys from the root. */
  readonly path: readonly string[];
  readonly operation: "query" | "mutation";
  /** Whether one of the field's arguments takes an identity document, given or not. */
  readonly takesDocument: boolean;
  /** The arguments of the field as the caller gave them, defaults filled in. */
  readArguments(variables: Variables): Readonly<Record<string, unknown>>;
  /** The variable that stands for an argument as a whole, or null. */
  variableOf(argument: string): string | null;
}

/** What a subgraph is asked before anything is planned. */
export interface VerdictQuestion {
  readonly policy: string;
  readonly purpose: Purpose;
  /** Empty where the purpose has none. */
  readonly reference: string;
  /** Empty: is the purpose itself true for this caller? Then the answer is one verdict. */
  readonly subjectIds: readonly string[];
}

/** What a policy may look at. */
export interface PolicyRequest {
  readonly caller: Caller;
  readonly purpose: Purpose | null;
  readonly reference: string | null;
  readonly variables: Variables;
  /** Subject tokens of the identity documents anywhere in an argument's value, in order. */
  tokensIn(value: unknown): readonly string[];
  /** Asks the subgraph that owns the facts, signed with this request's claims: a verdict for each subject, in order. */
  askVerdict(subgraph: string, question: VerdictQuestion): Promise<readonly boolean[]>;
}

/** One named policy of the supergraph. */
export interface Policy {
  readonly name: string;
  /**
   * Decides a question before planning. A policy that the subgraph decides row by row has none:
   * what it refuses is absent there, so the gateway lets it pass.
   */
  decide?(question: PolicyQuestion, request: PolicyRequest): PolicyDecision | Promise<PolicyDecision>;
  /** True where only the form with an argument path is decided here. */
  readonly onlyWithArgument?: boolean;
  /** True where the policy means nothing below the root of an operation. */
  readonly onlyOnRootFields?: boolean;
}
