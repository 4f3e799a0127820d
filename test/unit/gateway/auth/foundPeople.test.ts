import { buildSchema } from "graphql";
import { createOperationAuthorizer } from "../../../../gateway/auth/authorizeOperation";
import { createFoundPeople, type Feeds } from "../../../../gateway/auth/foundPeople";
import { createPolicyRegistry } from "../../../../gateway/auth/policies/policyRegistry";
import { createPurposeBound, PURPOSE_BOUND } from "../../../../gateway/auth/policies/purposeBound";
import { createVerdicts } from "../../../../gateway/auth/policies/verdicts";
import { createStepLimit } from "../../../../gateway/auth/stepLimit";
import { callerWith } from "./callers";
import { operationOf, UNDECIDED } from "./syntheticAuthorizer";

// One may be asked for, all others come up: over a thing, a list, or what a change answers.
const schema = buildSchema(`
  type Query { person(id: ID): Person thing(number: ID): Thing list: [Person!] found: [Found!] changes: [Change!] papers: Papers }
  type Mutation { add: Person }
  union Found = Person | Thing
  type Papers { title: String people: [Person!] things: [Thing!] }
  type Change { at: String thing: Thing person: Person }
  type Person { id: ID! face: Face things: [Thing!] friend: Person papers: Papers }
  type Face { name: String number: String }
  type Thing { number: ID sort: String holder: Person others: [Thing!] }
`);
const requirements = {
  byCoordinate: new Map(
    ["Query.person", "Query.thing"].map(at => [at, { scopes: null, policies: [[PURPOSE_BOUND]] }]),
  ),
  personTypes: new Set(["Person"]),
  personKeys: new Map([["Person", "id"]]),
  entityTypes: new Set(["Person", "Thing"]),
};
const purposeBound = createPurposeBound({
  verdicts: createVerdicts(() => new Date()),
  purposeSubgraphs: {},
  subjectArguments: {},
  personLists: {},
});
const FEEDS: Feeds = {
  fields: ["Query.changes"],
  tell: { BANK: "ALL", POLICE: { Person: ["id"], Thing: ["holder"] } },
};
const authorizer = createOperationAuthorizer({
  schema,
  requirements,
  policies: createPolicyRegistry([purposeBound], requirements, ["Query", "Mutation"]),
  steps: createStepLimit(requirements),
  found: createFoundPeople(requirements, {
    subjectArguments: { "Query.person": "id" },
    recognisedBy: {
      BANK: "ALL",
      POLICE: { Person: ["id", "face"], Face: ["name"], Thing: ["holder", "sort"] },
    },
    gatherings: ["Papers"],
    confirmedBy: {},
    feeds: FEEDS,
  }),
  owners: {},
  acts: {},
  unmarkedFields: "allow",
  documentType: null,
});
const OFFICER = callerWith([], { kind: "POLICE" });

/** What an officer is denied whose purpose is true for whomever they ask for. */
function deniedPaths(text: string, caller = OFFICER, extendedAccess = false): string[] {
  const operation = operationOf(text);
  const answers = new Map(authorizer.inquire(operation, caller).questions.map(({ id }) => [id, null]));
  const { denied } = authorizer.authorize(operation, caller, { ...UNDECIDED, answers, extendedAccess });
  return denied.map(({ path }) => path.join("."));
}

test.each([
  ["the holder of a thing that was looked up", "{ thing { holder", "thing.holder"],
  ["whoever is on a list", "{ list { ...on Person", "list"],
  ["a member of a union", "{ found { ...on Person", "found"],
  ["whoever a change answers", "mutation { add { ...on Person", "add"],
])("of %s an officer sees who it is, and nothing they hold", (_, road, at) => {
  const text = `${road} { id face { name number } things { number } friend { id } } } }`;
  expect(deniedPaths(text)).toEqual([`${at}.face.number`, `${at}.things`, `${at}.friend`]);
});

test("of a thing that was looked up for no person an officer sees what it is, and not what it leads to", () => {
  // A purpose was looked at for it, but for nobody: it is true for whoever has any case.
  expect(deniedPaths("{ thing { sort number others { sort } holder { id } } }")).toEqual([
    "thing.number",
    "thing.others",
  ]);
  expect(deniedPaths("{ person { things { sort number others { number } } } }")).toEqual([]);
});

test("papers in which somebody stands who was asked for are no way to whoever else stands in them", () => {
  const behind = "papers { title people { id face { name } things { sort } } things { sort number } }";
  expect(deniedPaths(`{ person { ${behind} } ${behind} }`)).toEqual([
    "person.papers.people.things",
    "person.papers.things.number",
    "papers.people.things",
    "papers.things.number",
  ]);
});

test("a feed tells an officer that something happened, and no more of it than is said of feeds", () => {
  const text = "{ changes { at thing { number holder { id face { name } } } person { id face { name } } } }";
  expect(deniedPaths(text)).toEqual([
    "changes.thing.number",
    "changes.thing.holder.face",
    "changes.person.face",
  ]);
  // An institution's feed is of its own things alone.
  expect(deniedPaths(text, callerWith([], { kind: "BANK" }))).toEqual([]);
  // The same thing, asked for beside the feed, is what it was.
  expect(deniedPaths("{ changes { thing { sort } } thing { sort } }")).toEqual(["changes.thing.sort"]);
});

test("leave to go further is leave from the people of the case, not from whoever comes up", () => {
  expect(deniedPaths("{ list { things { number } } }", OFFICER, true)).toEqual(["list.things"]);
});

test("whoever was asked for is seen, and one step on", () => {
  expect(deniedPaths("{ person { face { number } things { holder { things { number } } } } }")).toEqual([]);
});

test("for kinds of callers who are told all, scopes and rows decide", () => {
  const text = "{ list { things { number } } }";
  expect(deniedPaths(text)).toEqual(["list.things"]);
  // With the same scopes, and the same document.
  expect(deniedPaths(text, callerWith([], { kind: "BANK" }))).toEqual([]);
});

test("kinds of callers of whom nothing is said are told of no person and no thing, by a list, papers or a feed", () => {
  const text =
    "{ list { id } changes { at person { id } thing { sort } } papers { title } person { face { name } } }";
  expect(deniedPaths(text, callerWith([], { kind: "CARRIER" }))).toEqual([
    "list.id",
    "changes.person.id",
    "changes.thing.sort",
  ]);
});
