import {
  ApolloGateway,
  type Experimental_DidResolveQueryPlanCallback,
  type GraphQLDataSource,
} from "@apollo/gateway";
import type { GraphQLSchema } from "graphql";

type Executor = ApolloGateway["executor"];
/** What Apollo's executor is called with. */
export type ExecutorContext = Parameters<Executor>[0];
/** What Apollo's executor answers. */
export type ExecutorResult = Awaited<ReturnType<Executor>>;

interface ApolloGatewayParts {
  /** Without the security directives, which Apollo's gateway refuses to load. */
  readonly plannerSdl: string;
  readonly dataSourceFor: (subgraph: string) => GraphQLDataSource;
  readonly onPlan: Experimental_DidResolveQueryPlanCallback;
  readonly logger: ApolloLogger;
}

/** What Apollo's packages log with. */
export interface ApolloLogger {
  debug(message?: unknown): void;
  info(message?: unknown): void;
  warn(message?: unknown): void;
  error(message?: unknown): void;
}

/** Apollo's gateway, loaded with one supergraph: it plans operations and carries the plans out. */
export interface StartedGateway {
  /** What clients may see: nothing inaccessible. */
  readonly clientSchema: GraphQLSchema;
  execute(context: ExecutorContext): Promise<ExecutorResult>;
  stop(): Promise<void>;
}

/** A legal document that opens more ways than this is planned well enough with the first ones. */
const MAX_EVALUATED_PLANS = 2_000;
/** Room for some thousand plans. */
const PLAN_STORE_MIB = 64;

/** Throws if the supergraph cannot be loaded. */
export async function startApolloGateway(parts: ApolloGatewayParts): Promise<StartedGateway> {
  // Read when a gateway is made; without it, it reports to its maker.
  process.env["APOLLO_TELEMETRY_DISABLED"] = "1";
  const gateway = new ApolloGateway({
    supergraphSdl: parts.plannerSdl,
    buildService: ({ name }) => parts.dataSourceFor(name),
    logger: parts.logger,
    debug: false,
    // On by itself outside production, for whoever sends the header.
    __exposeQueryPlanExperimental: false,
    experimental_didResolveQueryPlan: parts.onPlan,
    experimental_approximateQueryPlanStoreMiB: PLAN_STORE_MIB,
    queryPlannerConfig: {
      // A fetch's document then is the same object each time, and is known again by it.
      exposeDocumentNodeInFetchNode: true,
      debug: { maxEvaluatedPlans: MAX_EVALUATED_PLANS },
    },
  });
  const { schema, executor } = await gateway.load();
  return { clientSchema: schema, execute: executor, stop: () => gateway.stop() };
}
