import { createHash } from "node:crypto";
import {
  getOperationAST,
  Kind,
  print,
  visit,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { LRUCache } from "lru-cache";
import { coerceVariables, declaredVariables, type DeclaredVariable } from "./coerceVariables";
import { hoistLiterals, type HoistedOperation } from "./hoistLiterals";
import { locateProblem } from "./inputProblem";
import { createOperationCost, type OperationCost } from "./operationCost";
import type { Validator } from "./createValidator";

/** An operation as it is known to all requests that ask the same, whatever values they ask it with. */
export interface KnownOperation {
  /** The one operation and its fragments, without a value in the text; the same object for the same text. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Differs wherever the text does. */
  readonly hash: string;
  readonly declared: readonly DeclaredVariable[];
  /** Whether a field takes an argument, which then stands in an address if the operation is sent by GET. */
  readonly takesArguments: boolean;
  readonly cost: OperationCost;
}

/** What became of one document that a client sent. */
export interface PreparedOperation {
  readonly errors: readonly GraphQLError[];
  /** Null if there are errors. */
  readonly known: KnownOperation | null;
  /** Checks the client's variables and puts together those of the known operation. */
  readonly readVariables: (given: Variables) => ReadVariables;
}

type Variables = Readonly<Record<string, unknown>>;

interface ReadVariables {
  readonly variables: Record<string, unknown>;
  readonly errors: readonly GraphQLError[];
}

/** Finds an operation again, or checks it and takes its literals out. */
export type PrepareOperation = (
  document: DocumentNode,
  operationName: string | undefined,
) => PreparedOperation;

/** Distinct operations kept: a client has some dozens, and each role's plans are kept elsewhere. */
const KNOWN_OPERATIONS = 2_000;

/** Once for each document, and once for each text without values. */
export function createPrepareOperation(schema: GraphQLSchema, validator: Validator): PrepareOperation {
  const prepared = new WeakMap<DocumentNode, Map<string, PreparedOperation>>();
  const known = new LRUCache<string, KnownOperation>({ max: KNOWN_OPERATIONS });
  return (document, operationName) => {
    const ofDocument = prepared.get(document) ?? new Map<string, PreparedOperation>();
    prepared.set(document, ofDocument);
    const name = operationName ?? "";
    const before = ofDocument.get(name);
    if (before !== undefined) return before;
    const result = prepare(schema, validator, known, document, operationName);
    ofDocument.set(name, result);
    return result;
  };
}

function prepare(
  schema: GraphQLSchema,
  validator: Validator,
  known: LRUCache<string, KnownOperation>,
  document: DocumentNode,
  operationName: string | undefined,
): PreparedOperation {
  const errors = validator(document);
  const operation = getOperationAST(document, operationName);
  if (errors.length > 0 || !operation) {
    return { errors, known: null, readVariables: given => ({ variables: { ...given }, errors: [] }) };
  }
  const hoisted = hoistLiterals(schema, document, operation);
  const text = print(hoisted.document);
  const same = known.get(text) ?? describe(schema, hoisted.document, text);
  known.set(text, same);
  return {
    errors: [],
    known: same,
    readVariables: createVariableReader(schema, document, operation, hoisted, same),
  };
}

function createVariableReader(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  hoisted: HoistedOperation,
  known: KnownOperation,
): PreparedOperation["readVariables"] {
  const read = (given: Variables): ReadVariables => {
    const { variables, problems } = coerceVariables(known.declared, hoisted.variablesOf(given));
    return { variables, errors: problems.map(problem => locateProblem(known.document, problem)) };
  };
  if (!hoisted.composes) return read;
  // What is put together with a variable must have the variable's own type too, not only the type of the whole.
  const declared = declaredVariables(schema, operation.variableDefinitions);
  return given => {
    const { variables, problems } = coerceVariables(declared, given);
    if (problems.length === 0) return read(variables);
    return { variables, errors: problems.map(problem => locateProblem(document, problem)) };
  };
}

function describe(schema: GraphQLSchema, document: DocumentNode, text: string): KnownOperation {
  const operation = document.definitions.find(one => one.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error("a hoisted document holds one operation");
  return {
    document,
    operation,
    hash: createHash("sha256").update(text).digest("hex"),
    declared: declaredVariables(schema, operation.variableDefinitions),
    takesArguments: takesArguments(document),
    cost: createOperationCost(schema, document),
  };
}

function takesArguments(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field(field) {
      // What is asked about the schema itself names nobody.
      if (field.name.value.startsWith("__")) return false;
      if (field.arguments !== undefined && field.arguments.length > 0) found = true;
      return undefined;
    },
  });
  return found;
}
