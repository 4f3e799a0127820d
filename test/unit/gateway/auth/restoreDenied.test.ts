import { buildSchema, GraphQLError, type ExecutionResult } from "graphql";
import { createOperationAuthorizer } from "../../../../gateway/auth/authorizeOperation";
import { createPolicyRegistry } from "../../../../gateway/auth/policies/policyRegistry";
import { readRequirements } from "../../../../gateway/auth/requirements";
import { ERRORS_PER_FIELD, restoreDenied } from "../../../../gateway/auth/restoreDenied";
import { createFoundPeople } from "../../../../gateway/auth/foundPeople";
import { createStepLimit } from "../../../../gateway/auth/stepLimit";
import { callerWith } from "./callers";
import { NOBODY_FOUND, operationOf, UNDECIDED } from "./syntheticAuthorizer";

const SDL = `
  schema @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
         @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY) { query: Query }
  directive @link(url: String, for: String) repeatable on SCHEMA
  directive @authenticated on OBJECT
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION
  type Query @authenticated { rows: [Row] strictRows: [Row!] matrix: [[Row!]]! one: Row }
  type Row @authenticated {
    id: ID
    hidden: Int @requiresScopes(scopes: [["hidden"]])
    never: Int! @requiresScopes(scopes: [["hidden"]])
    next: Row
  }`;
const requirements = readRequirements(SDL);
const authorizer = createOperationAuthorizer({
  schema: buildSchema(SDL),
  requirements,
  policies: createPolicyRegistry([], requirements, ["Query"]),
  steps: createStepLimit(requirements),
  found: createFoundPeople(requirements, NOBODY_FOUND),
  owners: {},
  acts: {},
  unmarkedFields: "deny",
  documentType: null,
});

function restore(
  text: string,
  result: ExecutionResult,
  variables: Record<string, unknown> = {},
): ExecutionResult {
  const authorized = authorizer.authorize(operationOf(text, variables), callerWith([]), UNDECIDED);
  return restoreDenied(authorized, result);
}

const paths = ({ errors }: ExecutionResult) => (errors ?? []).map(error => error.path);

test("each denied place in a list is null, with an error that names it", () => {
  const restored = restore(`{ rows { hidden id } }`, { data: { rows: [{ id: "a" }, null, { id: "b" }] } });
  expect(JSON.stringify(restored.data)).toBe(
    `{"rows":[{"hidden":null,"id":"a"},null,{"hidden":null,"id":"b"}]}`,
  );
  expect(paths(restored)).toEqual([
    ["rows", 0, "hidden"],
    ["rows", 2, "hidden"],
  ]);
});

test("a field denied in very many places has a bounded number of errors, and the last one counts the rest", () => {
  const rows = Array.from({ length: 1_000 }, () => ({ id: "a" }));
  const { errors } = restore(`{ rows { id hidden } }`, { data: { rows } });
  expect(errors).toHaveLength(ERRORS_PER_FIELD);
  expect(errors?.at(-1)?.extensions).toEqual({ code: "FORBIDDEN", furtherPlaces: 1_000 - ERRORS_PER_FIELD });
  expect(errors?.[0]?.extensions).toEqual({ code: "FORBIDDEN" });
});

test.each([
  [
    "its object, where null may stand there",
    `{ rows { id never } }`,
    { rows: [{ id: "a" }] },
    { rows: [null] },
  ],
  [
    "the list too, where not",
    `{ strictRows { id never } }`,
    { strictRows: [{ id: "a" }] },
    { strictRows: null },
  ],
  [
    "the inner list of a list",
    `{ matrix { id never } }`,
    { matrix: [[{ id: "a" }], []] },
    { matrix: [null, []] },
  ],
  ["nothing of an empty list", `{ strictRows { id never } }`, { strictRows: [] }, { strictRows: [] }],
  [
    "an object that is included by a variable",
    `query ($yes: Boolean!) { rows { id never @include(if: $yes) } }`,
    { rows: [{ id: "a" }] },
    { rows: [null] },
  ],
])("a denied non-null field takes %s", (_, text, data, expected) => {
  expect(restore(text, { data }, { yes: true }).data).toEqual(expected);
});

