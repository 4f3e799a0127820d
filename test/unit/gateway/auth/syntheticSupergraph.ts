import { composeServices } from "@apollo/composition";
import { ApolloGateway, LocalGraphQLDataSource } from "@apollo/gateway";
import { buildSubgraphSchema } from "@apollo/subgraph";
import type { GraphQLResolverMap } from "@apollo/subgraph/dist/schema-helper";
import { isObjectType, parse, type DocumentNode, type ExecutionResult, type GraphQLSchema } from "graphql";
import { byId, LIBRARY, REVIEWS, ROOT, type Row } from "./syntheticSubgraphs";
import { loadSupergraph } from "../../../../gateway/supergraph/loadSupergraph";

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
    ["s0", createSource("s0", LIBRARY, fetched)],
    ["s1", createSource("s1", REVIEWS, fetched)],
  ]);
  const gateway = new ApolloGateway({
    supergraphSdl: loadSupergraph(supergraphSdl).plannerSdl,
    buildService: ({ name }) => sources.get(name) as LocalGraphQLDataSource,
  });
  let apiSchema: GraphQLSchema | undefined;
  gateway.onSchemaLoadOrUpdate(context => {
    apiSchema = context.apiSchema;
  });
  const { executor } = await gateway.load();
  return {
    supergraphSdl,
    apiSchema: apiSchema as GraphQLSchema,
    fetched,
    stop: () => gateway.stop(),
    async execute(document, key, variables) {
      const operation = document.definitions[0];
      const context = {
        document,
        operation,
        queryHash: key,
        request: { variables },
        context: {},
        metrics: {},
        cache: {},
      };
      // The planner reads no more than this of a request context.
      return (await executor(context as unknown as Parameters<typeof executor>[0])) as ExecutionResult;
    },
  };
}

type Resolvers = Record<string, Record<string, unknown>>;

function createSource(name: string, sdl: string, fetched: Map<string, string[]>): LocalGraphQLDataSource {
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
  const source = new LocalGraphQLDataSource(
    buildSubgraphSchema({ typeDefs, resolvers: Object.fromEntries(known) as GraphQLResolverMap<unknown> }),
  );
  const process = source.process.bind(source);
  source.process = options => {
    fetched.set(name, [...(fetched.get(name) ?? []), options.request.query ?? ""]);
    return process(options);
  };
  return source;
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
