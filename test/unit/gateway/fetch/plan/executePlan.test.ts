import { createHash } from "node:crypto";
import { ApolloGateway } from "@apollo/gateway";
import fc from "fast-check";
import { graphql, GraphQLError, parse, validate, type ExecutionResult } from "graphql";
import { executePlan, type SendFetch } from "../../../../../gateway/fetch/plan/executePlan";
import { shapeAnswer } from "../../../../../gateway/fetch/shape/shapeAnswer";
import { createPlanOperation, type PlanOperation } from "../../../../../gateway/planOperation";
import { loadSupergraph } from "../../../../../gateway/supergraph/loadSupergraph";
import {
  startApolloGateway,
  type ExecutorContext,
  type StartedGateway,
} from "../../../../../gateway/supergraph/startApolloGateway";
import { createLibrarySchemas, LIBRARY_SDL } from "../../../../flow/gateway/support/libraryWorld";
import { randomOperation } from "../../../../flow/gateway/support/randomOperation";

type Json = Record<string, unknown>;

const SCHEMAS = createLibrarySchemas();
const SUPERGRAPH = loadSupergraph(LIBRARY_SDL);
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
/** Of so many entities, and of so many fetches, one is lost. */
const ONE_IN = 7;

/** Whether this is one of those that are lost: the same each time it is asked. */
const isLost = (...what: unknown[]) =>
  createHash("sha256").update(JSON.stringify(what)).digest().readUInt32BE() % ONE_IN === 0;

/** What a subgraph says that loses some of its entities and some whole fetches. */
async function answerOf(
  subgraph: string,
  source: string,
  variables: Json,
  faults: number | null,
): Promise<ExecutionResult<Json>> {
  const schema = SCHEMAS[subgraph as keyof typeof SCHEMAS];
  const answered = await graphql({ schema, source, variableValues: variables });
  const { data, errors = [] } = JSON.parse(JSON.stringify(answered)) as ExecutionResult<Json>;
  if (faults === null) return { data, errors };
  if (isLost(faults, source, variables)) return { data: null, errors: [new GraphQLError("lost")] };
  const entities = data?.["_entities"];
  if (!Array.isArray(entities)) return { data, errors };
  const lost = entities.flatMap((_, index) => (isLost(faults, source, index) ? [index] : []));
  for (const index of lost) entities[index] = null;
  return {
    data,
    errors: [...errors, ...lost.map(index => new GraphQLError("lost", { path: ["_entities", index] }))],
  };
}

/** What a road made of an operation; errors by their paths, in no order. */
const told = (data: unknown, errors: readonly GraphQLError[] = []) => ({
  data: JSON.parse(JSON.stringify(data ?? null)) as unknown,
  errors: errors.map(({ message, path }) => `${message} ${JSON.stringify(path ?? [])}`).sort(),
});

describe("a plan that is carried out here", () => {
  let apollo: ApolloGateway;
  let executor: ApolloGateway["executor"];
  let gateway: StartedGateway;
  let planOperation: PlanOperation;
  let faults: number | null = null;
  beforeAll(async () => {
    const { plannerSdl } = SUPERGRAPH;
    apollo = new ApolloGateway({
      supergraphSdl: plannerSdl,
      logger: SILENT,
      // As ours has it: other plans have other fetches, of which others would be lost.
      queryPlannerConfig: { exposeDocumentNodeInFetchNode: true, debug: { maxEvaluatedPlans: 2_000 } },
      buildService: ({ name }) => ({
        process: ({ request }) => answerOf(name, request.query ?? "", request.variables ?? {}, faults),
      }),
    });
    ({ executor } = await apollo.load());
    gateway = await startApolloGateway({ plannerSdl, logger: SILENT });
    planOperation = createPlanOperation(gateway);
  });
  afterAll(() => Promise.all([apollo.stop(), gateway.stop()]));

  const send: SendFetch = async ({ serviceName, operation }, variables) => {
    const { data, errors } = await answerOf(serviceName, operation, variables, faults);
    return { data: data ?? null, errors: errors ?? [] };
  };

  const received = { metrics: {} } as ExecutorContext;

  async function carryOut(text: string, sending: SendFetch) {
    const { plan, shapeFor } = await planOperation(received, { document: parse(text), hash: text }, {});
    const gathered = await executePlan(plan, { schema: SUPERGRAPH.schema, variables: {}, send: sending });
    const { data, violations } = shapeAnswer(shapeFor({}), gathered.data);
    return { ...told(data, gathered.errors), violations };
  }

  async function askApollo(text: string) {
    const asked = { document: parse(text), queryHash: text, request: { variables: {} }, context: {} };
    const { data, errors } = await executor({ ...received, ...asked });
    return told(data, errors);
  }

  test("gives what Apollo's gateway gives, whatever entities and fetches are lost on the way", async () => {
    let compared = 0;
    let lost = 0;
    await fc.assert(
      fc.asyncProperty(randomOperation, fc.nat(1000), async (text, seed) => {
        fc.pre(validate(gateway.clientSchema, parse(text)).length === 0);
        faults = seed;
        const ours = await carryOut(text, send);
        const theirs = await askApollo(text);
        compared += 1;
        if (theirs.errors.length > 0) lost += 1;
        expect(ours.data).toEqual(theirs.data);
        // Apollo's puts an error at another object where not all of a list were asked for.
        expect(ours.errors).toHaveLength(theirs.errors.length);
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(20);
    expect(lost).toBeGreaterThan(10);
  }, 240_000);

  test("puts an error of an entity where that stands, although others of its list were not asked for", async () => {
    faults = null;
    const errors = [new GraphQLError("lost", { path: ["_entities", 0, "praise"] })];
    const text = `{ search(text: "x") { ... on Book { title } ... on Author { name praise } } }`;
    const answered = await carryOut(text, (fetch, variables, path) =>
      fetch.serviceName === "reviews"
        ? Promise.resolve({ data: null, errors })
        : send(fetch, variables, path),
    );
    expect(answered.data).toEqual({
      search: [{ title: "Title 1" }, { name: "Author 1", praise: null }, { title: "Title 2" }],
    });
    expect(answered.errors).toEqual([`lost ["search",1,"praise"]`]);
  });

  test("says where null had to be put although none may stand there, also where nobody told of an error", async () => {
    faults = null;
    const answered = await carryOut(`{ books(first: 2) { id mustCount } }`, (fetch, variables, path) =>
      fetch.serviceName === "stock"
        ? Promise.resolve({ data: null, errors: [] })
        : send(fetch, variables, path),
    );
    expect(answered).toEqual({
      data: null,
      errors: [],
      violations: [
        ["books", 0, "mustCount"],
        ["books", 1, "mustCount"],
      ],
    });
  });

  test("asks nobody about nothing", async () => {
    faults = null;
    const asked: string[] = [];
    const note: SendFetch = (fetch, variables, path) => {
      asked.push(fetch.serviceName);
      return send(fetch, variables, path);
    };
    await carryOut(`{ books(first: 0) { id inStock } }`, note);
    expect(asked).toEqual(["catalogue"]);
  });
});
