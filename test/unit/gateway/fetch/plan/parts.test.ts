import { buildSchema } from "graphql";
import { mergeInto } from "../../../../../gateway/fetch/plan/mergeInto";
import { pathsTo } from "../../../../../gateway/fetch/plan/objectsAt";
import { pickRepresentation } from "../../../../../gateway/fetch/plan/pickRepresentation";
import { rewrite } from "../../../../../gateway/fetch/plan/rewrite";

type Json = Record<string, unknown>;

const SCHEMA = buildSchema(`
  type Query { found: [Found] }
  interface Found { id: ID }
  type Book implements Found { id: ID title: String }
  type Author implements Found { id: ID }
`);
const json = (text: string) => JSON.parse(text) as Json;

describe("what a fetch brought", () => {
  test.each<[string, string, string, string]>([
    ["is added beside what is there", `{"a":1}`, `{"b":2}`, `{"a":1,"b":2}`],
    ["is put into the object that is there", `{"a":{"b":1}}`, `{"a":{"c":2}}`, `{"a":{"b":1,"c":2}}`],
    [
      "is put into a list item by item",
      `{"a":[{"b":1},null]}`,
      `{"a":[{"c":2},{"c":3}]}`,
      `{"a":[{"b":1,"c":2},{"c":3}]}`,
    ],
    ["takes the place of a list of another length", `{"a":[{"b":1}]}`, `{"a":[]}`, `{"a":[]}`],
    ["takes the place of null", `{"a":null}`, `{"a":{"b":1}}`, `{"a":{"b":1}}`],
    ["may be null where something was", `{"a":{"b":1}}`, `{"a":null}`, `{"a":null}`],
    [
      "has names like any other",
      `{"constructor":{"a":1}}`,
      `{"constructor":{"b":2},"toString":3}`,
      `{"constructor":{"a":1,"b":2},"toString":3}`,
    ],
  ])("%s", (_, before, brought, after) => {
    const target = json(before);
    mergeInto(target, json(brought));
    expect(JSON.stringify(target)).toBe(after);
  });

  test("changes no other object by way of a prototype", () => {
    const target = {};
    mergeInto(target, json(`{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}`));
    mergeInto(target, json(`{"__proto__":{"more":true},"constructor":{"prototype":{"more":true}}}`));
    expect(({} as Json)["polluted"] ?? ({} as Json)["more"]).toBeUndefined();
    expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
    expect(JSON.stringify(target)).toContain(`"__proto__":{"polluted":true,"more":true}`);
  });
});

describe("what an entity is asked for by", () => {
  const KEY = [
    { kind: "Field", name: "__typename" },
    { kind: "Field", name: "id" },
  ] as const;
  const of = (typeCondition: string) => [
    { kind: "InlineFragment" as const, typeCondition, selections: [...KEY] },
  ];

  test("is its key, under the names that the plan has for it", () => {
    const alias = [{ kind: "Field" as const, alias: "key", name: "id" }];
    expect(pickRepresentation(SCHEMA, { key: "1", title: "x" }, alias)).toEqual({ key: "1" });
  });
  test("may go through objects, lists and nulls", () => {
    const selections = [{ kind: "Field" as const, name: "id" }];
    const requires = [{ kind: "Field" as const, name: "parts", selections }];
    const object = { parts: [{ id: 1, more: 2 }, null, { more: 3 }] };
    expect(pickRepresentation(SCHEMA, object, requires)).toEqual({ parts: [{ id: 1 }, null, null] });
  });
  test.each<[string, Json, string, Json]>([
    ["the type itself", { __typename: "Book", id: "1" }, "Book", { __typename: "Book", id: "1" }],
    ["an interface that it has", { __typename: "Book", id: "1" }, "Found", { __typename: "Book", id: "1" }],
    ["another type", { __typename: "Author", id: "1" }, "Book", {}],
    ["a type that nobody knows", { __typename: "Ghost", id: "1" }, "Found", {}],
    ["its type, but not its key", { __typename: "Book" }, "Book", {}],
    ["no type", { id: "1" }, "Book", {}],
  ])("is read of an object that says %s", (_, object, condition, expected) => {
    expect(pickRepresentation(SCHEMA, object, of(condition))).toEqual(expected);
  });
  test("is nothing where a part of it is missing: nobody is asked for it", () => {
    expect(pickRepresentation(SCHEMA, { __typename: "Book" }, [...KEY])).toBeNull();
  });
});

describe("what the planner wants changed", () => {
  test("is set, of objects of one type alone, in lists too", () => {
    const value = { found: [{ __typename: "Book" }, { __typename: "Author" }, {}, null] };
    rewrite(SCHEMA, [{ kind: "ValueSetter", path: ["found", "... on Book", "id"], setValueTo: "7" }], value);
    expect(value.found).toEqual([
      { __typename: "Book", id: "7" },
      { __typename: "Author" },
      { id: "7" },
      null,
    ]);
  });
  test("is renamed, unless it is not there", () => {
    const value = { a: { id__1: "x" }, b: {}, c: { id__1: null } };
    for (const name of ["a", "b", "c"])
      rewrite(SCHEMA, [{ kind: "KeyRenamer", path: [name, "id__1"], renameKeyTo: "id" }], value);
    expect(JSON.stringify(value)).toBe(`{"a":{"id":"x"},"b":{},"c":{"id__1":null}}`);
  });
});

test("an object at a plan's path is found where it stands, whatever lists and nulls are on the way", () => {
  const root = json(`{"a":[{"b":[{"id":1},null]},null,{"b":null},{"b":[{"id":2}]}]}`);
  const found = [...pathsTo(root, ["a", "@", "b", "@"])].map(
    ([{ id }, path]) => `${String(id)} ${path.join(".")}`,
  );
  expect(found).toEqual(["1 a.0.b.0", "2 a.3.b.0"]);
});