test("a subgraph's own errors stay, before ours", () => {
  const own = new GraphQLError("down", { path: ["one", "id"] });
  const restored = restore(`{ one { id hidden } }`, { data: { one: { id: null } }, errors: [own] });
  expect(paths(restored)).toEqual([
    ["one", "id"],
    ["one", "hidden"],
  ]);
  expect(restored.errors?.[0]).toBe(own);
});

test("what is null for another reason is not called forbidden", () => {
  expect(restore(`{ one { id hidden } }`, { data: { one: null } })).toEqual({ data: { one: null } });
  expect(restore(`{ one { id hidden } }`, { data: null })).toEqual({ data: null });
});

test("an answer in which nothing is denied is passed on as it is", () => {
  const result = { data: { one: { id: "a" } } };
  expect(restore(`{ one { id } }`, result)).toBe(result);
});

test("a subgraph's error names the place as the caller wrote it, whatever the planner was given", () => {
  const text = `{ one: rows { never: next { hidden: id } } }`;
  const { shape } = authorizer.authorize(operationOf(text), callerWith([]), UNDECIDED);
  const rows = shape.entries[0];
  const next = rows?.child?.entries[0];
  const path = [rows?.source ?? "", 0, next?.source ?? "", next?.child?.entries[0]?.source ?? ""];
  expect(path).not.toContain("never");
  const down = new GraphQLError("down", { path, extensions: { code: "SUBGRAPH_UNAVAILABLE" } });
  for (const data of [{ [path[0] as string]: null }, null]) {
    const [told] = restoreDenied({ shape }, { data, errors: [down] }).errors ?? [];
    expect(told).toMatchObject({ message: "down", extensions: { code: "SUBGRAPH_UNAVAILABLE" } });
    expect(told?.path).toEqual(["one", 0, "never", "hidden"]);
  }
});

test("one document restores answers to different variables, each by its own", () => {
  const text = `query ($yes: Boolean!) { one { id hidden @include(if: $yes) next @skip(if: $yes) { hidden } } }`;
  const operation = operationOf(text);
  const answers = [true, false, true].map(yes => {
    const authorized = authorizer.authorize({ ...operation, variables: { yes } }, callerWith([]), UNDECIDED);
    return restoreDenied(authorized, { data: { one: { id: "a", ...(yes ? {} : { next: {} }) } } });
  });
  const included = { one: { id: "a", hidden: null } };
  expect(answers.map(({ data }) => data)).toEqual([
    included,
    { one: { id: "a", next: { hidden: null } } },
    included,
  ]);
});

test("errors are errors to whoever formats them, and what one answer does to its own does not reach another's", () => {
  const [error] = restore(`{ one { hidden } }`, { data: { one: {} } }).errors ?? [];
  expect(error).toBeInstanceOf(GraphQLError);
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    message: "You may not see this.",
    path: ["one", "hidden"],
    extensions: { code: "FORBIDDEN" },
  });
  expect(() => Object.assign(error?.extensions ?? {}, { code: "INTERNAL" })).toThrow(TypeError);
});

test("a response key of the prototype's name pollutes nothing", () => {
  const data = JSON.parse(`{ "one": { "__proto__": "a" } }`) as Record<string, unknown>;
  const text = `{ one { __proto__: id hidden } }`;
  const authorized = authorizer.authorize(operationOf(text), callerWith([]), UNDECIDED);
  const source = authorized.shape.entries[0]?.child?.entries[0]?.source ?? "";
  const planned = { one: { [source]: "a" } };
  const restored = restoreDenied(authorized, { data: source === "__proto__" ? data : planned });
  expect(JSON.stringify(restored.data)).toBe(`{"one":{"__proto__":"a","hidden":null}}`);
  expect(Object.getPrototypeOf({})).not.toHaveProperty("hidden");
  expect(({} as Record<string, unknown>)["a"]).toBeUndefined();
});
