import { type ExecutionResult, type GraphQLSchema } from "graphql";
import { HubError } from "../schema/contract/errors";
import type { OperationContext, ServedGateway } from "./createApolloServer";
import { refuse } from "./errors/refuse";
import type { HubRequest } from "./requestContext";
import type { ExecutorContext } from "./supergraph/startApolloGateway";
import { loadSupergraphVersion, type SupergraphVersion, type VersionParts } from "./supergraphVersion";

/** Answers an operation; a HubError that it throws refuses the operation whole. */
export type AnswerOperation = (
  version: SupergraphVersion,
  request: HubRequest,
  received: ExecutorContext,
) => Promise<ExecutionResult>;

interface ServedSupergraphs {
  /** What Apollo Server takes for its gateway. */
  readonly gateway: ServedGateway;
  readonly update: (sdl: string) => Promise<void>;
}

type SchemaListener = Parameters<NonNullable<ServedGateway["onSchemaLoadOrUpdate"]>>[0];

/** Serves the newest supergraph; a request keeps to the one whose schema its document was read with. */
export function serveSupergraphs(
  firstSdl: string,
  parts: VersionParts,
  answer: AnswerOperation,
): ServedSupergraphs {
  const versions = new WeakMap<GraphQLSchema, SupergraphVersion>();
  const listeners = new Set<SchemaListener>();
  let current: SupergraphVersion | null = null;

  const load = async (sdl: string): Promise<void> => {
    const version = await loadSupergraphVersion(sdl, parts);
    const before = current;
    current = version;
    versions.set(version.clientSchema, version);
    const context = { apiSchema: version.clientSchema, coreSupergraphSdl: version.plannerSdl };
    for (const listener of listeners) listener(context);
    await before?.stop();
  };

  const executor = async (received: ExecutorContext): Promise<ExecutionResult> => {
    const version = versions.get(received.schema);
    if (version === undefined) throw new Error("the document was read with a schema that was never served");
    const { request } = received.context as OperationContext;
    try {
      return await answer(version, request, received);
    } catch (error) {
      if (error instanceof HubError) return refuse([error]);
      throw error;
    }
  };

  // One after the other: of two at once the older one could win.
  let lastUpdate = Promise.resolve();
  return {
    update(sdl) {
      const update = lastUpdate.then(() => load(sdl));
      lastUpdate = update.catch(() => undefined);
      return update;
    },
    gateway: {
      onSchemaLoadOrUpdate(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      async load() {
        await load(firstSdl);
        return { executor: executor as Awaited<ReturnType<ServedGateway["load"]>>["executor"] };
      },
      stop: async () => current?.stop(),
    },
  };
}
