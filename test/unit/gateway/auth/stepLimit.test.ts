import { buildSchema, print } from "graphql";
import { createOperationAuthorizer } from "../../../../gateway/auth/authorizeOperation";
import { createPolicyRegistry } from "../../../../gateway/auth/policies/policyRegistry";
import { createFoundPeople } from "../../../../gateway/auth/foundPeople";
import { createStepLimit } from "../../../../gateway/auth/stepLimit";
import { callerWith } from "./callers";
import { NOBODY_FOUND, operationOf, UNDECIDED } from "./syntheticAuthorizer";

// People hold things, things have holders; a link ties things of others to a person.
const schema = buildSchema(`
  type Query { person: Person thing: Thing found: [Found!] changes: [Change!] }
  type Mutation { mark: Person }
  union Found = Person | Thing
  type Change { person: Person thing: Thing }
  type Person { id: ID friend: Person things: [Thing!] links(depth: Int! = 1): [Link!] related: [Found!] direct(depth: Int! = 1): [Person!] }
  type Thing { id: ID holder: Person phone: Phone moves: [Move!] trail(depth: Int! = 3): [Hop!] sameOwner: [Thing!] }
  type Hop { move: Move }
  type Phone { number: ID holder: Person usedFor: [Thing!] }
  type Move { from: Thing to: Thing far: Thing }
  type Link { thing: Thing holder: Person hops: Int }
`);
const steps = createStepLimit(
  { personTypes: new Set(["Person"]), entityTypes: new Set(["Person", "Thing", "Phone", "Move"]) },
  {
    "Person.links": { depthArgument: "depth", names: 1 },
    "Person.direct": { depthArgument: "depth", names: 0 },
    "Thing.trail": { depthArgument: "depth", names: 2 },
    "Thing.sameOwner": { depthArgument: null, names: 0 },
    "Move.far": { depthArgument: null, names: 0 },
  },
);
const requirements = {
  byCoordinate: new Map(),
  personTypes: new Set<string>(),
  personKeys: new Map<string, string>(),
  entityTypes: new Set<string>(),
};
const authorizer = createOperationAuthorizer({
  schema,
  requirements,
  policies: createPolicyRegistry([], requirements, ["Query", "Mutation"]),
  steps,
  found: createFoundPeople(requirements, NOBODY_FOUND),
  owners: {},
  acts: {},
  unmarkedFields: "allow",
  documentType: null,
});

function deniedPaths(
  text: string,
  variables: Record<string, unknown> = {},
  extendedAccess = false,
): string[] {
  const operation = operationOf(text, variables);
  const { denied } = authorizer.authorize(operation, callerWith([]), { ...UNDECIDED, extendedAccess });
  return denied.map(denial => denial.path.join("."));
}

test.each([
  ["the first person", `{ person { id } }`],
  ["the first person, reached over a thing", `{ thing { holder { id } } }`],
  ["the first person of each entry of a feed", `{ changes { person { id } thing { holder { id } } } }`],
  ["one other person", `{ person { friend { id } } }`],
  ["one other person behind a thing", `{ person { things { holder { id } } } }`],
  ["one other person behind two things", `{ person { things { phone { holder { id } } } } }`],
  ["two others, each one step away", `{ person { a: friend { id } b: friend { id } } }`],
  [
    "a link of one hop and the person at its end",
    `{ person { links { hops holder { id } thing { id holder { id } } } } }`,
  ],
  ["the same with its depth said", `{ person { links(depth: 1) { holder { id } } } }`],
  [
    "a trail of one step, the thing at its end and who holds it",
    `{ person { things { trail(depth: 1) { move { far { id holder { id } } } } } } }`,
  ],
  ["another's thing, and whose it is", `{ person { things { sameOwner { id holder { id } } } } }`],
  [
    "the other side of a movement, and whose it is",
    `{ person { things { moves { far { holder { id } } } } } }`,
  ],
  ["a link that ends at the person itself", `{ person { direct { id } } }`],
])("%s may be seen", (_, text) => {
  expect(deniedPaths(text)).toEqual([]);
});

