import { ApolloGateway } from "@apollo/gateway";
import type { GraphQLSchema } from "graphql";
import type { QueryPlan } from "../queryPlan";

type Executor = ApolloGateway["executor"];
/** What Apollo's executor is called with. */
export type ExecutorContext = Parameters<Executor>[0];

interface ApolloGatewayParts {
  /** Without the security directives, which Apollo's gateway refuses to load. */
  readonly plannerSdl: string;
  readonly logger: ApolloLogger;
}

/** What Apollo's packages log with. */
export interface ApolloLogger {
  debug(message?: unknown): void;
  info(message?: unknown): void;
  warn(message?: unknown): void;
  error(message?: unknown): void;
}

/** Apollo's gateway, loaded with one supergraph: it plans operations. `fetch/plan` carries the plans out. */
export interface StartedGateway {
  /** What clients may see: nothing inaccessible. */
  readonly clientSchema: GraphQLSchema;
  /** Rejects with the planner's error if the operation cannot be planned, or has not the variables it needs. */
  plan(context: ExecutorContext): Promise<QueryPlan>;
  stop(): Promise<void>;
}

/** A legal document that opens more ways than this is planned well enough with the first ones. */
const MAX_EVALUATED_PLANS = 2_000;
/** Room for some thousand plans. */
const PLAN_STORE_MIB = 64;

/** Ends an execution at its plan. */
class Planned extends Error {
  constructor(readonly plan: QueryPlan) {
    super("planned");
  }
}

/** Throws if the supergraph cannot be loaded. */
export async function startApolloGateway(parts: ApolloGatewayParts): Promise<StartedGateway> {
  // Read when a gateway is made; without it, it reports to its maker.
  process.env["APOLLO_TELEMETRY_DISABLED"] = "1";
  const gateway = new ApolloGateway({
    supergraphSdl: parts.plannerSdl,
    buildService: () => ({
      process: () => Promise.reject(new Error("Apollo's gateway asks no subgraph here")),
    }),
    logger: parts.logger,
    debug: false,
    // On by itself outside production, for whoever sends the header.
    __exposeQueryPlanExperimental: false,
    // Apollo's gateway goes on to carry out what it has planned; a throw is the way to have the plan alone.
    experimental_didResolveQueryPlan({ queryPlan }) {
      throw new Planned(queryPlan);
    },
    experimental_approximateQueryPlanStoreMiB: PLAN_STORE_MIB,
    queryPlannerConfig: {
      // A fetch's document then is the same object each time, and is known again by it.
      exposeDocumentNodeInFetchNode: true,
      debug: { maxEvaluatedPlans: MAX_EVALUATED_PLANS },
    },
  });
  const { schema, executor } = await gateway.load();
  return {
    clientSchema: schema,
    async plan(context) {
      const answered = await executor(context).catch((error: unknown) => {
        if (error instanceof Planned) return error;
        throw error;
      });
      if (answered instanceof Planned) return answered.plan;
      throw answered.errors?.[0] ?? new Error("nothing was planned, and nobody says why");
    },
    stop: () => gateway.stop(),
  };
}
