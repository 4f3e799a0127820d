import fc from "fast-check";
import {
  execute,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type SelectionSetNode,
} from "graphql";
import type { OperationAuthorizer } from "../../../../gateway/auth/authorizeOperation";
import { restoreDenied } from "../../../../gateway/auth/restoreDenied";
import type { Caller } from "../../../../schema/contract/claims";
import { callerWith } from "./callers";
import { executeWithDenials, isFieldDenied } from "./deniedByExecution";
import { randomOperation } from "./randomOperation";
import { createSyntheticAuthorizer } from "./syntheticAuthorizer";
import { ALL_SCOPES, ROOT } from "./syntheticSubgraphs";
import { startSyntheticGateway, type SyntheticGateway } from "./syntheticSupergraph";

const VARIABLES = { yes: true, no: false };
const RULES = specifiedRules.filter(rule => rule !== NoUnusedVariablesRule);

let gateway: SyntheticGateway;
let authorizer: OperationAuthorizer;

beforeAll(async () => {
  gateway = await startSyntheticGateway();
  authorizer = createSyntheticAuthorizer(gateway);
});

afterAll(() => gateway.stop());

const callers = fc.subarray(ALL_SCOPES).map(scopes => callerWith(scopes));

function parseValid(text: string): DocumentNode | null {
  const document = parse(text);
  return validate(gateway.apiSchema, document, RULES).length === 0 ? document : null;
}

/** Policies and steps have tests of their own: here every question is granted. */
function authorize(document: DocumentNode, caller: Caller) {
  const operation = { document, operationName: null, variables: VARIABLES };
  const { questions } = authorizer.inquire(operation, caller);
  const answers = new Map(questions.map(question => [question.id, null]));
  return authorizer.authorize(operation, caller, { answers, extendedAccess: true });
}

/** Every field of every object that can stand where it is selected, fragments inside fragments narrowing down. */
function deniedSelections(document: DocumentNode, caller: Caller): string[] {
  const schema = gateway.apiSchema;
  const scopes = new Set(caller.scopes);
  const possible = (type: GraphQLNamedType) =>
    isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  function walk(set: SelectionSetNode, types: readonly GraphQLObjectType[]): string[] {
    return set.selections.flatMap(selection => {
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        return walk(fragmentOf(document, selection.name.value), types);
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition && schema.getType(selection.typeCondition.name.value);
        return walk(
          selection.selectionSet,
          condition ? types.filter(one => possible(condition).includes(one)) : types,
        );
      }
      const name = selection.name.value;
      if (name === "__typename") return [];
      const denied = types.filter(type => isFieldDenied(schema, type.name, name, scopes));
      const results = types.flatMap(type => possible(getNamedType(type.getFields()[name]?.type ?? type)));
      const below = selection.selectionSet ? walk(selection.selectionSet, [...new Set(results)]) : [];
      return [...denied.map(type => `${type.name}.${name}`), ...below];
    });
  }
  const operation = document.definitions.find(one => one.kind === Kind.OPERATION_DEFINITION);
  return operation === undefined
    ? ["no operation"]
    : walk(operation.selectionSet, [schema.getQueryType() as GraphQLObjectType]);
}

function fragmentOf(document: DocumentNode, name: string): SelectionSetNode {
  const found = document.definitions.find(
    one => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name,
  );
  return (found as FragmentDefinitionNode).selectionSet;
}

function endsAtNull(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data;
  for (const step of path) {
    if (value === null) return true;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value === null;
}

const run = (document: DocumentNode) =>
  execute({ schema: gateway.apiSchema, document, rootValue: ROOT, variableValues: VARIABLES }) as
    ExecutionResult | Promise<ExecutionResult>;

test("no operation that is left for planning selects a field that its caller may not see", () => {
  fc.assert(
    fc.property(randomOperation(gateway.apiSchema), callers, (text, caller) => {
      const document = parseValid(text);
      fc.pre(document !== null);
      const authorized = authorize(document, caller);
      if (authorized.document === null) return;
      expect(deniedSelections(authorized.document, caller)).toEqual([]);
      expect(validate(gateway.apiSchema, authorized.document, RULES)).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

test("the restored answer is what an executor gives that refuses denied fields itself, key for key", async () => {
  await fc.assert(
    fc.asyncProperty(randomOperation(gateway.apiSchema), callers, async (text, caller) => {
      const document = parseValid(text);
      fc.pre(document !== null);
      const authorized = authorize(document, caller);
      const answer = authorized.document === null ? { data: {} } : await run(authorized.document);
      const restored = restoreDenied(authorized, answer);
      const expected = await executeWithDenials(
        gateway.apiSchema,
        document,
        VARIABLES,
        new Set(caller.scopes),
      );
      expect(JSON.stringify(restored.data)).toBe(JSON.stringify(expected.data));
      // Wherever the other executor refuses, the caller is told. They may be told more: where a denied field takes
      // its parent with it, whether there was a parent is not found out.
      if (expected.errors) expect(restored.errors).not.toBeUndefined();
      for (const error of restored.errors ?? [])
        expect(endsAtNull(restored.data, error.path ?? [])).toBe(true);
    }),
    { numRuns: 600 },
  );
});

test("a real gateway plans and answers what is left, and the restored answer is the same", async () => {
  await fc.assert(
    fc.asyncProperty(randomOperation(gateway.apiSchema), callers, async (text, caller) => {
      const document = parseValid(text);
      fc.pre(document !== null);
      const authorized = authorize(document, caller);
      const answer =
        authorized.document === null
          ? { data: {} }
          : await gateway.execute(authorized.document, authorized.operationKey, VARIABLES);
      expect(answer.errors).toBeUndefined();
      const restored = restoreDenied(authorized, answer);
      const expected = await executeWithDenials(
        gateway.apiSchema,
        document,
        VARIABLES,
        new Set(caller.scopes),
      );
      expect(JSON.parse(JSON.stringify(restored.data))).toEqual(JSON.parse(JSON.stringify(expected.data)));
    }),
    { numRuns: 150 },
  );
});