test.each([
  ["a second step", `{ person { friend { friend { id } } } }`, ["person.friend.friend"]],
  [
    "a second step back over a thing",
    `{ person { things { holder { things { holder { id } } } } } }`,
    ["person.things.holder.things.holder"],
  ],
  [
    "a second step in a fragment",
    `{ person { friend { ...F } } } fragment F on Person { id friend { id } }`,
    ["person.friend.friend"],
  ],
  ["a link from a person one step away", `{ person { friend { links { hops } } } }`, ["person.friend.links"]],
  [
    "another's thing behind another's, though no person is passed",
    `{ person { things { sameOwner { sameOwner { id } } } } }`,
    ["person.things.sameOwner.sameOwner"],
  ],
  [
    "the other side of a movement behind the other side of one",
    `{ person { things { moves { far { moves { far { id } } } } } } }`,
    ["person.things.moves.far.moves.far"],
  ],
  [
    "the other side of a movement at the end of a trail",
    `{ person { things { trail(depth: 1) { move { far { moves { far { id } } } } } } } }`,
    ["person.things.trail.move.far.moves.far"],
  ],
  [
    "a stranger behind the end of a trail",
    `{ person { things { trail(depth: 1) { move { far { phone { holder { id } } } } } } } }`,
    ["person.things.trail.move.far.phone.holder"],
  ],
  [
    "a trail as long as it is when nothing is said",
    `{ person { things { trail { move { far { id } } } } } }`,
    ["person.things.trail"],
  ],
  ["a link of two hops", `{ person { links(depth: 2) { hops } } }`, ["person.links"]],
  [
    "a step from the person at the end of a link",
    `{ person { links { holder { friend { id } } } } }`,
    ["person.links.holder.friend"],
  ],
  [
    "a stranger behind what a link shows",
    `{ person { links { thing { phone { holder { id } } } } } }`,
    ["person.links.thing.phone.holder"],
  ],
  [
    "the other side of a movement behind a link",
    `{ person { links { thing { moves { to { holder { id } } } } } } }`,
    ["person.links.thing.moves.to.holder"],
  ],
  [
    "a step from where a link ends at once",
    `{ person { direct { friend { id } } } }`,
    ["person.direct.friend"],
  ],
  [
    "a place where a person can stand among others",
    `{ person { friend { related { ... on Thing { id } } } } }`,
    ["person.friend.related"],
  ],
  [
    "a second step in a mutation's result",
    `mutation { mark { friend { friend { id } } } }`,
    ["mark.friend.friend"],
  ],
])("%s may not", (_, text, denied) => {
  expect(deniedPaths(text)).toEqual(denied);
});

test("the person one step away is still there when what goes further is pruned", () => {
  const { document } = authorizer.authorize(
    operationOf(`{ person { friend { id friend { id } } } }`),
    callerWith([]),
    UNDECIDED,
  );
  expect(document && print(document).replace(/\s+/g, " ")).toContain("{ person { friend { id } } }");
});

test.each([
  [1, []],
  [0, []],
  [2, ["person.links"]],
  [3, ["person.links"]],
  [1_000_000, ["person.links"]],
  ["2", ["person.links"]],
  [null, []],
])("the depth is read from the variables of each request: %s", (depth, denied) => {
  const text = `query ($depth: Int!) { person { links(depth: $depth) { hops holder { id } } } }`;
  expect(deniedPaths(text, { depth })).toEqual(denied);
});

test("the depth is read from the operation's defaults", () => {
  const text = `query ($depth: Int! = 2) { person { links(depth: $depth) { hops } } }`;
  expect(deniedPaths(text)).toEqual(["person.links"]);
  expect(deniedPaths(text, { depth: 1 })).toEqual([]);
});

test("each of two links has its own depth", () => {
  const text = `query ($a: Int!, $b: Int!) { person { a: links(depth: $a) { hops } b: links(depth: $b) { hops } } }`;
  expect(deniedPaths(text, { a: 1, b: 2 })).toEqual(["person.b"]);
});

test("an approval opens further steps and deeper links", () => {
  const text = `query ($depth: Int!) { person { friend { friend { friend { id } } } links(depth: $depth) { holder { friend { id } } } } }`;
  expect(deniedPaths(text, { depth: 3 }, true)).toEqual([]);
});

test("an operation that stays within one step asks for no approval", () => {
  const exceeds = (text: string) => authorizer.inquire(operationOf(text), callerWith([])).exceedsSteps;
  expect(exceeds(`{ person { friend { id } links { holder { id } } } }`)).toBe(false);
  expect(exceeds(`{ person { friend { friend { id } } } }`)).toBe(true);
});
