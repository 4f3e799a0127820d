import { OperationTypeNode, type DocumentNode, type GraphQLSchema } from "graphql";
import type { Caller, CallerKind } from "../../schema/contract/claims";
import { findAnswerPaths } from "../findAnswerPaths";
import { createVariableReader } from "./argumentReader";
import {
  findFragments,
  findOperation,
  toDocument,
  toIntrospection,
  toKey,
  unusedKey,
} from "./authorizedDocument";
import type { AuthorizedOperation, Decisions, Inquiry, Operation } from "./authorizedOperation";
import { createFieldRules, type FieldRules } from "./fieldRules";
import type { FoundPeople } from "./foundPeople";
import { PlaceJudge, type Answers, type DepthQuestion } from "./placeJudge";
import type { Variables } from "./policies/policy";
import type { PolicyRegistry } from "./policies/policyRegistry";
import type { Requirements } from "./requirements";
import { rewriteOperation } from "./rewriteOperation";
import { createSettleConditions } from "./settleConditions";
import { createRecordedKeys, type Acts, type Owners } from "./recordedKeys";
import { createVisibleSchema } from "./visibleSchema";
import { STEPS_ALLOWED, type StepLimit } from "./stepLimit";

/** What authorization is made of; the same for all requests. */
export interface AuthorizationOptions {
  /** What clients see: without what is inaccessible. */
  readonly schema: GraphQLSchema;
  readonly requirements: Requirements;
  readonly policies: PolicyRegistry;
  readonly steps: StepLimit;
  readonly found: FoundPeople;
  readonly owners: Owners;
  readonly acts: Acts;
  readonly unmarkedFields: "deny" | "allow";
  /** The input type by which people are named, if the schema has one. */
  readonly documentType: string | null;
}

/** Takes out of operations what their callers may not see. */
export interface OperationAuthorizer {
  inquire(operation: Operation, caller: Caller | null): Inquiry;
  authorize(operation: Operation, caller: Caller | null, decisions: Decisions): AuthorizedOperation;
  /** The schema as it is for a caller. */
  visibleTo(caller: Caller | null): GraphQLSchema;
}

interface Walked {
  readonly judge: PlaceJudge;
  readonly authorized: AuthorizedOperation;
}

/** Results kept for one document: callers × decisions. Beyond it somebody is playing with the variables. */
const RESULTS_PER_DOCUMENT = 256;
/** Sets of scopes whose rules are kept: one per role and issuer in practice. */
const RULE_SETS = 1_024;

/** A schema of this size is about a megabyte. */
const VISIBLE_SCHEMAS = 32;

const NO_DEPTHS: ReadonlyMap<string, number> = new Map();

/** Everything is computed once per document, set of scopes and decisions; a warm request is two look-ups. */
export function createOperationAuthorizer(options: AuthorizationOptions): OperationAuthorizer {
  const rules = new Map<string, FieldRules>();
  const visible = new Map<string, GraphQLSchema>();
  const results = new WeakMap<DocumentNode, Map<string, Walked>>();
  const settle = createSettleConditions();

  const rulesFor = (caller: Caller | null): FieldRules =>
    remember(rules, scopesKey(caller), RULE_SETS, () =>
      createFieldRules(options, caller === null ? null : new Set(caller.scopes)),
    );

  const walk = (asked: Operation, caller: Caller | null, answers: Answers): Walked => {
    const operation = settle(asked);
    const known = results.get(operation.document) ?? new Map<string, Walked>();
    results.set(operation.document, known);
    const callerKind = caller?.kind ?? null;
    const key = [operation.operationName, callerKind, scopesKey(caller), answersKey(answers)].join("\n");
    return remember(known, key, RESULTS_PER_DOCUMENT, () =>
      authorizeOnce(operation, { rules: rulesFor(caller), callerKind }, answers, options),
    );
  };

  /** The first walk finds the fields that take several steps; only then can their variables be read. */
  const walkWithDepths = (
    operation: Operation,
    caller: Caller | null,
    decisions: Answers["decisions"],
  ): Walked => {
    const answers = { decisions, depths: NO_DEPTHS, allowedSteps: STEPS_ALLOWED };
    const first = walk(operation, caller, answers);
    const depths = readDepths(first.judge.depths, operation.variables);
    return depths.size === 0 ? first : walk(operation, caller, { ...answers, depths });
  };

  const walkUnlimited = (
    operation: Operation,
    caller: Caller | null,
    decisions: Answers["decisions"],
  ): Walked =>
    walk(operation, caller, { decisions, depths: NO_DEPTHS, allowedSteps: Number.POSITIVE_INFINITY });

  return {
    visibleTo: caller =>
      remember(visible, scopesKey(caller), VISIBLE_SCHEMAS, () =>
        createVisibleSchema(options.schema, rulesFor(caller)),
      ),
    inquire(operation, caller) {
      // What lies beyond the step limit is asked about too: it may yet be allowed.
      const { judge } = walkUnlimited(operation, caller, "PENDING");
      const { exceedsSteps } = walkWithDepths(operation, caller, "PENDING").judge;
      return { questions: [...judge.questions.values()], exceedsSteps };
    },
    authorize(operation, caller, { answers, extendedAccess }) {
      const walkIt = extendedAccess ? walkUnlimited : walkWithDepths;
      return walkIt(operation, caller, answers).authorized;
    },
  };
}

