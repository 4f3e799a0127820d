import type { ExecutionResult } from "graphql";
import { getIntrospectionQuery, parse, type IntrospectionQuery } from "graphql";
import { answerIntrospection } from "../../../../gateway/auth/answerIntrospection";
import type { OperationAuthorizer } from "../../../../gateway/auth/authorizeOperation";
import { callerWith } from "./callers";
import { createSyntheticAuthorizer, operationOf, UNDECIDED } from "./syntheticAuthorizer";
import { ALL_SCOPES } from "./syntheticSubgraphs";
import { startSyntheticGateway, type SyntheticGateway } from "./syntheticSupergraph";

let gateway: SyntheticGateway;
let authorizer: OperationAuthorizer;

beforeAll(async () => {
  gateway = await startSyntheticGateway();
  authorizer = createSyntheticAuthorizer(gateway);
});
afterAll(() => gateway.stop());

function introspect(
  text: string,
  scopes: readonly string[],
  variables: Record<string, unknown> = {},
): ExecutionResult {
  const caller = callerWith(scopes);
  const { document, introspection } = authorizer.authorize(operationOf(text, variables), caller, UNDECIDED);
  expect(document).toBeNull();
  if (introspection === null) throw new Error("nothing is asked about the schema");
  return answerIntrospection(authorizer.visibleTo(caller), introspection, variables);
}

/** `Type` and `Type.field` of all that is told. */
function namesTold(scopes: readonly string[]): string[] {
  const { data, errors } = introspect(getIntrospectionQuery(), scopes);
  expect(errors).toBeUndefined();
  const { types } = (data as unknown as IntrospectionQuery).__schema;
  return types.flatMap(type => [
    type.name,
    ...(type.kind === "OBJECT" || type.kind === "INTERFACE"
      ? type.fields.map(field => `${type.name}.${field.name}`)
      : []),
  ]);
}

test("a caller is told nothing that they could not ask for", () => {
  const told = namesTold([]);
  for (const hidden of [
    "Book",
    "Mood",
    "Weight",
    "Review",
    "Query.search",
    "Query.book",
    "Query.unmarked",
    "Person.secret",
    "Node.secret",
    "Person.mood",
    "Person.reviews",
    "Mutation.rename",
    "Stone.weight",
  ]) {
    expect(told).not.toContain(hidden);
  }
  for (const shown of ["Query.person", "Person.id", "Stone.secret", "Node.id", "Mutation.touch"]) {
    expect(told).toContain(shown);
  }
});

test("an argument of a hidden type is hidden with it", () => {
  const text = `{ __type(name: "Query") { fields { name args { name } } } }`;
  const argsOf = (scopes: readonly string[]) =>
    (
      introspect(text, scopes).data as { __type: { fields: { name: string; args: unknown[] }[] } }
    ).__type.fields.find(field => field.name === "inMood")?.args;
  expect(argsOf([])).toEqual([]);
  expect(argsOf(["mood"])).toEqual([{ name: "mood" }]);
});

test("with every scope everything is told but what nobody may ask for", () => {
  const told = new Set(namesTold(ALL_SCOPES));
  const all = Object.values(gateway.apiSchema.getTypeMap()).filter(type => !type.name.startsWith("__"));
  const untold = all
    .flatMap(type => [
      type.name,
      ...("getFields" in type && !("parseValue" in type)
        ? Object.keys(type.getFields()).map(field => `${type.name}.${field}`)
        : []),
    ])
    .filter(name => !told.has(name) && !/^(Filter|ShopInput|ShopCode)\./.test(name));
  expect(untold.sort()).toEqual(["Bare.value", "Query.unmarked"]);
});

test("a hidden type asked for by name is not there, like one that never was", () => {
  const text = `query ($name: String!) { __type(name: $name) { name } }`;
  expect(introspect(text, [], { name: "Book" })).toEqual(introspect(text, [], { name: "Nothing" }));
  expect(introspect(text, ["book"], { name: "Book" }).data).toEqual({ __type: { name: "Book" } });
});

test("in a fragment, under an alias and under a condition it is told no more", () => {
  const text = `query ($yes: Boolean!) { ...F @include(if: $yes) } fragment F on Query { a: __type(name: "Book") { ...G } } fragment G on __Type { name }`;
  expect(introspect(text, [], { yes: true }).data).toEqual({ a: null });
  const excluded = operationOf(text, { yes: false });
  expect(authorizer.authorize(excluded, callerWith([]), UNDECIDED)).toMatchObject({
    document: null,
    introspection: null,
  });
});

test("variables of the rest of the operation do not disturb it, whatever their types", () => {
  const caller = callerWith([]);
  const operation = operationOf(
    `query ($mood: Mood) { __typename inMood(mood: $mood) { id } __schema { queryType { name } } }`,
  );
  const { introspection } = authorizer.authorize(operation, caller, UNDECIDED);
  if (introspection === null) throw new Error("nothing is asked about the schema");
  const { data, errors } = answerIntrospection(authorizer.visibleTo(caller), introspection, { mood: "CALM" });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ __schema: { queryType: { name: "Query" } } });
});

test("where nothing at all may be asked for the question is refused", () => {
  expect(() =>
    answerIntrospection(authorizer.visibleTo(null), parse(`{ __schema { queryType { name } } }`), {}),
  ).toThrow("nothing here");
});
