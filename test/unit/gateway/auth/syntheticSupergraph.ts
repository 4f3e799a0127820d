import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import type { GraphQLResolverMap } from "@apollo/subgraph/dist/schema-helper";
import {
  graphql,
  isObjectType,
  parse,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from "graphql";
import { byId, LIBRARY, REVIEWS, ROOT, type Row } from "./syntheticSubgraphs";
import { executePlan, type SendFetch } from "../../../../gateway/fetch/plan/executePlan";
import { shapeAnswer } from "../../../../gateway/fetch/shape/shapeAnswer";
import { createPlanOperation } from "../../../../gateway/planOperation";
import { loadSupergraph } from "../../../../gateway/supergraph/loadSupergraph";
import { startApolloGateway, type ExecutorContext } from "../../../../gateway/supergraph/startApolloGateway";

/** The composed supergraph, in full. */
export function composeSynthetic(subgraphs: readonly string[] = [LIBRARY, REVIEWS]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map((sdl, index) => ({
      name: `s${index}`,
      typeDefs: parse(sdl),
      url: `http://s${index}.invalid`,
    })),
  );
  if (supergraphSdl === undefined) throw new Error(errors.map(error => error.message).join("\n"));
  return supergraphSdl;
}

/** A real gateway before the two subgraphs, and what its clients see of it. */
export interface SyntheticGateway {
  readonly supergraphSdl: string;
  readonly apiSchema: GraphQLSchema;
  /** Documents that reached a subgraph, by subgraph. */
  readonly fetched: Map<string, string[]>;
  execute(document: DocumentNode, key: string, variables: Row): Promise<ExecutionResult>;
  stop(): Promise<void>;
}

/** Starts the planner on the stripped supergraph, with both subgraphs in this process. */
export async function startSyntheticGateway(): Promise<SyntheticGateway> {
  const supergraphSdl = composeSynthetic();
  const fetched = new Map<string, string[]>();
  const sources = new Map([
    ["s0", createSource(LIBRARY)],
    ["s1", createSource(REVIEWS)],
  ]);
  const supergraph = loadSupergraph(supergraphSdl);
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  const gateway = await startApolloGateway({ plannerSdl: supergraph.plannerSdl, logger });
  const planOperation = createPlanOperation(gateway);
  const send: SendFetch = async ({ serviceName, operation: source }, variableValues) => {
    fetched.set(serviceName, [...(fetched.get(serviceName) ?? []), source]);
    const schema = sources.get(serviceName) as GraphQLSchema;
    const { data, errors } = await graphql({ schema, source, variableValues });
    return { data: JSON.parse(JSON.stringify(data ?? null)) as Row | null, errors: errors ?? [] };
  };
  return {
    supergraphSdl,
    apiSchema: gateway.clientSchema,
    fetched,
    stop: () => gateway.stop(),
    async execute(document, hash, variables) {
      // The planner reads no more than this of a request context.
      const received = { metrics: {} } as ExecutorContext;
      const { plan, shapeFor } = await planOperation(received, { document, hash }, variables);
      const gathered = await executePlan(plan, { schema: supergraph.schema, variables, send });
      const { data } = shapeAnswer(shapeFor(variables), gathered.data);
      const { errors } = gathered;
      return errors.length === 0 ? { data } : { data, errors };
    },
  };
}

type Resolvers = Record<string, Record<string, unknown>>;

function createSource(sdl: string): GraphQLSchema {
  const typeDefs = parse(sdl);
  const schema = buildSubgraphSchema({ typeDefs });
  const roots = ["Query", "Mutation"].map(type => [type, readFrom(schema, type)] as const);
  const reference = { __resolveReference: ({ id }: { id: string }) => byId(id) };
  const resolvers: Resolvers = {
    ...Object.fromEntries(roots),
    Person: { ...reference },
    Book: { ...reference },
  };
  const known = Object.entries(resolvers).filter(
    ([type, fields]) => schema.getType(type) && Object.keys(fields).length > 0,
  );
  return buildSubgraphSchema({
    typeDefs,
    resolvers: Object.fromEntries(known) as GraphQLResolverMap<unknown>,
  });
}

/** Root fields of this subgraph, out of the values that both share. */
function readFrom(schema: GraphQLSchema, typeName: string): Record<string, unknown> {
  const type = schema.getType(typeName);
  const names = isObjectType(type) ? Object.keys(type.getFields()).filter(name => name in ROOT) : [];
  return Object.fromEntries(
    names.map(name => [name, (_: unknown, args: unknown) => valueOf(ROOT[name], args)]),
  );
}

function valueOf(value: unknown, args: unknown): unknown {
  return typeof value === "function" ? (value as (given: unknown) => unknown)(args) : value;
}