function authorizeOnce(
  operation: Operation,
  caller: { readonly rules: FieldRules; readonly callerKind: CallerKind | null },
  answers: Answers,
  options: AuthorizationOptions,
): Walked {
  const { document, operationName } = operation;
  const definition = findOperation(document, operationName);
  const readVariables = createVariableReader(definition);
  const kind = definition.operation === OperationTypeNode.MUTATION ? "mutation" : "query";
  const judge = new PlaceJudge({ ...options, ...caller, answers, readVariables, operation: kind });
  const recorded = createRecordedKeys(options.requirements, options.owners, options.acts, caller.rules);
  const walking = {
    schema: options.schema,
    fragments: findFragments(document),
    judge,
    recorded,
    typeKey: unusedKey(document),
  };
  const rewritten = rewriteOperation(definition, options.steps.start, walking);
  const planned = toDocument(rewritten, definition, document);
  const authorized: AuthorizedOperation = {
    document: planned,
    operationKey: toKey(planned),
    operationName,
    denied: rewritten.denials,
    coordinatesDenied: [...new Set(rewritten.denials.map(denial => denial.coordinate))],
    refusal: kind === "mutation" ? rewritten.lostRootField : null,
    shape: rewritten.shape,
    people: planned === null ? [] : findAnswerPaths(planned, options.schema, recorded.coordinates),
    introspection: toIntrospection(rewritten, definition, document),
  };
  return { judge, authorized };
}

/** Only what is more than the one step that each field takes; more than one too many makes no difference. */
function readDepths(
  questions: ReadonlyMap<string, DepthQuestion>,
  variables: Variables,
): Map<string, number> {
  const depths = new Map<string, number>();
  for (const question of questions.values()) {
    const depth = Math.min(question.read(variables), STEPS_ALLOWED + 1);
    if (depth > 1) depths.set(question.id, depth);
  }
  return depths;
}

const scopesKeys = new WeakMap<Caller, string>();

function scopesKey(caller: Caller | null): string {
  if (caller === null) return "nobody";
  const known = scopesKeys.get(caller);
  if (known !== undefined) return known;
  const key = JSON.stringify([...new Set(caller.scopes)].sort());
  scopesKeys.set(caller, key);
  return key;
}

function answersKey({ decisions, depths, allowedSteps }: Answers): string {
  const decided =
    decisions === "PENDING"
      ? decisions
      : [...decisions].map(([id, code]) => `${id}=${code ?? ""}`).join("\n");
  return `${allowedSteps}\n${[...depths].join(" ")}\n${decided}`;
}

function remember<V>(known: Map<string, V>, key: string, limit: number, compute: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= limit) known.clear();
  const value = compute();
  known.set(key, value);
  return value;
}
