import { parse, print, type ExecutionResult } from "graphql";
import { createIdentify } from "../../../../gateway/auth/identify";
import { createOperationGuard, type GuardOptions } from "../../../../gateway/auth/operationGuard";
import type { OperationGuard, UnderstoodOperation } from "../../../../gateway/requestContext";
import { loadSupergraph } from "../../../../gateway/supergraph/loadSupergraph";
import { startApolloGateway, type StartedGateway } from "../../../../gateway/supergraph/startApolloGateway";
import type { RequestClaims } from "../../../../schema/contract/claims";
import { callerWith } from "./callers";
import { composeSynthetic } from "./syntheticSupergraph";

const SDL = composeSynthetic([
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
    import: ["@key", "@tag", "@authenticated", "@requiresScopes", "@policy", "@inaccessible"])
  type Query {
    person(card: CardInput!): Person @requiresScopes(scopes: [["person:read"]]) @policy(policies: [["purpose_bound"]])
    work(shop: ID!): [Person!] @authenticated @policy(policies: [["own_institution:shop"]])
    policyVerdict(policy: String!, purpose: String!, reference: String!, subjectIds: [ID!]!): [Boolean!]! @inaccessible @authenticated
  }
  type Mutation { note(shop: ID!): Person @authenticated @policy(policies: [["own_institution:shop"]]) }
  type Person @key(fields: "id") @tag(name: "person") @authenticated {
    id: ID!
    friend: Person
    secret: String @requiresScopes(scopes: [["secret:read"]])
    rows: [Int!] @policy(policies: [["own_person"], ["case_assigned"]])
  }
  input CardInput { number: String! token: ID @inaccessible }`,
]);

let planner: StartedGateway;
let send: jest.Mock<Promise<ExecutionResult>, Parameters<GuardOptions["send"]>>;
let guard: OperationGuard;

beforeAll(async () => {
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  planner = await startApolloGateway({
    plannerSdl: loadSupergraph(SDL).plannerSdl,
    logger,
  });
});
afterAll(() => planner.stop());

/** The subgraph says yes to what is named here, for the purpose itself to "". */
let granted: readonly string[];

beforeEach(() => {
  granted = [];
  send = jest.fn((...[, , variables]: Parameters<GuardOptions["send"]>) => {
    const subjects = variables["subjectIds"] as string[];
    const asked = subjects.length === 0 ? [`${String(variables["policy"])}:`] : subjects;
    return Promise.resolve({ data: { policyVerdict: asked.map(one => granted.includes(one)) } });
  });
  guard = createGuard();
});

function createGuard(rest: Partial<GuardOptions> = {}): OperationGuard {
  return createOperationGuard({
    unmarkedFields: "deny",
    documentType: "CardInput",
    subjectArguments: {},
    personLists: {},
    links: {},
    recognisedBy: { BANK: "ALL", POLICE: "ALL" },
    gatherings: [],
    confirmedBy: {},
    feeds: { fields: [], tell: {} },
    owners: {},
    acts: {},
    purposeSubgraphs: { CASE: ["s0"] },
    approvingSubgraphs: { CASE: ["s0"] },
    send,
    clock: () => new Date(),
    ...rest,
  })({ sdl: SDL, clientSchema: planner.clientSchema });
}

const CLAIMS: RequestClaims = {
  caller: callerWith(["person:read"], { kind: "POLICE", institution: "A" }),
  purpose: "CASE",
  reference: "2026-1",
  view: "police",
  extendedAccess: false,
};

function permit(text: string, variables: Record<string, unknown>, claims: Partial<RequestClaims> = {}) {
  const operation: UnderstoodOperation = {
    document: parse(text),
    operationType: text.startsWith("mutation") ? "mutation" : "query",
    operationName: null,
    hash: text,
    variables,
    tokens: [],
    // What the tokenising step does, in short: each card is its own token.
    rangesOf: () => [],
    tokensIn: value =>
      typeof value === "object" && value !== null && "number" in value ? [String(value.number)] : [],
  };
  return guard.permit(operation, { ...CLAIMS, ...claims });
}

const ofPerson = (selection: string) => `query ($card: CardInput!) { person(card: $card) ${selection} }`;
const card = (number: string) => ({ card: { number } });
const codes = ({ errors }: ExecutionResult) => (errors ?? []).map(error => error.extensions["code"]);

test("a person whom the subgraph confirms is planned for, and the verdict is asked with the caller's claims", async () => {
  granted = ["T-1"];
  const { document, refusal, denied } = await permit(ofPerson("{ id }"), card("T-1"));
  expect(document && print(document)).toContain("person(card: $card)");
  expect({ refusal, denied }).toEqual({ refusal: null, denied: [] });
  expect(send).toHaveBeenCalledTimes(1);
  const [subgraph, question, variables, claims] = send.mock.calls[0] ?? [];
  expect(subgraph).toBe("s0");
  expect(question && print(question)).toContain("policyVerdict(");
  expect(variables).toEqual({
    policy: "purpose_bound",
    purpose: "CASE",
    reference: "2026-1",
    subjectIds: ["T-1"],
  });
  expect(claims).toEqual(CLAIMS);
});

test("one whom it does not confirm is null, and nothing is left to be asked", async () => {
  const permission = await permit(ofPerson("{ id }"), card("T-2"));
  expect(permission.document).toBeNull();
  expect(permission.denied).toEqual(["Query.person"]);
  const result = permission.restore({ data: {} });
  expect(result.data).toEqual({ person: null });
  expect(codes(result)).toEqual(["FORBIDDEN"]);
});

test("the same operation for two people is decided for each of them", async () => {
  granted = ["T-1"];
  expect((await permit(ofPerson("{ id }"), card("T-1"))).document).not.toBeNull();
  expect((await permit(ofPerson("{ id }"), card("T-2"))).document).toBeNull();
});

test("without a purpose the caller is told that one is missing, and no subgraph is asked", async () => {
  const permission = await permit(ofPerson("{ id }"), card("T-1"), {
    purpose: null,
    reference: null,
  });
  expect(permission.document).toBeNull();
  expect(codes(permission.restore({ data: {} }))).toEqual(["PURPOSE_REQUIRED"]);
  expect(send).not.toHaveBeenCalled();
});

test("where the scope is missing nobody is asked whether the purpose is true", async () => {
  const { denied } = await permit(ofPerson("{ id }"), card("T-1"), { caller: callerWith([]) });
  expect(denied).toEqual(["Query.person"]);
  expect(send).not.toHaveBeenCalled();
});

test.each([
  ["with the lead's approval", ["T-1", "extended_access:"], true, []],
  ["without it", ["T-1"], false, ["Person.friend"]],
])("a second step %s", async (_, yes, extendedAccess, denied) => {
  granted = yes;
  const permission = await permit(ofPerson("{ friend { friend { id } } }"), card("T-1"));
  expect(permission.denied).toEqual(denied);
  expect(permission.claims).toEqual({ ...CLAIMS, extendedAccess });
});

test("a mutation in another's name is refused whole", async () => {
  const text =
    "mutation ($mine: ID!, $other: ID!) { a: note(shop: $mine) { id } b: note(shop: $other) { id } }";
  const { refusal } = await permit(text, { mine: "A", other: "B" });
  expect(refusal).toMatchObject({ path: ["b"], extensions: { code: "FORBIDDEN" } });
  expect((await permit(text, { mine: "A", other: "A" })).refusal).toBeNull();
});

test("rows are the subgraph's business", async () => {
  granted = ["T-1"];
  const { document } = await permit(ofPerson("{ rows }"), card("T-1"));
  expect(document && print(document)).toContain("rows");
});

test("what is asked about the schema stands among the data, and tells of nothing that the caller may not ask for", async () => {
  granted = ["T-1"];
  const text = `query ($card: CardInput!) { __schema { queryType { name } } person(card: $card) { id secret } __type(name: "Person") { fields { name } } }`;
  const permission = await permit(text, card("T-1"));
  expect(permission.document && print(permission.document)).not.toContain("__");
  const { data } = permission.restore({ data: { person: { id: "T-1" } } });
  expect(JSON.stringify(data)).toBe(
    JSON.stringify({
      __schema: { queryType: { name: "Query" } },
      person: { id: "T-1", secret: null },
      __type: { fields: [{ name: "id" }, { name: "friend" }, { name: "rows" }] },
    }),
  );
});

test("a supergraph with a policy that nobody here knows is not served", () => {
  const sdl = SDL.replace('"own_institution:shop"', '"own_galaxy:shop"');
  const create = createOperationGuard({
    unmarkedFields: "deny",
    documentType: null,
    subjectArguments: {},
    personLists: {},
    links: {},
    recognisedBy: { BANK: "ALL" },
    gatherings: [],
    confirmedBy: {},
    feeds: { fields: [], tell: {} },
    owners: {},
    acts: {},
    purposeSubgraphs: {},
    approvingSubgraphs: {},
    send,
    clock: () => new Date(),
  });
  expect(() => create({ sdl, clientSchema: planner.clientSchema })).toThrow("own_galaxy");
});

describe("who asks, from the headers", () => {
  const caller = callerWith([], { kind: "BANK", institution: "102" });
  const identify = createIdentify(authorization =>
    authorization === "Bearer good" ? Promise.resolve(caller) : Promise.reject(new Error("refused")),
  );

  test("a caller with purpose and reference sees their own institution's rows", async () => {
    const headers = { authorization: "Bearer good", "duanka-purpose": "ORDER", "duanka-reference": "7" };
    expect(await identify(headers)).toEqual({
      caller,
      purpose: "ORDER",
      reference: "7",
      view: "bank:102",
      extendedAccess: false,
    });
  });

  test("no header claims an approval, a view or a caller", async () => {
    const headers = {
      authorization: "Bearer good",
      "duanka-claims": "x",
      "duanka-view": "police",
      extendedaccess: "true",
    };
    expect(await identify(headers)).toMatchObject({ view: "bank:102", extendedAccess: false });
  });

  test.each([[undefined], [["Bearer good", "Bearer good"]]])(
    "%s is no authorization",
    async authorization => {
      await expect(identify({ authorization })).rejects.toThrow("refused");
    },
  );
});
