import {
  Kind,
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { createHash } from "node:crypto";
import type { Caller } from "../../schema/contract/claims";
import type { AnswerShape, Denial } from "./answerShape";
import { createVariableReader, type ReadVariables } from "./argumentReader";
import { createFieldRules, type FieldRules } from "./fieldRules";
import { createPlaceJudge, type Answers, type DepthQuestion, type PlaceJudge } from "./placeJudge";
import type { DenialCode, PolicyQuestion, Variables } from "./policies/policy";
import type { PolicyRegistry } from "./policies/policyRegistry";
import type { Requirements } from "./requirements";
import { rewriteOperation, type RewrittenOperation } from "./rewriteOperation";
import { setOf } from "./selectionNodes";
import { STEPS_ALLOWED, type StepLimit } from "./stepLimit";

/** What authorization is made of; the same for all requests. */
export interface AuthorizationOptions {
  /** What clients see: without what is inaccessible. */
  readonly schema: GraphQLSchema;
  readonly requirements: Requirements;
  readonly policies: PolicyRegistry;
  readonly steps: StepLimit;
  readonly unmarkedFields: "deny" | "allow";
  /** The input type by which people are named, if the schema has one. */
  readonly documentType: string | null;
}

/** A validated operation. The document object stands for its text: pass the same one for the same text. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Variables;
}

/** What must be found out before an operation can be authorized. */
export interface Inquiry {
  readonly questions: readonly PolicyQuestion[];
  /** The operation goes further than one step: worth asking whether this caller may. */
  readonly exceedsSteps: boolean;
}

/** What was found out. */
export interface Decisions {
  /** By question, null where granted; what is not named is refused. */
  readonly answers: ReadonlyMap<string, DenialCode | null>;
  readonly extendedAccess: boolean;
}

/** The operation that may be planned, and what it takes to give the caller the answer they asked for. */
export interface AuthorizedOperation {
  /** Null where nothing is left to be asked. */
  readonly document: DocumentNode | null;
  /** Differs wherever the document does: the plan's key. */
  readonly operationKey: string;
  readonly operationName: string | null;
  readonly denied: readonly Denial[];
  /** A mutation is refused whole if a root field of it is denied or would be lost: half of it must not happen. */
  readonly refusal: Denial | null;
  readonly shape: AnswerShape;
  readonly readVariables: ReadVariables;
  /** What the caller asks about the schema itself, to be answered with what they may ask for. */
  readonly introspection: DocumentNode | null;
}

/** Takes out of operations what their callers may not see. */
export interface OperationAuthorizer {
  inquire(operation: Operation, caller: Caller | null): Inquiry;
  authorize(operation: Operation, caller: Caller | null, decisions: Decisions): AuthorizedOperation;
  /** The rules for a caller's scopes. */
  rulesFor(caller: Caller | null): FieldRules;
}

interface Walked {
  readonly judge: PlaceJudge;
  readonly authorized: AuthorizedOperation;
}

/** Results kept for one document: callers × decisions. Beyond it somebody is playing with the variables. */
const RESULTS_PER_DOCUMENT = 256;
/** Sets of scopes whose rules are kept: one per role and issuer in practice. */
const RULE_SETS = 1_024;

const NO_DEPTHS: ReadonlyMap<string, number> = new Map();

/** Everything is computed once per document, set of scopes and decisions; a warm request is two look-ups. */
export function createOperationAuthorizer(options: AuthorizationOptions): OperationAuthorizer {
  const rules = new Map<string, FieldRules>();
  const results = new WeakMap<DocumentNode, Map<string, Walked>>();

  const rulesFor = (caller: Caller | null): FieldRules =>
    remember(rules, scopesKey(caller), RULE_SETS, () =>
      createFieldRules(options, caller === null ? null : new Set(caller.scopes)),
    );

  const walk = (operation: Operation, caller: Caller | null, answers: Answers): Walked => {
    const known = results.get(operation.document) ?? new Map<string, Walked>();
    results.set(operation.document, known);
    const key = `${operation.operationName ?? ""}\n${scopesKey(caller)}\n${answersKey(answers)}`;
    return remember(known, key, RESULTS_PER_DOCUMENT, () =>
      authorizeOnce(operation, rulesFor(caller), answers, options),
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
    rulesFor,
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
  rules: FieldRules,
  answers: Answers,
  options: AuthorizationOptions,
): Walked {
  const { document, operationName } = operation;
  const definition = findOperation(document, operationName);
  const fragments = new Map(document.definitions.filter(isFragment).map(one => [one.name.value, one]));
  const readVariables = createVariableReader(definition);
  const kind = definition.operation === "mutation" ? "mutation" : "query";
  const judge = createPlaceJudge({ ...options, rules, answers, readVariables, operation: kind });
  const typeKey = unusedKey(document);
  const rewritten = rewriteOperation(definition, { ...options, fragments, judge, typeKey });
  const planned = toDocument(rewritten, definition, document);
  const authorized: AuthorizedOperation = {
    document: planned,
    operationKey: planned === null ? "" : createHash("sha256").update(print(planned)).digest("hex"),
    operationName,
    denied: rewritten.denials,
    refusal: kind === "mutation" ? rewritten.lostRootField : null,
    shape: rewritten.shape,
    readVariables,
    introspection: introspectionOf(rewritten, definition, document),
  };
  return { judge, authorized };
}

/** The document as it came where nothing is denied; else the one operation, its fragments written out. */
function toDocument(
  { selections, shape }: RewrittenOperation,
  definition: OperationDefinitionNode,
  document: DocumentNode,
): DocumentNode | null {
  if (!shape.touched) return document;
  if (selections.length === 0) return null;
  const used = variablesIn({ ...definition, selectionSet: setOf(selections), variableDefinitions: [] });
  const variableDefinitions = definition.variableDefinitions?.filter(one =>
    used.has(one.variable.name.value),
  );
  return {
    kind: Kind.DOCUMENT,
    definitions: [{ ...definition, selectionSet: setOf(selections), variableDefinitions }],
  };
}

function introspectionOf(
  { introspection }: RewrittenOperation,
  definition: OperationDefinitionNode,
  document: DocumentNode,
): DocumentNode | null {
  if (introspection.length === 0) return null;
  const operation = { ...definition, selectionSet: setOf(introspection) };
  return { kind: Kind.DOCUMENT, definitions: [operation, ...document.definitions.filter(isFragment)] };
}

function variablesIn(definition: OperationDefinitionNode): Set<string> {
  const names = new Set<string>();
  visit(definition, { Variable: node => void names.add(node.name.value) });
  return names;
}

/** A response key for `__typename` that cannot meet one of the caller's. */
function unusedKey(document: DocumentNode): string {
  const used = new Set<string>();
  visit(document, { Field: node => void used.add(node.alias?.value ?? node.name.value) });
  let key = "typeOfObject";
  while (used.has(key)) key += "_";
  return key;
}

function findOperation(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operations = document.definitions.filter(one => one.kind === Kind.OPERATION_DEFINITION);
  const found = name === null ? operations[0] : operations.find(one => one.name?.value === name);
  if (found === undefined) throw new Error("the document has no such operation: it was not validated");
  return found;
}

function isFragment(definition: DocumentNode["definitions"][number]): definition is FragmentDefinitionNode {
  return definition.kind === Kind.FRAGMENT_DEFINITION;
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
